import { dateOf } from "@/lib/db/dates";
import { readSchedule } from "@/lib/db/proposals/schedule";
import type { Tx } from "@/lib/db/transaction";
import { officerOf } from "./allocations";
import type { People } from "./people";
import { idOf, type Structure } from "./structure";
import { PRACTICE } from "./structure-data";

interface World {
  readonly tx: Tx;
  readonly structure: Structure;
  readonly people: People;
}

const DAYS = ["2026-03-16", "2026-09-15", "2027-03-15"];

/** A payment schedule for the first three allocations of a running tranche: one term paid, one late, one to come. */
export async function loadSchedules({ tx, structure, people }: World): Promise<void> {
  const allocations = await tx.allocation.findMany({
    where: { trancheId: idOf(structure.tranches, "OW/2"), decisionOn: { lte: dateOf("2026-03-16") } },
    orderBy: { number: "asc" },
    take: 3,
  });
  const programme = { id: structure.programmeId, code: PRACTICE.code };
  for (const { id, streamId, municipalityId } of allocations) {
    const { awarded } = (await readSchedule(tx, programme, id)).facts;
    const first = (awarded * 40n) / 100n;
    const second = (awarded * 35n) / 100n;
    await tx.paymentSchedule.create({
      data: {
        allocationId: id,
        streamId,
        municipalityId,
        version: 1,
        totalCents: awarded,
        reason: "Volgens de beschikking: 40%, 35% en de rest.",
        createdBy: officerOf(people, "OW"),
        terms: {
          create: [first, second, awarded - first - second].map((amountCents, index) => ({
            municipalityId,
            dueOn: dateOf(DAYS[index] ?? ""),
            amountCents,
          })),
        },
      },
    });
  }
}
