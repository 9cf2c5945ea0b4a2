import { recordAudit } from "@/lib/db/audit";
import { readClaims } from "@/lib/db/claims/read-claims";
import { registerFound } from "@/lib/db/claims/register-found";
import { takesPart } from "@/lib/db/claims/takes-part";
import { holdClaimBook } from "@/lib/db/claims/write-claim";
import { once } from "@/lib/db/idempotency";
import { inContext, type Tx } from "@/lib/db/transaction";
import type { Actor, Grant } from "@/lib/domain/access";
import type { ClaimLinkKind } from "@/lib/domain/claims/claim";
import { type LinkAsked, linkReasons } from "@/lib/domain/claims/linking";
import { NotFound, Refusal } from "@/lib/domain/refusal";

interface Asked {
  readonly idempotencyKey: string;
  readonly programmeId: string;
}

/**
 * Says how two claims hang together, and adds to the register what that makes visible.
 * @throws NotFound for a claim or a programme that is not this person's, Refusal `blocked` with every reason
 */
export async function linkClaims(grant: Grant<"claim:register">, input: Asked & LinkAsked): Promise<void> {
  const { actor } = grant;
  const { idempotencyKey: key, ...link } = input;
  const { programmeId, from, kind, to, overlap, note } = link;
  await inContext(actor, (tx) =>
    once(tx, actor, { key, action: "claim.link", input: link }, async () => {
      await openBook(tx, programmeId, actor);
      const claims = await readClaims(tx, programmeId);
      if (claims.find(from) === null) throw new NotFound("claim");
      const reasons = linkReasons(claims, await readWithdrawn(tx, programmeId), link);
      if (reasons.length > 0) throw new Refusal("blocked", {}, reasons);
      const ids = await idsOf(tx, programmeId, link);
      const at = new Date();
      await tx.claimLink.create({
        data: { ...ids, kind, overlapCents: overlap, note, registeredBy: actor.personId, registeredAt: at },
        select: { kind: true },
      });
      const found = await registerFound(tx, programmeId, at);
      await recordAudit(tx, actor, {
        action: "claim.linked",
        programmeId,
        municipalityId: null,
        subjectKind: "claim",
        facts: { from, kind, to, found: found.join(" ") },
      });
      return {};
    }),
  );
}

export interface LinkWithdrawn extends Asked {
  readonly from: string;
  readonly kind: ClaimLinkKind;
  readonly to: string;
  readonly reason: string;
}

/**
 * Takes back a link that a person made: it stays readable, and counts no more from now on.
 * @throws NotFound, also for a link of the first figures or one that was taken back already
 */
export async function withdrawClaimLink(grant: Grant<"claim:register">, input: LinkWithdrawn): Promise<void> {
  const { actor } = grant;
  const { idempotencyKey: key, ...link } = input;
  const { programmeId, from, kind, to, reason } = link;
  await inContext(actor, (tx) =>
    once(tx, actor, { key, action: "claim.unlink", input: link }, async () => {
      await openBook(tx, programmeId, actor);
      const { links } = await readClaims(tx, programmeId);
      if (!links.some((one) => one.registered && one.from === from && one.kind === kind && one.to === to))
        throw new NotFound("link");
      const at = new Date();
      await tx.claimLinkWithdrawal.create({
        data: {
          ...(await idsOf(tx, programmeId, link)),
          kind,
          reason,
          withdrawnBy: actor.personId ?? "",
          withdrawnAt: at,
        },
        select: { kind: true },
      });
      const found = await registerFound(tx, programmeId, at);
      await recordAudit(tx, actor, {
        action: "claim.unlinked",
        programmeId,
        municipalityId: null,
        subjectKind: "claim",
        facts: { from, kind, to, found: found.join(" ") },
      });
      return {};
    }),
  );
}

async function openBook(tx: Tx, programmeId: string, actor: Actor): Promise<void> {
  if (!(await takesPart(tx, programmeId, actor))) throw new NotFound("programme");
  await holdClaimBook(tx, programmeId);
}

async function idsOf(
  tx: Tx,
  programmeId: string,
  { from, to }: { readonly from: string; readonly to: string },
) {
  const idOf = async (code: string) =>
    (
      await tx.claim.findUniqueOrThrow({
        where: { programmeId_code: { programmeId, code } },
        select: { id: true },
      })
    ).id;
  return { fromId: await idOf(from), toId: await idOf(to) };
}

async function readWithdrawn(tx: Tx, programmeId: string) {
  const rows = await tx.claimLinkWithdrawal.findMany({
    where: { link: { from: { programmeId } } },
    select: {
      kind: true,
      link: { select: { from: { select: { code: true } }, to: { select: { code: true } } } },
    },
  });
  return rows.map(({ kind, link }) => ({ kind, from: link.from.code, to: link.to.code }));
}
