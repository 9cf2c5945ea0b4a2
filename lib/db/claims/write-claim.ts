import type { ClaimRegistration } from "@/lib/domain/claims/registration";
import { dateOf } from "../dates";
import type { Tx } from "../transaction";

interface Write {
  readonly programmeId: string;
  readonly personId: string;
  readonly at: Date;
}

/** Numbers in the book are given one at a time per programme. */
export async function holdClaimBook(tx: Tx, programmeId: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`claims ${programmeId}`}, 17))::text`;
}

/** The known source, or a row for the new one. */
async function sourceId(tx: Tx, { programmeId, personId, at }: Write, claim: ClaimRegistration) {
  if (claim.source !== null)
    return tx.source.findUniqueOrThrow({
      where: { programmeId_code: { programmeId, code: claim.source } },
      select: { id: true, publishedOn: true, publishedText: true },
    });
  const { title, publisher, publishedOn, address } = claim.newSource;
  const number = (await tx.source.count({ where: { programmeId, registeredAt: { not: null } } })) + 1;
  return tx.source.create({
    data: {
      programmeId,
      code: `stuk-${number}`,
      title: title ?? "",
      publisher: publisher ?? "",
      publishedOn: publishedOn === null ? null : dateOf(publishedOn),
      address,
      registeredBy: personId,
      registeredAt: at,
    },
    select: { id: true, publishedOn: true, publishedText: true },
  });
}

/** Adds the claim, and what it replaces. Returns its code. */
export async function writeClaim(tx: Tx, write: Write, claim: ClaimRegistration): Promise<string> {
  const { programmeId, personId, at } = write;
  const idOf = { select: { id: true } } as const;
  const source = await sourceId(tx, write, claim);
  const stream =
    claim.stream === null
      ? null
      : await tx.stream.findFirst({ where: { programmeId, code: claim.stream }, ...idOf });
  const area =
    claim.area === null
      ? null
      : await tx.area.findFirst({
          where: { programmeId, code: claim.area },
          select: { id: true, municipality: { select: { code: true } } },
        });
  const municipality = claim.municipality ?? area?.municipality.code ?? null;
  const recipient =
    municipality === null
      ? null
      : await tx.organisation.findUnique({
          where: { code: municipality },
          select: { id: true, preferredName: true, code: true },
        });
  const number = (await tx.claim.count({ where: { programmeId, registeredAt: { not: null } } })) + 1;
  const code = `R-${String(number).padStart(4, "0")}`;
  const { id } = await tx.claim.create({
    data: {
      programmeId,
      sourceId: source.id,
      streamId: stream?.id ?? null,
      municipalityId: recipient?.id ?? null,
      recipientName: recipient?.preferredName ?? null,
      recipientCode: recipient?.code ?? null,
      areaId: area?.id ?? null,
      areaMatch: area === null ? "not_applicable" : "in_area",
      code,
      place: claim.place,
      quote: claim.quote,
      amountCents: claim.amount,
      units: claim.units,
      unitCents: claim.unitAmount,
      unitName: claim.unitName,
      statusVerb: claim.statusVerb,
      status: claim.status,
      precision: claim.precision,
      grain: claim.grain,
      vatBasis: claim.vatBasis,
      periodText: claim.period,
      publishedOn: source.publishedOn,
      publishedText: source.publishedText,
      note: claim.note,
      registeredBy: personId,
      registeredAt: at,
    },
    ...idOf,
  });
  if (claim.replaces !== null) {
    const old = await tx.claim.findUniqueOrThrow({
      where: { programmeId_code: { programmeId, code: claim.replaces } },
      ...idOf,
    });
    await tx.claimLink.create({
      data: {
        fromId: id,
        toId: old.id,
        kind: "replaces",
        note: claim.replaceReason,
        registeredBy: personId,
        registeredAt: at,
      },
      select: { kind: true },
    });
  }
  return code;
}
