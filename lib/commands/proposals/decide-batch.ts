import { recordAudit } from "@/lib/db/audit";
import { once } from "@/lib/db/idempotency";
import { lockBatch } from "@/lib/db/proposals/decided-lines";
import { decidersOf } from "@/lib/db/proposals/deciders";
import { inContext, LONG, type Tx } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { isOfTheirOwn } from "@/lib/domain/proposals/deciding";
import { inParts, PART } from "@/lib/domain/proposals/parts";
import { NotFound, Refusal } from "@/lib/domain/refusal";
import type { BatchDecision, BatchOutcome } from "./batch-decision";
import { chosenParts } from "./chosen-parts";
import { postLines } from "./decide-lines";
import { Round } from "./decide-round";

export type { BatchDecision, BatchOutcome } from "./batch-decision";

/**
 * Another person approves lines of a batch exactly as they were shown, or returns them, each with its reason. A line that
 * changed since is left out and named; the others go on. When a line no longer fits, nothing is approved.
 * @param size lines that go through in one go; how many changes nothing but time and memory
 * @throws NotFound, Refusal `blocked` with every reason of every line, `stale`, `together`, `reason_required`
 */
export async function decideBatch(
  grant: Grant<"proposal:approve">,
  input: BatchDecision,
  size: number = PART,
): Promise<BatchOutcome> {
  const { actor } = grant;
  const { idempotencyKey: key, ...decision } = input;
  return inContext(
    actor,
    (tx) =>
      once(tx, actor, { key, action: "batch.decide", input: decision }, async () => {
        const outcome = await decide(tx, grant, input, size);
        await recordAudit(tx, actor, {
          action: `batch.${input.outcome}`,
          programmeId: input.programme.id,
          subjectKind: "batch",
          subjectId: input.batchId,
          facts: outcome,
        });
        return outcome;
      }),
    LONG,
  );
}

/**
 * The lines go through in parts, so that a hundred thousand of them take no more memory than a part. First all are looked
 * at and their approvals kept, then they are posted: what is posted changes what there is room for.
 */
async function decide(
  tx: Tx,
  { actor }: Grant<"proposal:approve">,
  input: BatchDecision,
  size: number,
): Promise<BatchOutcome> {
  const batch = await tx.batch.findUnique({ where: { id: input.batchId } });
  if (batch === null || batch.programmeId !== input.programme.id) throw new NotFound("batch");
  const personId = actor.personId ?? "";
  const locked = await lockBatch(tx, input.programme.id, batch.id);
  const decider = await decidersOf(tx, actor);
  // The whole batch is of one person: one sentence says it, however many lines there are.
  if (locked.lines > 0 && locked.authors.every((author) => isOfTheirOwn(author, decider(author.streamId))))
    throw new Refusal("four_eyes");
  // What is approved together is marked together, in one statement: it is never in parts.
  const parts = await chosenParts(tx, input, personId, locked, batch.together ? locked.lines : size);
  const round = new Round(tx, input, batch, personId, (line) => decider(line.row.streamId));
  for await (const part of parts) await round.look(part);
  const told = { outcome: input.outcome, voided: round.refuseUnlessWhole(locked.live) };
  if (input.outcome === "returned")
    return { ...told, posted: "0", waiting: "0", returned: String(round.go.length) };
  const held = batch.together && round.waiting.size > 0;
  const ready = held ? [] : round.go.filter((id) => !round.waiting.has(id));
  const first = new Map<string, bigint>();
  for (const ids of inParts(ready, size))
    await postLines(tx, input.programme.id, personId, await round.linesOf(ids), first);
  const waiting = round.go.length - ready.length;
  return { ...told, posted: String(ready.length), waiting: String(waiting), returned: "0" };
}
