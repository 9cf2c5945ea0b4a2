import type { Standing } from "@/lib/domain/distribution/lines";
import type { Tx } from "../transaction";

interface StandingRow {
  readonly areaId: string;
  readonly themeId: string;
  readonly allocationId: string;
  readonly number: string;
  readonly year: number;
  readonly amount: bigint;
}

/** What is allocated now per area, theme and year in a tranche; of a withdrawn allocation nothing is left to stand. */
export const allocatedInTranche = (tx: Tx, programmeId: string, trancheId: string): Promise<StandingRow[]> =>
  tx.$queryRaw<StandingRow[]>`
    SELECT al.area_id::text AS "areaId", al.theme_id::text AS "themeId", al.id::text AS "allocationId", al.number, a.year,
           sum(p.amount_cents)::bigint AS amount
      FROM allocation al JOIN entry e ON e.programme_id = al.programme_id AND e.allocation_id = al.id
      JOIN posting p ON p.programme_id = e.programme_id AND p.entry_seq = e.seq
      JOIN account a ON a.id = p.account_id AND a.kind = 'allocated'
     WHERE al.programme_id = ${programmeId}::uuid AND al.tranche_id = ${trancheId}::uuid
     GROUP BY al.area_id, al.theme_id, al.id, al.number, a.year HAVING sum(p.amount_cents) <> 0 ORDER BY al.number, a.year`;

/** The allocation that stands in each area for one theme. */
export function standingOf(rows: readonly StandingRow[], themeId: string): Map<string, Standing> {
  const found = new Map<string, { allocationId: string; number: string; years: Map<number, bigint> }>();
  for (const row of rows) {
    if (row.themeId !== themeId) continue;
    const { allocationId, number } = row;
    const standing = found.get(row.areaId) ?? { allocationId, number, years: new Map() };
    found.set(row.areaId, standing);
    standing.years.set(row.year, row.amount);
  }
  return found;
}
