import { dateOf } from "@/lib/db/dates";
import { bridgeFrom, delivered, writeDelivery } from "@/lib/db/sisa/deliveries";
import type { SisaPlace } from "@/lib/db/sisa/facts";
import { contentOf, readSisaYear, type SisaYear } from "@/lib/db/sisa/whole-year";
import type { Tx } from "@/lib/db/transaction";
import { sisaRows } from "@/lib/domain/sisa/sisa-year";
import { loadSampleMinimums, loadTolerances } from "../published/sisa";
import { officerOf } from "./allocations";
import type { People } from "./people";
import { idOf, type Structure } from "./structure";
import { PRACTICE, STREAMS } from "./structure-data";

interface World {
  readonly tx: Tx;
  readonly structure: Structure;
  readonly people: People;
}

/** Numbers that no ministry has: every practice code begins with OEF. Of the last stream those of 2025 are not known yet. */
const CODES = [
  { stream: "OW", code: "OEF1", years: [2023, 2024, 2025] },
  { stream: "OJ", code: "OEF2", years: [2023, 2024, 2025] },
  { stream: "OWO", code: "OEF3", years: [2024] },
] as const;
const INDICATORS = [
  { label: "Besteding (jaar T)", control: "R", measure: "spent" },
  { label: "Correctie besteding (jaar T-1)", control: "R", measure: "correction" },
  { label: "Cumulatieve besteding (t/m jaar T)", control: "n.v.t.", measure: "cumulative" },
  { label: "Aantal oefenlocaties", control: "D1", measure: null },
  { label: "Eindverantwoording (Ja/Nee)", control: "n.v.t.", measure: "final" },
] as const;

const YEAR = 2024;

/** Codes, tolerances, one delivered version and one that corrects it. */
export async function loadSisa(world: World): Promise<void> {
  const { tx, structure } = world;
  await loadTolerances(tx, structure.programmeId);
  await loadSampleMinimums(tx, structure.programmeId);
  for (const { stream, code, years } of CODES)
    for (const year of years) await loadCode(world, { stream, code, year });
  await deliverTwice(world);
}

async function loadCode(
  { tx, structure, people }: World,
  { stream, code, year }: { stream: string; code: string; year: number },
): Promise<void> {
  const streamId = idOf(structure.streams, stream);
  await tx.sisaCode.create({
    data: {
      programmeId: structure.programmeId,
      streamId,
      year,
      key: `${streamId}/${year}`,
      version: 1,
      scheme: STREAMS.find((one) => one.code === stream)?.shortName ?? stream,
      code,
      source: `Oefeninvulwijzer ${year} (verzonnen)`,
      reason: "Oefeninvulwijzer verschenen.",
      createdBy: officerOf(people, stream),
      indicators: {
        create: INDICATORS.map((one, index) => ({
          ...one,
          position: index + 1,
          number: `${code}/0${index + 1}`,
        })),
      },
    },
  });
}

async function answer(
  { tx, people }: World,
  place: SisaPlace,
  version: number,
  errors: bigint,
): Promise<SisaYear> {
  const { rows } = await readSisaYear(tx, place, "2025-07-01");
  const answers = await tx.sisaAnswers.create({
    data: {
      ...place,
      version,
      adoptedOn: dateOf("2025-06-26"),
      createdBy: idOf(people, "coordinator"),
      createdAt: new Date(version === 1 ? "2025-07-01T09:12:00Z" : "2025-09-15T08:40:00Z"),
    },
  });
  await tx.sisaAnswer.createMany({
    data: rows.map(({ key }, index) => ({
      answersId: answers.id,
      municipalityId: place.municipalityId,
      rowKey: key,
      final: false,
      errorsCents: index === 0 ? errors : 0n,
      uncertaintiesCents: 0n,
    })),
  });
  return readSisaYear(tx, place, "2025-07-01");
}

/**
 * The first version was prepared before the last entry of its year was known; the second corrects that, and an error that
 * the accountant found.
 */
async function deliverTwice(world: World): Promise<void> {
  const { tx, structure, people } = world;
  const municipalityId = idOf(structure.organisations, "OEF01");
  const place = { programmeId: structure.programmeId, municipalityId, year: YEAR };
  const programme = {
    id: structure.programmeId,
    code: PRACTICE.code,
    nameNl: PRACTICE.nameNl,
    isPractice: true,
  };
  const municipality = await tx.organisation.findUniqueOrThrow({ where: { id: municipalityId } });
  const preparedBy = idOf(people, "coordinator");
  const decide = async (id: string, contentHash: string, at: string) => {
    await tx.sisaDeliveryEvent.create({
      data: {
        deliveryId: id,
        municipalityId,
        outcome: "delivered",
        contentHash,
        personId: idOf(people, "signer"),
        at: new Date(at),
      },
    });
  };

  const first = await answer(world, place, 1, 0n);
  const last = first.facts.moves.findLast(({ reportedIn }) => reportedIn === YEAR)?.seq ?? 1n;
  const facts = { ...first.facts, moves: first.facts.moves.filter(({ seq }) => seq < last) };
  const content = contentOf({ facts, rows: sisaRows(facts) }, programme, municipality);
  if (content === null) throw new Error("practice data: the year 2024 of Voorbeeldstad is not whole");
  const one = await writeDelivery(tx, place, {
    version: 1,
    content,
    ledgerSeq: last - 1n,
    corrects: null,
    reason: null,
    preparedBy,
    preparedAt: new Date("2025-07-01T09:30:00Z"),
    bridge: [],
  });
  await decide(one.id, one.contentHash, "2025-07-08T12:05:00Z");

  const now = await answer(world, place, 2, 1_250_00n);
  const corrected = contentOf(now, programme, municipality);
  const corrects = delivered(now.versions);
  if (corrected === null || corrects === null) throw new Error("practice data: nothing to correct");
  const two = await writeDelivery(tx, place, {
    version: 2,
    content: corrected,
    ledgerSeq: now.ledgerSeq,
    corrects,
    reason: "Een rapportageregel was nog niet geboekt, en de accountant vond een fout van € 1.250.",
    preparedBy,
    preparedAt: new Date("2025-09-15T09:00:00Z"),
    bridge: bridgeFrom(corrects, corrected, now.rows),
  });
  await decide(two.id, two.contentHash, "2025-09-16T13:20:00Z");
}
