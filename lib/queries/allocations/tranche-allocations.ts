import "server-only";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";

export interface TrancheAllocation {
  readonly id: string;
  readonly number: string;
  readonly area: string;
  readonly themeNl: string;
  readonly themeEn: string;
}

/** The allocations of a tranche, as choices: by area, then by theme. */
export const listTrancheAllocations = (
  grant: Grant<"allocation:propose">,
  programmeId: string,
  trancheId: string,
): Promise<TrancheAllocation[]> =>
  inContext(grant.actor, async (tx) => {
    const rows = await tx.allocation.findMany({
      where: { programmeId, trancheId },
      include: { area: true, theme: true },
      orderBy: [{ area: { name: "asc" } }, { theme: { position: "asc" } }],
    });
    return rows.map(({ id, number, area, theme }) => ({
      id,
      number,
      area: area.name,
      themeNl: theme.nameNl,
      themeEn: theme.nameEn,
    }));
  });
