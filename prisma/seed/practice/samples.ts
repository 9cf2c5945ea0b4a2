import { dateOf } from "@/lib/db/dates";
import { askableLines } from "@/lib/db/sampling/askable-lines";
import { designOf, drawFrom } from "@/lib/db/sampling/draw";
import { nextSampleNumber } from "@/lib/db/sampling/numbers";
import { countPopulation, zeroLines } from "@/lib/db/sampling/population";
import { writeSample } from "@/lib/db/sampling/write-sample";
import type { Tx } from "@/lib/db/transaction";
import { planSample, type SampleAsked } from "@/lib/domain/sampling/plan";
import type { People } from "./people";
import { idOf, type Structure } from "./structure";
import { PRACTICE } from "./structure-data";

interface World {
  readonly tx: Tx;
  readonly structure: Structure;
  readonly people: People;
}

interface Planned {
  /** Null is every stream, or every municipality. */
  readonly stream: string | null;
  readonly municipality: string | null;
  readonly year: number | null;
  readonly purpose: string;
  readonly seed: string;
  readonly asked: SampleAsked;
}

const EXAMINED: Planned = {
  stream: "OW",
  municipality: null,
  year: null,
  purpose: "Rechtmatigheid van de besteding in de wijken",
  seed: "oefen-dobbelsteen-436125",
  asked: { method: "monetary", confidence: 9000, tolerable: 800, expected: 100 },
};
const OPEN: Planned = {
  stream: null,
  municipality: "OEF01",
  year: 2024,
  purpose: "Besluit aanwezig bij elke bestedingsregel",
  seed: "oefen-dobbelsteen-251634",
  asked: { method: "attribute", confidence: 9000, tolerable: 2000, expected: 0 },
};

/** What the invented auditor found: so many hundredths of the booked amount are wrong, or cannot be told. */
const FOUND = [
  { place: 2, wrong: 12n, unsure: 0n, remark: "Factuur van een ander gebied meegeteld." },
  { place: 5, wrong: 0n, unsure: 30n, remark: "Urenstaten ontbreken voor een deel van het jaar." },
] as const;

/** A sample that was examined with an error and an uncertainty in it, and one for which evidence is asked. */
export async function loadSamples(world: World): Promise<void> {
  await examine(world, await draw(world, EXAMINED));
  await ask(world, await draw(world, OPEN));
}

async function draw({ tx, structure, people }: World, planned: Planned): Promise<string> {
  const { programmeId } = structure;
  const [now] = await tx.$queryRaw<{ knownAt: string; seq: bigint }[]>`
    SELECT ledger.instant(clock_timestamp()) AS "knownAt", max(seq) AS seq FROM entry WHERE programme_id = ${programmeId}::uuid`;
  if (now === undefined) throw new Error("practice data: the journal is empty");
  const population = {
    programmeId,
    streamId: planned.stream === null ? null : idOf(structure.streams, planned.stream),
    municipalityId:
      planned.municipality === null ? null : idOf(structure.organisations, planned.municipality),
    year: planned.year,
  };
  const plan = planSample(planned.asked, await countPopulation(tx, population, now.seq));
  if (typeof plan === "string") throw new Error(`practice data: no such sample: ${plan}`);
  return writeSample(tx, {
    number: await nextSampleNumber(tx, programmeId, PRACTICE.numberPrefix, "2026"),
    purpose: planned.purpose,
    population,
    knownAt: now.knownAt,
    ledgerSeq: now.seq,
    zeros: (await zeroLines(tx, population, now.knownAt)).length,
    seed: planned.seed,
    asked: planned.asked,
    plan,
    drawn: await drawFrom(tx, population, {
      ledgerSeq: now.seq,
      seed: planned.seed,
      design: designOf(plan),
      drawnAt: null,
    }),
    drawnBy: idOf(people, "auditor"),
  });
}

async function examine({ tx, people }: World, sampleId: string): Promise<void> {
  const items = await tx.sampleItem.findMany({ where: { sampleId }, orderBy: { position: "asc" } });
  const drawn = items.filter(({ stratum }) => stratum === "sampled");
  for (const { seq, amountCents: booked } of items) {
    const found = FOUND.find(({ place }) => drawn[place]?.seq === seq);
    const uncertainCents = found === undefined ? 0n : (booked * found.unsure) / 100n;
    const wrong = found === undefined ? 0n : (booked * found.wrong) / 100n;
    await tx.sampleResult.create({
      data: {
        sampleId,
        seq,
        version: 1,
        auditedCents: booked - wrong - uncertainCents,
        uncertainCents,
        deviates: found !== undefined,
        remark: found?.remark ?? "Factuur en betaling gezien.",
        recordedBy: idOf(people, "auditor"),
      },
    });
  }
}

/** Two questions to Voorbeeldstad: the first was answered in words, the second is open. */
async function ask({ tx, structure, people }: World, sampleId: string): Promise<void> {
  const { programmeId } = structure;
  const [first, second] = await askableLines(tx, { programmeId, sampleId, seq: null });
  if (first === undefined || second === undefined)
    throw new Error("practice data: too little was drawn to ask about");
  const request = ({ open: _, examined: __, ...line }: typeof first) =>
    tx.evidenceRequest.create({
      data: {
        ...line,
        programmeId,
        sampleId,
        question: "Stuur het besluit en de factuur van deze besteding.",
        dueOn: dateOf("2027-01-31"),
        askedBy: idOf(people, "auditor"),
      },
    });
  const answered = await request(first);
  await request(second);
  await tx.evidenceRequestEnd.create({
    data: {
      requestId: answered.id,
      municipalityId: answered.municipalityId,
      outcome: "answered",
      note: "Het besluit staat bij de toekenning; een aparte factuur is er niet.",
      personId: idOf(people, "coordinator"),
    },
  });
}
