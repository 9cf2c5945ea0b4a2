import { dateOf } from "@/lib/db/dates";
import { type FindingWords, nextFindingNumber, writeVersion } from "@/lib/db/findings/write-finding";
import type { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";
import type { FindingSide } from "@/lib/domain/findings/finding";
import { cents } from "@/lib/domain/money";
import type { People } from "./people";
import { idOf, type Structure } from "./structure";
import { PRACTICE } from "./structure-data";

interface World {
  readonly tx: Tx;
  readonly structure: Structure;
  readonly people: People;
}

type Event = Omit<
  Prisma.FindingEventUncheckedCreateInput,
  "findingId" | "programmeId" | "version" | "personId"
> & {
  readonly by: string;
};

interface Planned {
  readonly year: number;
  readonly side: FindingSide;
  readonly stream: string;
  readonly municipality: string | null;
  readonly earlier?: string;
  readonly words: Omit<FindingWords, "sampleId" | "entries">;
  readonly events: readonly Event[];
}

const issued: Event = { action: "issued", by: "auditor2" };

/** What the invented auditors found: one that was put right, one that came back a year later, one at a ministry, a draft. */
const FINDINGS: readonly (Planned & { readonly key: string })[] = [
  {
    key: "urenstaten-2024",
    year: 2024,
    side: "municipality",
    stream: "OW",
    municipality: "OEF01",
    words: {
      title: "Urenstaten ontbreken bij armoede en schulden",
      text: "Van drie maanden zijn geen urenstaten gevonden. Of de uren zijn gemaakt, is niet vast te stellen (verzonnen voorbeeld).",
      category: "evidence",
      nature: "uncertainty",
      amount: cents(18_400_00n),
      action: "Leg per maand urenstaten aan, met akkoord van de leidinggevende.",
      dueOn: "2025-12-31",
    },
    events: [
      issued,
      {
        action: "answered",
        agreement: "agrees",
        text: "Wij registreren sinds juli per maand.",
        plannedOn: dateOf("2025-10-01"),
        by: "coordinator",
      },
      {
        action: "closed",
        ending: "stands",
        text: "Registratie gezien over juli tot en met september; over 2024 komt niets meer.",
        by: "auditor",
      },
    ],
  },
  {
    key: "urenstaten-2025",
    year: 2025,
    side: "municipality",
    stream: "OW",
    municipality: "OEF01",
    earlier: "urenstaten-2024",
    words: {
      title: "Urenstaten over het eerste halfjaar nog zonder akkoord",
      text: "De urenstaten zijn er, het akkoord van de leidinggevende ontbreekt tot juli (verzonnen voorbeeld).",
      category: "evidence",
      nature: "uncertainty",
      amount: cents(6_250_00n),
      action: "Laat de leidinggevende de urenstaten over januari tot en met juni alsnog vaststellen.",
      dueOn: "2027-03-31",
    },
    events: [issued],
  },
  {
    key: "dubbel-2025",
    year: 2025,
    side: "municipality",
    stream: "OJ",
    municipality: "OEF02",
    words: {
      title: "Eén factuur is in twee gebieden meegeteld",
      text: "Dezelfde factuur staat bij twee regels (verzonnen voorbeeld).",
      category: "calculation",
      nature: "error",
      amount: cents(4_310_50n),
      action: "Corrigeer de besteding in de volgende rapportage.",
      dueOn: "2026-12-31",
    },
    events: [
      issued,
      {
        action: "answered",
        agreement: "partly",
        text: "De helft hoort wel bij het tweede gebied; wij sturen de verdeling mee.",
        plannedOn: dateOf("2026-12-15"),
        by: "coordinator.oefendam",
      },
    ],
  },
  {
    key: "termijn-2025",
    year: 2025,
    side: "ministry",
    stream: "OW",
    municipality: null,
    words: {
      title: "Beoordeling van rapportages duurt langer dan de eigen termijn",
      text: "Van de rapportages over 2025 is een deel niet binnen acht weken beoordeeld (verzonnen voorbeeld).",
      category: "process",
      nature: "none",
      amount: null,
      action: "Stel vast wie bij afwezigheid beoordeelt.",
      dueOn: "2027-01-31",
    },
    events: [issued],
  },
  {
    key: "concept-2025",
    year: 2025,
    side: "municipality",
    stream: "OW",
    municipality: "OEF03",
    words: {
      title: "Aanbesteding van de inrichting is niet gedocumenteerd",
      text: "De vergelijking van offertes is niet gevonden (verzonnen voorbeeld).",
      category: "procurement",
      nature: "uncertainty",
      amount: cents(31_000_00n),
      action: "Zoek de offertes op, of leg vast waarom er één is gevraagd.",
      dueOn: "2027-02-28",
    },
    events: [],
  },
];

/** Findings in every state, with an uncertainty that the examined sample showed. */
export async function loadFindings(world: World): Promise<void> {
  const ids = new Map<string, string>();
  for (const planned of FINDINGS) ids.set(planned.key, await loadOne(world, planned, ids));
}

async function loadOne(
  { tx, structure, people }: World,
  { stream, municipality, earlier, words, events, ...planned }: Planned,
  ids: ReadonlyMap<string, string>,
): Promise<string> {
  const { programmeId } = structure;
  const place = {
    streamId: idOf(structure.streams, stream),
    municipalityId: municipality === null ? null : idOf(structure.organisations, municipality),
  };
  const { id } = await tx.auditFinding.create({
    data: {
      programmeId,
      number: await nextFindingNumber(tx, programmeId, PRACTICE.numberPrefix, "2026"),
      year: planned.year,
      side: planned.side,
      ...place,
      earlierId: earlier === undefined ? null : idOf(ids, earlier),
      createdBy: idOf(people, "auditor"),
    },
    select: { id: true },
  });
  const at = { findingId: id, programmeId, version: 1 };
  const entries = await entriesOf(tx, {
    programmeId,
    ...place,
    year: planned.year,
    some: words.amount !== null,
  });
  await writeVersion(
    tx,
    at,
    { ...words, entries, sampleId: null },
    { reason: null, writtenBy: idOf(people, "auditor") },
  );
  for (const { by, ...event } of events)
    await tx.findingEvent.create({ data: { ...event, ...at, personId: idOf(people, by) } });
  return id;
}

/** A booked line of the place and year, for a finding that has an amount. */
async function entriesOf(
  tx: Tx,
  at: {
    readonly programmeId: string;
    readonly streamId: string;
    readonly municipalityId: string | null;
    readonly year: number;
    readonly some: boolean;
  },
): Promise<bigint[]> {
  if (!at.some) return [];
  const { programmeId, streamId, municipalityId, year } = at;
  const found = await tx.posting.findFirst({
    where: { programmeId, municipalityId, account: { kind: "spent", streamId, year } },
    orderBy: { entrySeq: "asc" },
    select: { entrySeq: true },
  });
  return found === null ? [] : [found.entrySeq];
}
