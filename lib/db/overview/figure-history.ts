import { cents } from "@/lib/domain/money";
import type { Deed, FigureChange, FigureFilter } from "@/lib/domain/overview/figure-history";
import type { YearMeasure } from "@/lib/domain/overview/stream-figures";
import type { AsOf } from "@/lib/domain/reconciliation/as-of";
import { Prisma } from "../generated/client";
import type { Tx } from "../transaction";

/** The kinds of account that make a measure; a ceiling is a credit, and what is recovered leaves what is advanced. */
const KINDS: Readonly<Record<YearMeasure, readonly string[]>> = {
  ceiling: ["ceiling"],
  free: ["unallocated"],
  allocated: ["allocated"],
  advanced: ["advanced"],
  spent: ["spent"],
};

interface Page {
  readonly limit: number | null;
  readonly offset: number;
}
interface Row {
  readonly seq: bigint;
  readonly kind: FigureChange["kind"];
  readonly effectiveOn: string;
  readonly recordedAt: Date;
  readonly recordedBy: string;
  readonly change: bigint;
  readonly now: bigint;
  readonly first: boolean;
  readonly reason: string;
  readonly decisionNumber: string | null;
  readonly proposalId: string | null;
  readonly proposalNumber: string | null;
  readonly reportId: string | null;
  readonly reportNumber: string | null;
  readonly allocationId: string | null;
  readonly allocationNumber: string | null;
  readonly place: string | null;
  readonly deeds: readonly { readonly deed: Deed["deed"]; readonly name: string; readonly at: string }[];
  readonly total: number;
}

function conditions(programmeId: string, streamId: string, filter: FigureFilter, asOf: AsOf): Prisma.Sql {
  const parts = [
    Prisma.sql`e.programme_id = ${programmeId}::uuid AND e.stream_id = ${streamId}::uuid`,
    Prisma.sql`a.kind::text = ANY (${[...KINDS[filter.measure]]}::text[])`,
    Prisma.sql`e.effective_on <= ${asOf.validOn}::date AND e.recorded_at <= ${asOf.knownAt}::timestamptz`,
  ];
  if (filter.tranche !== null) parts.push(Prisma.sql`t.code = ${filter.tranche}`);
  if (filter.municipality !== null) parts.push(Prisma.sql`m.code = ${filter.municipality}`);
  if (filter.year !== null) parts.push(Prisma.sql`a.year = ${filter.year}`);
  if (filter.allocation !== null) parts.push(Prisma.sql`e.allocation_id = ${filter.allocation}::uuid`);
  return Prisma.join(parts, " AND ");
}

/** Every entry that changed a figure, last first, with what it was before and after: one pass, running in the ledger's order. */
export async function figureHistory(
  tx: Tx,
  programmeId: string,
  streamId: string,
  { filter, asOf, limit, offset }: { readonly filter: FigureFilter; readonly asOf: AsOf } & Page,
): Promise<{ readonly rows: FigureChange[]; readonly total: number }> {
  const rows = await tx.$queryRaw<Row[]>`
    WITH changed AS (
      SELECT e.seq, sum(CASE a.kind::text WHEN 'ceiling' THEN -p.amount_cents ELSE p.amount_cents END) AS change,
        min(a.area_id::text)::uuid AS area_id, min(a.theme_id::text)::uuid AS theme_id, count(DISTINCT a.area_id) AS areas
        FROM entry e JOIN posting p ON p.programme_id = e.programme_id AND p.entry_seq = e.seq
        JOIN account a ON a.programme_id = p.programme_id AND a.id = p.account_id
        JOIN tranche t ON t.id = a.tranche_id LEFT JOIN organisation m ON m.id = a.municipality_id
       WHERE ${conditions(programmeId, streamId, filter, asOf)}
       GROUP BY e.seq HAVING sum(CASE a.kind::text WHEN 'ceiling' THEN -p.amount_cents ELSE p.amount_cents END) <> 0),
    run AS (
      SELECT c.*, sum(change) OVER (ORDER BY seq) AS now, row_number() OVER (ORDER BY seq) = 1 AS first, (count(*) OVER ())::int AS total
        FROM changed c ORDER BY seq DESC LIMIT ${limit} OFFSET ${offset})
    SELECT r.seq, r.change::bigint AS change, r.now::bigint AS now, r.first, r.total, e.kind::text AS kind,
      to_char(e.effective_on, 'YYYY-MM-DD') AS "effectiveOn", e.recorded_at AS "recordedAt", w.name AS "recordedBy", e.reason,
      e.decision_number AS "decisionNumber", e.proposal_id::text AS "proposalId", p.number AS "proposalNumber",
      e.report_id::text AS "reportId", q.number AS "reportNumber", al.id::text AS "allocationId", al.number AS "allocationNumber",
      CASE WHEN r.areas = 1 THEN g.name END AS place,
      coalesce((SELECT jsonb_agg(jsonb_build_object('deed', d.deed, 'name', d.name, 'at', d.at) ORDER BY d.at) FROM (
        SELECT 'entered' AS deed, x.name, p.created_at AS at FROM person x WHERE x.id = p.created_by
        UNION ALL
        SELECT 'approved', x.name, v.at FROM approval v JOIN person x ON x.id = v.person_id
         WHERE v.proposal_id = p.id AND v.outcome = 'approved' AND v.version = p.version
        UNION ALL
        SELECT CASE v.action WHEN 'submitted' THEN 'entered' ELSE 'approved' END, x.name, v.at
          FROM report_event v JOIN person x ON x.id = v.person_id
         WHERE v.report_id = e.report_id AND v.action IN ('submitted', 'signed', 'accepted') AND v.version = q.version) d), '[]') AS deeds
      FROM run r JOIN entry e ON e.programme_id = ${programmeId}::uuid AND e.seq = r.seq
      JOIN person w ON w.id = e.recorded_by
      LEFT JOIN proposal p ON p.id = e.proposal_id LEFT JOIN report q ON q.id = e.report_id
      LEFT JOIN allocation al ON al.id = e.allocation_id LEFT JOIN area g ON g.id = r.area_id
     ORDER BY r.seq DESC`;
  return { rows: rows.map(changeOf), total: rows[0]?.total ?? 0 };
}

function changeOf(row: Row): FigureChange {
  const named = (id: string | null, number: string | null) =>
    id === null || number === null ? null : { id, number };
  return {
    seq: row.seq,
    kind: row.kind,
    effectiveOn: row.effectiveOn,
    recordedAt: row.recordedAt,
    recordedBy: row.recordedBy,
    old: row.first ? null : cents(row.now - row.change),
    change: cents(row.change),
    now: cents(row.now),
    reason: row.reason,
    decisionNumber: row.decisionNumber,
    proposal: named(row.proposalId, row.proposalNumber),
    report: named(row.reportId, row.reportNumber),
    allocation: named(row.allocationId, row.allocationNumber),
    place: row.place,
    deeds: row.deeds.map(({ deed, name, at }) => ({ deed, name, at: new Date(at) })),
  };
}
