import { recordAudit } from "@/lib/db/audit";
import { contentHash } from "@/lib/db/hash";
import { once } from "@/lib/db/idempotency";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { decisionContent, waitingDecision } from "@/lib/domain/claims/conflict-state";
import { type BlockingReason, Refusal } from "@/lib/domain/refusal";
import { openConflict } from "./open-conflict";

export interface DecisionAnswer {
  readonly idempotencyKey: string;
  readonly programmeId: string;
  readonly conflict: string;
  readonly proposal: string;
  /** Hash of what was on the page. */
  readonly hash: string;
  readonly answer: "agree" | "return";
  /** Why it goes back; not asked when agreeing. */
  readonly reason: string | null;
}

/**
 * A second person agrees to exactly what was proposed, or gives it back with a reason. From the agreement on it counts;
 * what was read before stays as it was.
 * @throws NotFound, Refusal `four_eyes` for who proposed it, `stale` when it was answered meanwhile or its figures changed
 */
export async function answerDecision(grant: Grant<"conflict:agree">, input: DecisionAnswer): Promise<void> {
  const { actor } = grant;
  const { idempotencyKey: key, ...given } = input;
  await inContext(actor, (tx) =>
    once(tx, actor, { key, action: "conflict.answer", input: given }, async () => {
      const { book, conflict } = await openConflict(tx, actor, input.programmeId, input.conflict);
      const proposed = waitingDecision(conflict);
      if (proposed === null || proposed.id !== input.proposal)
        throw blockedBy("stale", "claims.conflict.answered");
      const agrees = input.answer === "agree";
      if (agrees && proposed.byId === actor.personId) throw blockedBy("four_eyes", "claims.conflict.own");
      const now = contentHash(decisionContent(book, conflict, proposed));
      if (agrees && (now !== proposed.hash || input.hash !== proposed.hash))
        throw blockedBy("stale", "claims.conflict.changed");
      if (agrees) {
        await tx.conflictDecision.create({
          data: {
            conflictId: conflict.id,
            readingCode: proposed.reading,
            reason: proposed.reason,
            contentHash: proposed.hash,
            proposalId: proposed.id,
            decidedBy: actor.personId ?? "",
          },
        });
      } else {
        if (input.reason === null)
          throw blockedBy("reason_required", "claims.conflict.returnReason", "reason");
        await tx.conflictReturn.create({
          data: { proposalId: proposed.id, reason: input.reason, returnedBy: actor.personId ?? "" },
        });
      }
      await recordAudit(tx, actor, {
        action: agrees ? "conflict.decided" : "conflict.returned",
        programmeId: input.programmeId,
        municipalityId: null,
        subjectKind: "source_conflict",
        subjectId: conflict.id,
        facts: { code: conflict.code, reading: proposed.reading },
      });
      return {};
    }),
  );
}

const blockedBy = (
  code: "stale" | "four_eyes" | "reason_required",
  reason: BlockingReason["code"],
  field?: string,
): Refusal => new Refusal(code, {}, [{ code: reason, field }]);
