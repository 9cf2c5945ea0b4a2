import { recordAudit } from "@/lib/db/audit";
import { contentHash } from "@/lib/db/hash";
import { once } from "@/lib/db/idempotency";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { type BookConflict, choicesOf, OPEN } from "@/lib/domain/claims/claim-book";
import { conflictState, decisionContent, waitingDecision } from "@/lib/domain/claims/conflict-state";
import { type BlockingReason, Refusal } from "@/lib/domain/refusal";
import { openConflict } from "./open-conflict";

export interface ConflictChoice {
  readonly idempotencyKey: string;
  readonly programmeId: string;
  readonly conflict: string;
  /** Code of a reading, or "open" to choose none. */
  readonly reading: string;
  readonly reason: string;
  /** How many decisions the person had in view: a newer one makes the form stale. */
  readonly seen: number;
}

/**
 * Proposes a decision; nothing changes until a second person agrees to it.
 * @throws NotFound, Refusal `blocked` for a reading that the conflict does not have or figures that were replaced, `stale` when somebody proposed or decided meanwhile
 */
export async function proposeDecision(grant: Grant<"conflict:decide">, input: ConflictChoice): Promise<void> {
  const { actor } = grant;
  const { idempotencyKey: key, ...choice } = input;
  await inContext(actor, (tx) =>
    once(tx, actor, { key, action: "conflict.propose", input: choice }, async () => {
      const { book, conflict } = await openConflict(tx, actor, input.programmeId, input.conflict);
      refuseStale(conflict, input.seen);
      const reasons: BlockingReason[] = [];
      if (conflictState(book, conflict) === "superseded")
        reasons.push({ code: "claims.conflict.superseded" });
      if (input.reading !== OPEN && !choicesOf(book, conflict).some(({ code }) => code === input.reading))
        reasons.push({ code: "claims.conflict.unknown", field: "reading" });
      if (reasons.length > 0) throw new Refusal("blocked", {}, reasons);
      const { id } = await tx.conflictProposal.create({
        data: {
          conflictId: conflict.id,
          readingCode: input.reading,
          reason: input.reason,
          contentHash: contentHash(decisionContent(book, conflict, input)),
          proposedBy: actor.personId ?? "",
        },
        select: { id: true },
      });
      await recordAudit(tx, actor, {
        action: "conflict.proposed",
        programmeId: input.programmeId,
        municipalityId: null,
        subjectKind: "source_conflict",
        subjectId: conflict.id,
        facts: { code: conflict.code, reading: input.reading },
      });
      return { id };
    }),
  );
}

function refuseStale(conflict: BookConflict, seen: number): void {
  const waiting = waitingDecision(conflict);
  const newer = waiting ?? (conflict.decisions.length > seen ? conflict.decisions[0] : undefined);
  if (newer === undefined || newer === null) return;
  const facts = { name: newer.by, reason: newer.reason };
  throw new Refusal("stale", facts, [
    { code: waiting === null ? "claims.conflict.stale" : "claims.conflict.waiting", facts },
  ]);
}
