import type { Reference } from "@/lib/domain/cross-checks/finding";
import type { KeptCrossFinding, RunRow } from "@/lib/domain/cross-checks/kept-run";
import { isCrossRule, type RuleOutcome } from "@/lib/domain/cross-checks/run";
import { Prisma } from "../generated/client";
import { keptFacts } from "../rules/kept-facts";
import type { Tx } from "../transaction";

type RunColumns = Omit<RunRow, "asOf" | "previous"> & {
  readonly validOn: string;
  readonly knownAt: string;
  readonly previousId: string | null;
  readonly previousNumber: number | null;
};

const columns = Prisma.sql`r.id::text, r.number, to_char(r.valid_on, 'YYYY-MM-DD') AS "validOn", ledger.instant(r.known_at) AS "knownAt",
  r.current, p.name AS person, r.asked_at AS "askedAt", x.finished_at AS "finishedAt",
  CASE WHEN x.run_id IS NULL THEN 'waiting' WHEN x.failed THEN 'failed' ELSE 'done' END AS state, x.previous_id::text AS "previousId",
  b.number AS "previousNumber", coalesce(x.checked, 0) AS checked, coalesce(x.found, 0) AS found, coalesce(x.unjudged, 0) AS unjudged,
  coalesce(x.fresh, 0) AS fresh, coalesce(x.gone, 0) AS gone`;
const tables = Prisma.sql`cross_check_run r LEFT JOIN cross_check_result x ON x.run_id = r.id LEFT JOIN cross_check_run b ON b.id = x.previous_id
  LEFT JOIN person p ON p.id = r.person_id`;

const runOf = ({ validOn, knownAt, previousId, previousNumber, ...row }: RunColumns): RunRow => ({
  ...row,
  asOf: { validOn, knownAt },
  previous:
    previousId === null || previousNumber === null ? null : { id: previousId, number: previousNumber },
});

/** Runs of a programme, the last first, and how many there are. */
export async function listRuns(
  tx: Tx,
  programmeId: string,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: readonly RunRow[]; readonly total: number }> {
  const rows = await tx.$queryRaw<RunColumns[]>`SELECT ${columns} FROM ${tables}
    WHERE r.programme_id = ${programmeId}::uuid ORDER BY r.number DESC LIMIT ${limit} OFFSET ${offset}`;
  return { rows: rows.map(runOf), total: await tx.crossCheckRun.count({ where: { programmeId } }) };
}

export async function readRunNumber(tx: Tx, id: string): Promise<number> {
  const { number } = await tx.crossCheckRun.findUniqueOrThrow({ where: { id }, select: { number: true } });
  return number;
}

/** One run by its number. */
export async function readRun(tx: Tx, programmeId: string, number: number): Promise<RunRow | null> {
  const [row] = await tx.$queryRaw<RunColumns[]>`SELECT ${columns} FROM ${tables}
    WHERE r.programme_id = ${programmeId}::uuid AND r.number = ${number}`;
  return row === undefined ? null : runOf(row);
}

/** The last run about today that was asked for, whatever came of it. */
export async function newestRun(tx: Tx, programmeId: string): Promise<RunRow | null> {
  const [row] = await tx.$queryRaw<RunColumns[]>`SELECT ${columns} FROM ${tables}
    WHERE r.programme_id = ${programmeId}::uuid AND r.current ORDER BY r.number DESC LIMIT 1`;
  return row === undefined ? null : runOf(row);
}

/** The last run about today that was done. */
export async function lastRun(tx: Tx, programmeId: string): Promise<RunRow | null> {
  const [row] = await tx.$queryRaw<RunColumns[]>`SELECT ${columns} FROM ${tables}
    WHERE r.programme_id = ${programmeId}::uuid AND r.current AND x.run_id IS NOT NULL AND NOT x.failed ORDER BY r.number DESC LIMIT 1`;
  return row === undefined ? null : runOf(row);
}

export async function readOutcomes(tx: Tx, runId: string): Promise<RuleOutcome[]> {
  const rows = await tx.$queryRaw<(Omit<RuleOutcome, "code"> & { code: string })[]>`
    SELECT rule_code AS code, rule_version AS version, stage::text, severity, checked, found, unjudged, why
      FROM cross_check_rule WHERE run_id = ${runId}::uuid ORDER BY position`;
  return rows.flatMap(({ code, ...row }) => (isCrossRule(code) ? [{ ...row, code }] : []));
}

/** Which findings of a run are asked for. */
export interface FindingFilter {
  readonly rule?: string;
  /** Only those of one of these rules. */
  readonly rules?: readonly string[];
  readonly stream?: string;
  readonly municipality?: string;
  readonly change?: "new" | "still";
  readonly key?: string;
  /** Only those that this run has no more, or has not judged. */
  readonly lostIn?: { readonly run: string; readonly why: "gone" | "unjudged" };
}

