import type { Tx } from "@/lib/db/transaction";
import { officerOf } from "./allocations";
import type { People } from "./people";
import { idOf, type Structure } from "./structure";

/** Two views that an officer keeps: one of their own, and one that colleagues of the ministry find as well. */
export async function loadViews(world: { tx: Tx; structure: Structure; people: People }): Promise<void> {
  const { tx, structure, people } = world;
  const kept = {
    programmeId: structure.programmeId,
    personId: officerOf(people, "OW"),
    organisationId: idOf(structure.organisations, "OEFMIN-A"),
  };
  await tx.savedView.createMany({
    data: [
      { ...kept, list: "ledger", name: "Besteed in 2025", query: "jaar=2025&soort=spent" },
      {
        ...kept,
        list: "overview",
        subject: "OW",
        name: "Stand eind 2025",
        query: "geldig=31-12-2025&maat=besteed",
        shared: true,
      },
    ],
  });
}
