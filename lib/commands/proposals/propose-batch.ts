import { recordAudit } from "@/lib/db/audit";
import { once } from "@/lib/db/idempotency";
import { batchFacts } from "@/lib/db/proposals/batch-facts";
import { linesOfBatch, lockBatch } from "@/lib/db/proposals/decided-lines";
import { factsOf } from "@/lib/db/proposals/read-proposal";
import { markProposed } from "@/lib/db/proposals/write-decision";
import { inContext, LONG, type Tx } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { atIndex, type BatchCheck, batchCheck } from "@/lib/domain/proposals/batch";
import { atTheirLines, draftOf } from "@/lib/domain/proposals/batch-reasons";
import { inParts, PART } from "@/lib/domain/proposals/parts";
import { type BlockingReason, NotFound, Refusal } from "@/lib/domain/refusal";

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
        const ids = await checkedDrafts(tx, programme, batch);
        for (const part of inParts(ids)) await markProposed(tx, part);
        await recordAudit(tx, actor, {
          action: "batch.proposed",
          programmeId: programme.id,
          subjectKind: "batch",
          subjectId: batchId,
          facts: { lines: ids.length },
        });
        return {};
      }),
    LONG,
  );
}

/** The drafts of a batch, read in parts, when nothing stands in the way of any of them. What is decided together is one part. */
async function checkedDrafts(
  tx: Tx,
  programme: ProposedBatch["programme"],
  batch: { readonly id: string; readonly together: boolean },
): Promise<string[]> {
  const { lines: count } = await lockBatch(tx, programme.id, batch.id);
  const ids: string[] = [];
  const wrong: BlockingReason[] = [];
  let check: BatchCheck | undefined;
  let stale = false;
  if (count === 0) throw new Refusal("not_open");
  for await (const all of linesOfBatch(tx, programme.id, batch.id, batch.together ? count : PART)) {
    const lines = all.filter(({ status }) => status === "draft");
    stale ||= lines.some(({ trueHash, contentHash }) => trueHash !== contentHash);
    for (const { id } of lines) ids.push(id);
    if (stale || lines.length === 0) continue;
    const drafts = lines.map(({ row }) => draftOf(factsOf(row)));
    const facts = await batchFacts(tx, programme, drafts);
    check ??= batchCheck(batch.together ? drafts : null);
    const found = atIndex(check.look(drafts, facts.factsOf, facts.rooms));
    wrong.push(...atTheirLines(found, lines, `/programma/${programme.code}`));
  }
  if (ids.length === 0) throw new Refusal("not_open");
  if (stale) throw new Refusal("stale");
  if (wrong.length > 0) throw new Refusal("blocked", {}, wrong);
  return ids;
}
