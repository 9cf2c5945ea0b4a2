import { recordAudit } from "@/lib/db/audit";
import { once } from "@/lib/db/idempotency";
import { batchFacts } from "@/lib/db/proposals/batch-facts";
import { lockBatch } from "@/lib/db/proposals/decided-lines";
import { factsOf } from "@/lib/db/proposals/read-proposal";
import { markProposed } from "@/lib/db/proposals/write-decision";
import { inContext, LONG } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { batchReasons } from "@/lib/domain/proposals/batch";
import { atTheirLines, draftOf } from "@/lib/domain/proposals/batch-reasons";
import { NotFound, Refusal } from "@/lib/domain/refusal";

export interface ProposedBatch {
  readonly idempotencyKey: string;
  readonly programme: { readonly id: string; readonly code: string };
  readonly batchId: string;
}

/**
 * The author proposes the drafts of a batch, all or none: while anything stands in the way of one line nothing changes.
 * @throws NotFound, Refusal `not_allowed`, `not_open`, `blocked` with every reason of every line
 */
export async function proposeBatch(grant: Grant<"allocation:propose">, input: ProposedBatch): Promise<void> {
  const { actor } = grant;
  const { idempotencyKey: key, programme, batchId } = input;
  await inContext(
    actor,
    (tx) =>
      once(tx, actor, { key, action: "batch.propose", input: { programme, batchId } }, async () => {
        const batch = await tx.batch.findUnique({ where: { id: batchId } });
        if (batch === null || batch.programmeId !== programme.id) throw new NotFound("batch");
        if (batch.createdBy !== actor.personId) throw new Refusal("not_allowed");
        const lines = (await lockBatch(tx, programme.id, batchId)).filter(({ status }) => status === "draft");
        if (lines.length === 0) throw new Refusal("not_open");
        if (lines.some(({ trueHash, contentHash }) => trueHash !== contentHash)) throw new Refusal("stale");
        const drafts = lines.map(({ row }) => draftOf(factsOf(row)));
        const facts = await batchFacts(tx, programme, drafts);
        const wrong = batchReasons(drafts, facts.factsOf, facts.rooms, batch.together);
        if (wrong.length > 0)
          throw new Refusal("blocked", {}, atTheirLines(wrong, lines, `/programma/${programme.code}`));
        await markProposed(
          tx,
          lines.map(({ id }) => id),
        );
        await recordAudit(tx, actor, {
          action: "batch.proposed",
          programmeId: programme.id,
          subjectKind: "batch",
          subjectId: batchId,
          facts: { lines: lines.length },
        });
        return {};
      }),
    LONG,
  );
}
