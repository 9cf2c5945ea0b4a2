import type { Claim, ClaimLink } from "@/lib/domain/claims/claim";
import { type ClaimSet, claimSet } from "@/lib/domain/claims/claim-set";
import { cents } from "@/lib/domain/money";
import { isoDateOrNull } from "../dates";
import type { Prisma } from "../generated/client";
import type { Tx } from "../transaction";

const WITH_CODES = {
  stream: { select: { code: true } },
  tranche: { select: { code: true } },
  source: { select: { code: true } },
  municipality: { select: { code: true } },
  area: { select: { code: true } },
} as const satisfies Prisma.ClaimInclude;
type Row = Prisma.ClaimGetPayload<{ include: typeof WITH_CODES }>;

const centsOrNull = (value: bigint | null) => (value === null ? null : cents(value));

function claimOf({
  id: _id,
  programmeId: _programme,
  registeredBy: _by,
  registeredAt: _at,
  ...row
}: Row): Claim {
  const { bandLowCents: low, bandHighCents: high } = row;
  return {
    ...row,
    stream: row.stream?.code ?? null,
    tranche: row.tranche?.code ?? null,
    source: row.source.code,
    municipality: row.municipality?.code ?? null,
    area: row.area?.code ?? null,
    amount: centsOrNull(row.amountCents),
    unitAmount: centsOrNull(row.unitCents),
    band: low === null || high === null ? null : { low: cents(low), high: cents(high) },
    period: row.periodText,
    publishedOn: isoDateOrNull(row.publishedOn),
  };
}

/** Every claim of a programme with the links between them, as they were known at an instant; without one, now. */
export async function readClaims(tx: Tx, programmeId: string, knownAt?: string): Promise<ClaimSet> {
  // A Date would lose the microseconds of the instant: what came after its millisecond is known as well.
  const after = knownAt === undefined ? undefined : new Date(Date.parse(knownAt) + 1);
  // What was read in with the first figures has no instant: it was always known.
  const known = after === undefined ? {} : { OR: [{ registeredAt: null }, { registeredAt: { lt: after } }] };
  const standing = after === undefined ? { is: null } : { isNot: { withdrawnAt: { lt: after } } };
  const rows = await tx.claim.findMany({
    where: { programmeId, ...known },
    include: WITH_CODES,
    orderBy: { code: "asc" },
  });
  const links = await tx.claimLink.findMany({
    where: { from: { programmeId }, ...known, withdrawal: standing },
    select: {
      registeredAt: true,
      kind: true,
      note: true,
      overlapCents: true,
      from: { select: { code: true } },
      to: { select: { code: true } },
    },
  });
  return claimSet(
    rows.map(claimOf),
    links.map(
      ({ from, to, overlapCents, registeredAt, ...link }): ClaimLink => ({
        ...link,
        ...(registeredAt !== null && { registered: true }),
        from: from.code,
        to: to.code,
        overlap: centsOrNull(overlapCents),
      }),
    ),
  );
}