type FindingColumns = Omit<
  KeptCrossFinding,
  "code" | "about" | "source" | "target" | "stream" | "municipality" | "facts"
> & {
  readonly code: string;
  readonly about: {
    readonly name: string;
    readonly at?: Reference | null;
    readonly source?: Reference | null;
    readonly target?: Reference | null;
  };
  readonly source: bigint | null;
  readonly sourceOrigin: KeptCrossFinding["source"]["origin"];
  readonly target: bigint | null;
  readonly targetOrigin: KeptCrossFinding["target"]["origin"];
  readonly stream: KeptCrossFinding["stream"];
  readonly municipality: KeptCrossFinding["municipality"];
  readonly facts: Record<string, unknown>;
};

const LOST = {
  gone: (run: string) =>
    Prisma.sql`NOT EXISTS (SELECT 1 FROM cross_check_finding g WHERE g.run_id = ${run}::uuid AND g.key = f.key)
      AND EXISTS (SELECT 1 FROM cross_check_rule u WHERE u.run_id = ${run}::uuid AND u.rule_code = f.rule_code AND u.checked > 0
        AND NOT jsonb_exists(u.unlisted, f.key))`,
  unjudged: (run: string) =>
    Prisma.sql`EXISTS (SELECT 1 FROM cross_check_rule u WHERE u.run_id = ${run}::uuid AND u.rule_code = f.rule_code
      AND u.checked = 0)`,
};

const where = (
  runId: string,
  { rule, rules, stream, municipality, change, key, lostIn }: FindingFilter,
): Prisma.Sql =>
  Prisma.join(
    [
      Prisma.sql`f.run_id = ${runId}::uuid`,
      ...(rule === undefined ? [] : [Prisma.sql`f.rule_code = ${rule}`]),
      ...(rules === undefined ? [] : [Prisma.sql`f.rule_code = ANY(${rules}::text[])`]),
      ...(stream === undefined ? [] : [Prisma.sql`s.code = ${stream}`]),
      ...(municipality === undefined ? [] : [Prisma.sql`m.code = ${municipality}`]),
      ...(key === undefined ? [] : [Prisma.sql`f.key = ${key}`]),
      ...(change === undefined
        ? []
        : [change === "new" ? Prisma.sql`f.since_number = r.number` : Prisma.sql`f.since_number < r.number`]),
      ...(lostIn === undefined ? [] : [LOST[lostIn.why](lostIn.run)]),
    ],
    " AND ",
  );

const findingTables = Prisma.sql`cross_check_finding f JOIN cross_check_run r ON r.id = f.run_id LEFT JOIN stream s ON s.id = f.stream_id
  LEFT JOIN organisation m ON m.id = f.municipality_id`;

export async function countFindings(tx: Tx, runId: string, filter: FindingFilter): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM ${findingTables} WHERE ${where(runId, filter)}`;
  return row?.count ?? 0;
}

/** Findings of a run in the order of its rules, with what auditors wrote down of each in whatever run. */
export async function readCrossFindings(
  tx: Tx,
  runId: string,
  filter: FindingFilter,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<KeptCrossFinding[]> {
  const rows = await tx.$queryRaw<FindingColumns[]>`
    SELECT f.rule_code AS code, f.key, f.severity, f.problem, f.unit, f.about, f.source_value AS source, f.source_origin AS "sourceOrigin",
      f.target_value AS target, f.target_origin AS "targetOrigin", f.difference_value AS difference, f.facts, f.year,
      f.since_number AS since, f.waiver_id IS NOT NULL AS waived,
      CASE WHEN s.id IS NOT NULL THEN jsonb_build_object('id', s.id, 'code', s.code, 'name', s.short_name) END AS stream,
      CASE WHEN m.id IS NOT NULL THEN jsonb_build_object('id', m.id, 'code', m.code, 'name', m.preferred_name) END AS municipality,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', a.id, 'number', a.number) ORDER BY a.number) FROM finding_origin o
        JOIN audit_finding a ON a.id = o.finding_id WHERE o.programme_id = f.programme_id AND o.key = f.key), '[]') AS written
      FROM ${findingTables} WHERE ${where(runId, filter)} ORDER BY f.position LIMIT ${limit} OFFSET ${offset}`;
  return rows.flatMap(({ code, about, source, sourceOrigin, target, targetOrigin, facts, ...row }) =>
    isCrossRule(code)
      ? [
          {
            ...row,
            code,
            about: { name: about.name, at: about.at ?? null },
            source: { value: source, origin: sourceOrigin, at: about.source ?? null },
            target: { value: target, origin: targetOrigin, at: about.target ?? null },
            facts: keptFacts(facts),
          },
        ]
      : [],
  );
}
