import { approveLines, returnLines } from "@/lib/commands/proposals/decide-lines";
import { dateOf } from "@/lib/db/dates";
import { lockWholeBatch } from "@/lib/db/proposals/decided-lines";
import { type WrittenLine, writeBatch } from "@/lib/db/proposals/write-batch";
import type { Tx } from "@/lib/db/transaction";
import { type Cents, cents } from "@/lib/domain/money";
import { approverOf, type MadeAllocation, officerOf } from "./allocations";
import type { People } from "./people";
import { idOf, type Structure } from "./structure";
import { PRACTICE } from "./structure-data";

interface World {
  readonly tx: Tx;
  readonly structure: Structure;
  readonly people: People;
  readonly allocations: readonly MadeAllocation[];
  /** How many proposals have a number already. */
  readonly numbered: number;
}

interface Planned {
  readonly number: string;
  readonly name: string;
  readonly stream: string;
  readonly tranche: string;
  readonly year: number;
  readonly amounts: readonly Cents[];
  readonly source: Readonly<Record<string, string>>;
  readonly origin: "workbook" | "grid";
  readonly reason: string;
}

const ON = "2026-11-03";
const amounts = (count: number, first: bigint, step: bigint) =>
  Array.from({ length: count }, (_, index) => cents(first + BigInt(index) * step));

/** A batch that waits whole, one that is half decided, and a threshold that another person has yet to confirm. */
export async function loadBatches(world: World): Promise<void> {
  const { tx, structure, people, numbered } = world;
  const first: Planned = {
    number: `${PRACTICE.numberPrefix}-V-2026-001`,
    name: "Indexering tranche 2, najaar 2026",
    stream: "OW",
    tranche: "2",
    year: 2028,
    amounts: amounts(12, 1_250_00n, 125_35n),
    source: {
      file: "indexering-najaar-2026.xlsx",
      sha256: "5f2b6d0f3c7a4e1188c9d1b2a47f60e35a7d9c1e4b8f2063d5a9e7c14b3f8a60",
    },
    origin: "workbook",
    reason: "Loon- en prijsbijstelling volgens de oefennota van najaar 2026.",
  };
  const second: Planned = {
    number: `${PRACTICE.numberPrefix}-V-2026-002`,
    name: "Extra begeleiding 2026",
    stream: "OJ",
    tranche: "1",
    year: 2026,
    amounts: amounts(6, 2_000_00n, 250_00n),
    source: {},
    origin: "grid",
    reason: "Extra begeleiding in het laatste kwartaal.",
  };
  await write(world, first, numbered);
  const half = await write(world, second, numbered + first.amounts.length);
  await approveSome(world, second, half, 3);
  await tx.approvalThreshold.create({
    data: {
      streamId: idOf(structure.streams, "OJ"),
      validFrom: dateOf("2026-01-01"),
      amountCents: 5_000_000_00n,
      legalSource: "Oefenmandaatregeling, artikel 4, eerste lid",
      enteredBy: officerOf(people, "OJ"),
      outcome: "confirmed",
      decidedBy: approverOf(people, "OJ"),
      decidedAt: new Date("2025-12-18T10:00:00Z"),
    },
  });
  await tx.approvalThreshold.create({
    data: {
      streamId: idOf(structure.streams, "OW"),
      validFrom: dateOf("2027-01-01"),
      amountCents: 10_000_000_00n,
      legalSource: "Oefenmandaatregeling, artikel 4, tweede lid",
      enteredBy: officerOf(people, "OW"),
    },
  });
}

async function write(
  { tx, structure, people, allocations }: World,
  plan: Planned,
  numbered: number,
): Promise<string> {
  const places = allocations.filter(
    ({ stream, tranche }) => stream === plan.stream && tranche === plan.tranche,
  );
  const lines = plan.amounts.map((amount, index): WrittenLine => {
    const place = places[index];
    if (place === undefined) throw new Error("practice data: fewer allocations than lines");
    const number = `${PRACTICE.numberPrefix}-2026-${String(numbered + index + 1).padStart(4, "0")}`;
    return {
      kind: "revision",
      number,
      streamId: idOf(structure.streams, place.stream),
      trancheId: idOf(structure.tranches, `${place.stream}/${place.tranche}`),
      themeId: idOf(structure.themes, `${place.stream}/${place.theme}`),
      municipalityId: idOf(structure.organisations, place.municipality),
      areaId: idOf(structure.areas, place.area),
      allocationId: place.id,
      decisionNumber: `${number}-B`,
      decisionOn: ON,
      decisionCents: amount,
      effectiveOn: ON,
      legalSource: "Oefenbesluit 12, artikel 7",
      reason: plan.reason,
      years: [{ year: plan.year, amount }],
    };
  });
  return writeBatch(tx, {
    programmeId: structure.programmeId,
    personId: officerOf(people, plan.stream),
    number: plan.number,
    name: plan.name,
    origin: plan.origin,
    together: false,
    source: plan.source,
    status: "proposed",
    lines,
  });
}

/** The first lines approved and posted, the next one returned with a reason; the rest waits. */
async function approveSome({ tx, structure, people }: World, plan: Planned, batchId: string, count: number) {
  const lines = await lockWholeBatch(tx, structure.programmeId, batchId);
  const personId = approverOf(people, plan.stream);
  const verdicts = (from: number, to: number, reason: string | null) =>
    lines.slice(from, to).map((line) => ({ line, reason, onBehalfOf: null }));
  await approveLines(tx, structure.programmeId, personId, verdicts(0, count, null));
  const reason = "Het bedrag wijkt af van de aanvraag. Controleer de laatste brief van de gemeente.";
  await returnLines(tx, personId, verdicts(count, count + 1, reason));
}
