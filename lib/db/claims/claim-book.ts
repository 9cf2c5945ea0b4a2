import type { BookConflict, BookStream, ClaimBook } from "@/lib/domain/claims/claim-book";
import { conflictsAsOf } from "@/lib/domain/claims/conflicts-as-of";
import { isoDateOrNull } from "../dates";
import type { Prisma } from "../generated/client";
import type { Tx } from "../transaction";
import { readClaims } from "./read-claims";

const STREAM = {
  id: true,
  code: true,
  leafletNote: true,
  shortName: true,
  officialName: true,
  earmark: true,
  ministryText: true,
  tranches: { orderBy: { code: "asc" }, select: { code: true, name: true } },
  ministries: { where: { role: "owner" }, orderBy: { validFrom: "asc" }, include: { ministry: true } },
} as const satisfies Prisma.StreamSelect;

function streamOf(row: Prisma.StreamGetPayload<{ select: typeof STREAM }>): BookStream {
  const { leafletNote: note, ministryText, ministries, ...rest } = row;
  const owners = ministries.map(({ ministry, validFrom, validTo }) => ({
    ministry: ministry.abbreviation ?? ministry.preferredName,
    from: isoDateOrNull(validFrom),
    to: isoDateOrNull(validTo),
  }));
  const named =
    ministryText === null
      ? owners.filter(({ to }) => to === null).map((one) => one.ministry)
      : ministryText.split(", ");
  return { ...rest, note, ministries: named, owners };
}

async function readConflicts(tx: Tx, programmeId: string): Promise<BookConflict[]> {
  const rows = await tx.sourceConflict.findMany({
    where: { programmeId },
    orderBy: { code: "asc" },
    include: {
      claims: { orderBy: { position: "asc" }, select: { claim: { select: { code: true } } } },
      decisions: {
        orderBy: [{ decidedAt: "desc" }, { id: "desc" }],
        include: {
          person: { select: { name: true } },
          proposal: { select: { person: { select: { name: true } } } },
        },
      },
      proposals: {
        where: { decision: { is: null } },
        orderBy: [{ proposedAt: "desc" }, { id: "desc" }],
        include: {
          person: { select: { name: true } },
          returned: { include: { person: { select: { name: true } } } },
        },
      },
    },
  });
  return rows.map(({ claims, decisions, proposals, programmeId: _programme, ...row }) => ({
    ...row,
    proposals: proposals.map(
      ({ id, readingCode, reason, contentHash, person, proposedBy, proposedAt, returned }) => ({
        id,
        reading: readingCode,
        reason,
        hash: contentHash,
        by: person?.name ?? "",
        byId: proposedBy,
        at: proposedAt,
        returned: returned && {
          by: returned.person?.name ?? "",
          reason: returned.reason,
          at: returned.returnedAt,
        },
      }),
    ),
    claims: claims.map(({ claim }) => claim.code),
    decisions: decisions.map(({ readingCode, reason, decidedAt, person, proposal }) => ({
      reading: readingCode,
      reason,
      by: person?.name ?? "",
      at: decidedAt,
      proposedBy: proposal?.person?.name ?? null,
    })),
  }));
}

/** Everything published about a programme, in a handful of statements; with an instant, claims and decisions as known then. */
export async function readClaimBook(tx: Tx, programmeId: string, knownAt?: string): Promise<ClaimBook> {
  const participants = await tx.programmeParticipant.findMany({
    where: { programmeId },
    include: { organisation: true },
    orderBy: { organisation: { preferredName: "asc" } },
  });
  const areas = await tx.area.findMany({
    where: { programmeId },
    orderBy: { name: "asc" },
    include: { municipality: { select: { code: true } } },
  });
  const streams = await tx.stream.findMany({
    where: { programmeId },
    orderBy: [{ position: "asc" }, { code: "asc" }],
    select: STREAM,
  });
  const sources = await tx.source.findMany({
    where: { programmeId },
    orderBy: [{ publishedOn: "asc" }, { code: "asc" }],
  });
  const indicators = await tx.indicator.findMany({
    where: { programmeId },
    include: { stream: { select: { code: true } }, source: { select: { code: true } } },
    orderBy: { id: "asc" },
  });
  const conflicts = await readConflicts(tx, programmeId);
  const of = (kind: "ministry" | "municipality") =>
    participants.filter(({ organisation }) => organisation.kind === kind);
  return {
    claims: await readClaims(tx, programmeId, knownAt),
    territory: of("municipality").map(({ organisation: { id, code, isG4 } }) => ({
      code,
      isG4,
      areas: areas.filter(({ municipalityId }) => municipalityId === id).map((area) => area.code),
    })),
    streams: streams.map(streamOf),
    municipalities: of("municipality").map(({ organisation: { id, code, preferredName } }) => ({
      id,
      code,
      name: preferredName,
    })),
    areas: areas.map(({ id, code, name, aliases, latitude, longitude, wave, municipality }) => ({
      id,
      code,
      name,
      aliases,
      latitude,
      longitude,
      wave,
      municipality: municipality.code,
    })),
    ministries: of("ministry").map(({ inLeaflet, validFrom, organisation }) => ({
      code: organisation.abbreviation ?? organisation.preferredName,
      inLeaflet,
      validFrom: isoDateOrNull(validFrom),
    })),
    sources: sources.map(
      ({ id: _id, programmeId: _programme, registeredBy: _by, registeredAt: _at, publishedOn, ...row }) => ({
        ...row,
        publishedOn: isoDateOrNull(publishedOn),
      }),
    ),
    indicators: indicators.map(({ stream, source, id: _id, programmeId: _programme, ...row }) => ({
      ...row,
      stream: stream?.code ?? null,
      source: source?.code ?? null,
    })),
    conflicts: knownAt === undefined ? conflicts : conflictsAsOf(conflicts, knownAt),
  };
}
