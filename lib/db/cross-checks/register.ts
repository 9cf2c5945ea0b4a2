import type { Award, ProgrammeFacts, RegisteredAllocation } from "@/lib/domain/cross-checks/facts";
import { type Cents, cents } from "@/lib/domain/money";
import type { AsOf } from "@/lib/domain/reconciliation/as-of";
import type { Tx } from "../transaction";

const orNull = (value: bigint | null): Cents | null => (value === null ? null : cents(value));

/** The register of decisions, each allocation beside what its entries come to as of the two dates. */
export async function readRegister(
  tx: Tx,
  programmeId: string,
  { validOn, knownAt }: AsOf,
): Promise<RegisteredAllocation[]> {
  const rows = await tx.$queryRaw<(Omit<RegisteredAllocation, "posted"> & { posted: bigint | null })[]>`
    WITH own AS (
      SELECT e.allocation_id, sum(p.amount_cents)::bigint AS posted,
        (count(DISTINCT e.seq) FILTER (WHERE e.kind = 'allocated'))::int AS originals
        FROM entry e JOIN posting p ON p.programme_id = e.programme_id AND p.entry_seq = e.seq
        JOIN account a ON a.programme_id = p.programme_id AND a.id = p.account_id AND a.kind = 'allocated'
       WHERE e.programme_id = ${programmeId}::uuid AND e.kind IN ('allocated', 'revised', 'withdrawn', 'reallocated')
         AND e.effective_on <= ${validOn}::date AND e.recorded_at <= ${knownAt}::timestamptz
       GROUP BY e.allocation_id)
    SELECT l.id::text, l.number, l.stream_id::text AS "streamId", l.tranche_id::text AS "trancheId",
      l.municipality_id::text AS "municipalityId", l.area_id::text AS "areaId", l.theme_id::text AS "themeId",
      to_char(l.decision_on, 'YYYY-MM-DD') AS "decidedOn", o.posted, coalesce(o.originals, 0) AS originals
      FROM allocation l LEFT JOIN own o ON o.allocation_id = l.id
     WHERE l.programme_id = ${programmeId}::uuid AND l.created_at <= ${knownAt}::timestamptz
       AND (o.allocation_id IS NOT NULL OR l.decision_on <= ${validOn}::date)
     ORDER BY l.number`;
  return rows.map((row) => ({ ...row, posted: orNull(row.posted) }));
}

/** How often the ceiling of a tranche was set, where later entries change it. */
export const readOriginals = (
  tx: Tx,
  programmeId: string,
  { validOn, knownAt }: AsOf,
): Promise<ProgrammeFacts["originals"]> =>
  tx.$queryRaw`
    SELECT x.tranche_id::text AS "trancheId", (count(*) FILTER (WHERE x.kind = 'ceiling_set'))::int AS ceilings
      FROM (SELECT DISTINCT e.seq, e.kind, a.tranche_id FROM entry e
              JOIN posting p ON p.programme_id = e.programme_id AND p.entry_seq = e.seq
              JOIN account a ON a.programme_id = p.programme_id AND a.id = p.account_id AND a.kind = 'ceiling'
             WHERE e.programme_id = ${programmeId}::uuid AND e.kind IN ('ceiling_set', 'ceiling_revised')
               AND e.effective_on <= ${validOn}::date AND e.recorded_at <= ${knownAt}::timestamptz) x
     GROUP BY x.tranche_id ORDER BY x.tranche_id`;

type AwardRow = Omit<Award, "decided" | "years" | "batch"> & {
  readonly decided: bigint | null;
  readonly years: readonly { readonly year: number; readonly amount: string }[];
  readonly batchId: string | null;
  readonly batchNumber: string | null;
};

/**
 * Decisions that were approved by then: what they say, whether or not an entry was made of them. An entry and its approval are
 * of one transaction, and become known together.
 */
export async function readAwards(tx: Tx, programmeId: string, { validOn, knownAt }: AsOf): Promise<Award[]> {
  const rows = await tx.$queryRaw<AwardRow[]>`
    SELECT p.id::text, p.kind::text, p.number, p.stream_id::text AS "streamId", p.tranche_id::text AS "trancheId",
      p.municipality_id::text AS "municipalityId", p.area_id::text AS "areaId",
      coalesce(e.allocation_id, p.allocation_id)::text AS "allocationId", p.decision_cents AS decided,
      coalesce((SELECT jsonb_agg(jsonb_build_object('year', l.year, 'amount', l.amount_cents::text) ORDER BY l.year)
                  FROM proposal_line l WHERE l.proposal_id = p.id), '[]') AS years,
      b.id::text AS "batchId", b.number AS "batchNumber"
      FROM proposal p LEFT JOIN batch b ON b.id = p.batch_id AND b.origin = 'reallocation'
      LEFT JOIN LATERAL (SELECT x.allocation_id, x.recorded_at FROM entry x WHERE x.proposal_id = p.id LIMIT 1) e ON true
     WHERE p.programme_id = ${programmeId}::uuid AND p.status = 'approved'
       AND p.kind IN ('allocation', 'revision', 'withdrawal') AND p.effective_on <= ${validOn}::date
       AND coalesce(e.recorded_at, (SELECT max(a.at) FROM approval a WHERE a.proposal_id = p.id AND a.outcome = 'approved'))
         <= ${knownAt}::timestamptz
     ORDER BY p.number`;
  return rows.map(({ batchId, batchNumber, years, decided, ...row }) => ({
    ...row,
    decided: orNull(decided),
    years: years.map(({ year, amount }) => ({ year, amount: cents(BigInt(amount)) })),
    batch: batchId === null || batchNumber === null ? null : { id: batchId, number: batchNumber },
  }));
}
