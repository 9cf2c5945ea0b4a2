import type { Standing } from "@/lib/domain/distribution/lines";
import { type AllocatedYear, allocatedInTranche } from "../allocations/allocated";
import type { Tx } from "../transaction";

/** What is allocated now per area, theme and year in a tranche; of a withdrawn allocation nothing is left to stand. */
export async function allocatedNow(tx: Tx, programmeId: string, trancheId: string): Promise<AllocatedYear[]> {
  const rows = await tx.$queryRaw<AllocatedYear[]>(allocatedInTranche(programmeId, trancheId));
  return rows.filter(({ amount }) => amount !== 0n);
}

/** The allocation that stands in each area for one theme. */
export function standingOf(rows: readonly AllocatedYear[], themeId: string): Map<string, Standing> {
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
