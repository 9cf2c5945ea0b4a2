import type { Tx } from "@/lib/db/transaction";
import { officerOf } from "./allocations";
import type { People } from "./people";
import { idOf, type Structure } from "./structure";

/** One scenario that a colleague can look at: half of one area's first year to another area with the same theme. */
export async function loadScenarios(world: { tx: Tx; structure: Structure; people: People }): Promise<void> {
  const { tx, structure, people } = world;
  const trancheId = idOf(structure.tranches, "OW/2");
  const allocations = await tx.allocation.findMany({ where: { trancheId }, orderBy: { number: "asc" } });
  const [from] = allocations;
  const to = allocations.find(({ areaId }) => areaId !== from?.areaId);
  if (!from || !to) throw new Error("the practice programme has no two allocations to move between");
  await tx.scenario.create({
    data: {
      programmeId: structure.programmeId,
      name: "Eerder beginnen in het tweede gebied",
      ministryId: idOf(structure.organisations, "OEFMIN-A"),
      shared: true,
      createdBy: officerOf(people, "OW"),
      lines: {
        create: {
          trancheId,
          fromAllocationId: from.id,
          toAreaId: to.areaId,
          toThemeId: to.themeId,
          years: [{ year: 2027, amount: "4000000" }],
        },
      },
    },
  });
}
