import type { AccountKind } from "@/lib/domain/ledger/journal";
import { cents } from "@/lib/domain/money";
import type { Deed, FigureChange, FigureFilter } from "@/lib/domain/overview/figure-history";
import type { YearMeasure } from "@/lib/domain/overview/stream-figures";
import { Prisma } from "../generated/client";

/** The kind of account that makes a measure; what is recovered leaves what is advanced. */
const KIND: Readonly<Record<YearMeasure, AccountKind>> = {
  ceiling: "ceiling",
  free: "unallocated",
  allocated: "allocated",
  advanced: "advanced",
  spent: "spent",
};

/** What holds for an account `a` that has a part in the figure. */
export function accountsOf(
  programmeId: string,
  streamId: string,
  { measure, tranche, municipality, year }: FigureFilter,
): Prisma.Sql {
  const parts = [
    Prisma.sql`a.programme_id = ${programmeId}::uuid AND a.stream_id = ${streamId}::uuid`,
    Prisma.sql`a.kind = ${KIND[measure]}::account_kind`,
  ];
  if (tranche !== null)
    parts.push(
      Prisma.sql`a.tranche_id = (SELECT t.id FROM tranche t WHERE t.stream_id = ${streamId}::uuid AND t.code = ${tranche})`,
    );
  if (municipality !== null)
    parts.push(
      Prisma.sql`a.municipality_id = (SELECT m.id FROM organisation m WHERE m.code = ${municipality})`,
    );
  if (year !== null) parts.push(Prisma.sql`a.year = ${year}`);
  return Prisma.join(parts, " AND ");
}

/** What a line adds to the figure: a ceiling is a credit. */
export const CHANGE = (amount: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`CASE a.kind WHEN 'ceiling' THEN -${amount} ELSE ${amount} END`;

export interface DescribedRow {
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
}

/** Rows of seq, change, now, first, area_id and areas, called `run`, with everything that is told of a change; last first. */
export const described = (programmeId: string): Prisma.Sql => Prisma.sql`
    SELECT r.seq, r.change::bigint AS change, r.now::bigint AS now, r.first, e.kind::text AS kind,
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

export function changeOf(row: DescribedRow): FigureChange {
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
