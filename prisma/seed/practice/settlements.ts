import { approveLines } from "@/lib/commands/proposals/decide-lines";
import { dateOf } from "@/lib/db/dates";
import { lockLines } from "@/lib/db/proposals/decided-lines";
import { hashOf } from "@/lib/db/proposals/read-proposal";
import { settlementFacts } from "@/lib/db/proposals/settlement";
import type { Tx } from "@/lib/db/transaction";
import type { YearAmount } from "@/lib/domain/ledger/facts";
import { cents, sum } from "@/lib/domain/money";
import { approverOf, officerOf } from "./allocations";
import type { People } from "./people";
import { idOf, type Structure } from "./structure";
import { PRACTICE } from "./structure-data";

interface World {
  readonly tx: Tx;
  readonly structure: Structure;
  readonly people: People;
  /** How many proposals have a number already. */
  readonly numbered: number;
}

interface Planned {
  readonly kind: "advance" | "settlement";
  readonly decisionNumber: string;
  readonly on: string;
  readonly reason: string;
  readonly awarded: bigint | null;
  readonly years: readonly YearAmount[];
}

const STREAM = "OW";

/** One allocation of the first tranche that was paid whole and is settled on what was spent: the difference comes back. */
export async function loadSettlement(world: World): Promise<void> {
  const { tx, structure } = world;
  const allocation = await tx.allocation.findFirstOrThrow({
    where: {
      trancheId: idOf(structure.tranches, `${STREAM}/1`),
      municipalityId: idOf(structure.organisations, "OEF05"),
    },
    orderBy: { number: "asc" },
  });
  const programme = { id: structure.programmeId, code: PRACTICE.code };
  const { awarded, spent } = await settlementFacts(tx, programme, allocation.id, null);
  const planned: readonly Planned[] = [
    {
      kind: "advance",
      decisionNumber: "BET-2023-101",
      on: "2023-04-03",
      reason: "Heel bedrag als voorschot.",
      awarded: null,
      years: [{ year: 2023, amount: awarded }],
    },
    {
      kind: "settlement",
      decisionNumber: "OEF-VAST-2026-001",
      on: "2026-09-14",
      reason: "Eindverantwoording over 2025 akkoord.",
      awarded,
      years: spent,
    },
  ];
  for (const [index, one] of planned.entries())
    await post(world, allocation, one, world.numbered + index + 1);
}

type Place = { id: string; trancheId: string; themeId: string; municipalityId: string; areaId: string };

async function post({ tx, structure, people }: World, place: Place, planned: Planned, number: number) {
  const { kind, decisionNumber, on, reason, awarded, years } = planned;
  const { id: allocationId, trancheId, themeId, municipalityId, areaId } = place;
  const facts = {
    kind,
    number: `${PRACTICE.numberPrefix}-2026-${String(number).padStart(4, "0")}`,
    streamId: idOf(structure.streams, STREAM),
    trancheId,
    themeId,
    municipalityId,
    areaId,
    allocationId,
    claimId: null,
    decisionNumber,
    decisionCents: sum(years.map(({ amount }) => cents(amount))),
    awardedCents: awarded,
    legalSource: null,
    reason,
  };
  const dated = { ...facts, decisionOn: on, effectiveOn: on };
  const { id } = await tx.proposal.create({
    data: {
      ...facts,
      programmeId: structure.programmeId,
      status: "proposed",
      decisionOn: dateOf(on),
      effectiveOn: dateOf(on),
      contentHash: hashOf({ ...dated, lines: years }),
      createdBy: officerOf(people, STREAM),
      lines: { create: years.map(({ year, amount }) => ({ year, amountCents: amount })) },
    },
  });
  const verdicts = (await lockLines(tx, structure.programmeId, [id])).map((line) => ({
    line,
    reason: null,
    onBehalfOf: null,
  }));
  await approveLines(tx, structure.programmeId, approverOf(people, STREAM), verdicts);
}
