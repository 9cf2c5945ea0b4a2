import type { Claim, ClaimLink } from "@/lib/domain/claims/claim";
import { claimSet } from "@/lib/domain/claims/claim-set";
import { cents } from "@/lib/domain/money";
import type { HeadlineSources, KnownConflict } from "@/lib/domain/reconciliation/headline-from-claims";
import { isoDateOrNull } from "../dates";
import type { Prisma } from "../generated/client";
import type { Tx } from "../transaction";
import type { ProgrammeStructure } from "./structure";

const WITH_CODES = {
  stream: { select: { code: true } },
  tranche: { select: { code: true } },
  source: { select: { code: true, title: true } },
  municipality: { select: { code: true } },
  area: { select: { code: true } },
} as const satisfies Prisma.ClaimInclude;
type Row = Prisma.ClaimGetPayload<{ include: typeof WITH_CODES }>;

const centsOrNull = (value: bigint | null) => (value === null ? null : cents(value));

function claimOf({ id: _id, programmeId: _programme, ...row }: Row): Claim {
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

/** The claims a headline rests on, and each conflict with the decision that held at the instant. */
export async function headlineSources(
  tx: Tx,
  programmeId: string,
  knownAt: string,
  { streams, territory }: ProgrammeStructure,
): Promise<HeadlineSources> {
  const rows = await tx.claim.findMany({
    where: { programmeId },
    include: WITH_CODES,
    orderBy: { code: "asc" },
  });
  const links = await tx.claimLink.findMany({
    where: { from: { programmeId } },
    select: {
      kind: true,
      note: true,
      overlapCents: true,
      from: { select: { code: true } },
      to: { select: { code: true } },
    },
  });
  const conflicts = await tx.$queryRaw<(Omit<KnownConflict, "title"> & { nl: string; en: string })[]>`
    SELECT c.code, c.title_nl AS nl, c.title_en AS en,
      ARRAY(SELECT k.code FROM conflict_claim x JOIN claim k ON k.id = x.claim_id WHERE x.conflict_id = c.id ORDER BY x.position, k.code) AS claims,
      nullif((SELECT d.reading_code FROM conflict_decision d
               WHERE d.conflict_id = c.id AND d.decided_at <= ${knownAt}::timestamptz
               ORDER BY d.decided_at DESC, d.id DESC LIMIT 1), 'open') AS decided
      FROM source_conflict c WHERE c.programme_id = ${programmeId}::uuid AND c.kind = 'source_conflict' ORDER BY c.code`;
  const linked = links.map(
    ({ from, to, overlapCents, ...link }): ClaimLink => ({
      ...link,
      from: from.code,
      to: to.code,
      overlap: centsOrNull(overlapCents),
    }),
  );
  return {
    claims: claimSet(rows.map(claimOf), linked),
    territory,
    conflicts: conflicts.map(({ nl, en, ...conflict }) => ({ ...conflict, title: { nl, en } })),
    sourceTitles: new Map(rows.map(({ source }) => [source.code, source.title])),
    streams,
  };
}
