import { dateOf } from "@/lib/db/dates";
import type { Tx } from "@/lib/db/transaction";
import type { Claim } from "@/lib/domain/claims/claim";
import type { PublishedProgramme } from "./rows";

const maybeDate = (day: string | null) => (day === null ? null : dateOf(day));

function finder(rows: readonly { readonly id: string; readonly code: string }[], what: string) {
  const ids = new Map(rows.map(({ id, code }) => [code, id]));
  const need = (code: string): string => {
    const id = ids.get(code);
    if (id === undefined) throw new Error(`published figures: no ${what} ${code}`);
    return id;
  };
  return { need, maybe: (code: string | null) => (code === null ? null : need(code)) };
}
type Finder = ReturnType<typeof finder>;

/** Writes the whole programme in a few statements, one for each table. */
export async function writeProgramme(tx: Tx, published: PublishedProgramme): Promise<void> {
  const { id: programmeId } = await tx.programme.create({ data: published.programme });
  const ids = { select: { id: true, code: true } } as const;

  const organisations = finder(
    await tx.organisation.createManyAndReturn({
      data: published.organisations.map((row) => ({
        ...row,
        validFrom: maybeDate(row.validFrom),
        validTo: maybeDate(row.validTo),
      })),
      ...ids,
    }),
    "organisation",
  );
  await tx.programmeParticipant.createMany({
    data: published.participants.map(({ organisation, validFrom, ...row }) => ({
      ...row,
      programmeId,
      organisationId: organisations.need(organisation),
      validFrom: maybeDate(validFrom),
    })),
  });
  const areas = finder(
    await tx.area.createManyAndReturn({
      data: published.areas.map(({ municipality, aliases, ...row }) => ({
        ...row,
        aliases: [...aliases],
        programmeId,
        municipalityId: organisations.need(municipality),
      })),
      ...ids,
    }),
    "area",
  );
  const streams = finder(
    await tx.stream.createManyAndReturn({
      data: published.streams.map((row) => ({ ...row, programmeId })),
      ...ids,
    }),
    "stream",
  );
  const tranches = await writeParts(tx, published, streams, organisations);
  const sources = finder(
    await tx.source.createManyAndReturn({
      data: published.sources.map((row) => ({
        ...row,
        programmeId,
        publishedOn: maybeDate(row.publishedOn),
      })),
      ...ids,
    }),
    "source",
  );
  await tx.indicator.createMany({
    data: published.indicators.map(({ stream, source, ...row }) => ({
      ...row,
      programmeId,
      streamId: streams.maybe(stream),
      sourceId: sources.need(source),
    })),
  });
  const claims = finder(
    await tx.claim.createManyAndReturn({
      data: published.claims.map((claim) => ({
        ...claimColumns(claim),
        programmeId,
        streamId: streams.maybe(claim.stream),
        trancheId: tranches.maybe(claim.tranche === null ? null : `${claim.stream}/${claim.tranche}`),
        sourceId: sources.need(claim.source),
        municipalityId: organisations.maybe(claim.municipality),
        areaId: areas.maybe(claim.area),
      })),
      ...ids,
    }),
    "claim",
  );
  await tx.claimLink.createMany({
    data: published.claimLinks.map(({ from, to, overlap, ...row }) => ({
      ...row,
      fromId: claims.need(from),
      toId: claims.need(to),
      overlapCents: overlap,
    })),
  });
  await writeConflicts(tx, published, programmeId, claims);
}

async function writeParts(tx: Tx, published: PublishedProgramme, streams: Finder, organisations: Finder) {
  await tx.streamMinistry.createMany({
    data: published.streamMinistries.map(({ stream, ministry, role, validFrom, validTo }) => ({
      role,
      streamId: streams.need(stream),
      ministryId: organisations.need(ministry),
      validFrom: dateOf(validFrom),
      validTo: maybeDate(validTo),
    })),
  });
  await tx.theme.createMany({
    data: published.themes.map(({ stream, ...row }) => ({ ...row, streamId: streams.need(stream) })),
  });
  const made = await tx.tranche.createManyAndReturn({
    data: published.tranches.map(({ stream, ...row }) => ({ ...row, streamId: streams.need(stream) })),
    select: { id: true, code: true, stream: { select: { code: true } } },
  });
  const tranches = finder(
    made.map(({ id, code, stream }) => ({ id, code: `${stream.code}/${code}` })),
    "tranche",
  );
  await tx.carryOverRule.createMany({
    data: published.carryOverRules.map(({ tranche, ...row }) => ({
      ...row,
      trancheId: tranches.need(tranche),
    })),
  });
  return tranches;
}

async function writeConflicts(tx: Tx, published: PublishedProgramme, programmeId: string, claims: Finder) {
  const made = await tx.sourceConflict.createManyAndReturn({
    data: published.conflicts.map(({ claims: _claims, ...row }) => ({
      ...row,
      checkCode: row.code,
      programmeId,
    })),
    select: { id: true, code: true },
  });
  const conflicts = finder(made, "conflict");
  await tx.conflictClaim.createMany({
    data: published.conflicts.flatMap(({ code, claims: named }) =>
      named.map((claim, index) => ({
        conflictId: conflicts.need(code),
        claimId: claims.need(claim),
        position: index + 1,
      })),
    ),
  });
}

/** The columns that a claim has of its own; the places it points at are ids. */
function claimColumns({
  stream,
  tranche,
  source,
  municipality,
  area,
  amount,
  unitAmount,
  band,
  period,
  publishedOn,
  ...rest
}: Claim) {
  return {
    ...rest,
    amountCents: amount,
    unitCents: unitAmount,
    bandLowCents: band?.low ?? null,
    bandHighCents: band?.high ?? null,
    periodText: period,
    publishedOn: maybeDate(publishedOn),
  };
}
