import { dateOf } from "@/lib/db/dates";
import type { Tx } from "@/lib/db/transaction";
import { idOf, type Structure } from "./structure";
import { STREAMS } from "./structure-data";

const PUBLISHED = "2023-03-01";

/** The practice letter's figures: a headline, an amount per note, and one note with two sources that disagree. */
export async function loadPracticeClaims(
  tx: Tx,
  { programmeId, streams }: Structure,
): Promise<ReadonlyMap<string, string>> {
  const letter = await tx.source.create({
    data: {
      programmeId,
      code: "oefenbrief",
      title: "Oefenbrief 1-3-2023",
      publisher: "Oefenministerie A",
      publishedOn: dateOf(PUBLISHED),
    },
  });
  const answer = await tx.source.create({
    data: {
      programmeId,
      code: "oefenantwoord",
      title: "Oefenantwoord 15-6-2023",
      publisher: "Oefenministerie B",
      publishedOn: dateOf("2023-06-15"),
    },
  });
  const base = {
    programmeId,
    sourceId: letter.id,
    publishedOn: dateOf(PUBLISHED),
    status: "announced",
    precision: "as_published",
  } as const;
  const claims = new Map<string, string>();
  const headline = await tx.claim.create({
    data: {
      ...base,
      code: "OEF-0",
      place: "inleiding",
      quote: "ruim 96 miljoen",
      amountCents: 96_000_000_00n,
      bandLowCents: 95_500_000_00n,
      bandHighCents: 96_500_000_00n,
      precision: "more_than",
      precisionText: "ruim",
      status: "reserved",
      statusVerb: "gereserveerd",
      grain: "programme",
    },
  });
  claims.set("headline", headline.id);
  for (const stream of STREAMS) {
    const made = await tx.claim.create({
      data: {
        ...base,
        code: `OEF-${stream.note}`,
        place: `noot ${stream.note}`,
        streamId: idOf(streams, stream.code),
        amountCents: stream.claimCents,
        statusVerb: "beschikbaar",
        grain: "stream",
      },
    });
    claims.set(stream.code, made.id);
    await tx.claimLink.create({ data: { fromId: made.id, toId: headline.id, kind: "part_of" } });
  }
  const note4 = { ...base, statusVerb: "beschikbaar", grain: "programme" } as const;
  const first = await tx.claim.create({
    data: { ...note4, code: "OEF-4", place: "noot 4", amountCents: 4_500_000_00n },
  });
  const second = await tx.claim.create({
    data: {
      ...note4,
      code: "OEF-4b",
      place: "vraag 3",
      sourceId: answer.id,
      publishedOn: dateOf("2023-06-15"),
      amountCents: 4_200_000_00n,
    },
  });
  await tx.sourceConflict.create({
    data: {
      programmeId,
      code: "OEF-C1",
      checkCode: "two_figures",
      kind: "source_conflict",
      severity: "medium",
      place: "noot 4",
      titleNl: "Noot 4: twee bronnen, twee bedragen",
      titleEn: "Note 4: two sources, two amounts",
      textNl:
        "De oefenbrief en het oefenantwoord noemen elk een ander bedrag voor noot 4. Geen van beide noemt een regeling.",
      textEn:
        "The practice letter and the practice answer each give another amount for note 4. Neither names a scheme.",
      treatmentNl: "Beide bedragen blijven staan. Tot een besluit telt geen van beide mee.",
      treatmentEn: "Both amounts stay. Until it is decided neither counts.",
      claims: {
        create: [
          { claimId: first.id, position: 1 },
          { claimId: second.id, position: 2 },
        ],
      },
    },
  });
  return claims;
}
