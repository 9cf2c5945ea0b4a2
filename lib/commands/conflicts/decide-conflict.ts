import { recordAudit } from "@/lib/db/audit";
import { readClaimBook } from "@/lib/db/claims/claim-book";
import { holdConflict } from "@/lib/db/claims/hold-conflict";
import { takesPart } from "@/lib/db/claims/takes-part";
import { once } from "@/lib/db/idempotency";
import { inContext, type Tx } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { choicesOf, OPEN } from "@/lib/domain/claims/claim-book";
import { NotFound, Refusal } from "@/lib/domain/refusal";

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
 * Adds a decision; earlier ones stay, so that an earlier state reads as it did then.
 * @throws NotFound (also for a ministry that is not in the programme), Refusal `blocked` for a reading that the conflict does not have, `stale` when somebody decided meanwhile
 */
export async function decideConflict(grant: Grant<"conflict:decide">, input: ConflictChoice): Promise<void> {
  const { actor } = grant;
  const { idempotencyKey: key, ...choice } = input;
  await inContext(actor, (tx) =>
    once(tx, actor, { key, action: "conflict.decide", input: choice }, async () => {
      if (!(await takesPart(tx, input.programmeId, actor))) throw new NotFound("conflict");
      const book = await readClaimBook(tx, input.programmeId);
      const conflict = book.conflicts.find(({ code }) => code === input.conflict);
      if (conflict === undefined || conflict.kind !== "source_conflict") throw new NotFound("conflict");
      await holdConflict(tx, conflict.id);
      await refuseStale(tx, conflict.id, input.seen);
      const known =
        input.reading === OPEN || choicesOf(book, conflict).some(({ code }) => code === input.reading);
      if (!known) throw new Refusal("blocked", {}, [{ code: "claims.conflict.unknown", field: "reading" }]);
      await tx.conflictDecision.create({
        data: {
          conflictId: conflict.id,
          readingCode: input.reading,
          reason: input.reason,
          decidedBy: actor.personId ?? "",
        },
      });
      await recordAudit(tx, actor, {
        action: "conflict.decided",
        programmeId: input.programmeId,
        municipalityId: null,
        subjectKind: "source_conflict",
        subjectId: conflict.id,
        facts: { code: conflict.code, reading: input.reading },
      });
      return {};
    }),
  );
}

async function refuseStale(tx: Tx, conflictId: string, seen: number): Promise<void> {
  const [newest, ...earlier] = await tx.conflictDecision.findMany({
    where: { conflictId },
    orderBy: [{ decidedAt: "desc" }, { id: "desc" }],
    include: { person: { select: { name: true } } },
  });
  if (newest === undefined || earlier.length + 1 <= seen) return;
  const facts = { name: newest.person?.name ?? "", reason: newest.reason };
  throw new Refusal("stale", facts, [{ code: "claims.conflict.stale", facts }]);
}
