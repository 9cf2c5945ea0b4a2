import { recordAudit } from "@/lib/db/audit";
import { once } from "@/lib/db/idempotency";
import { givingSide } from "@/lib/db/movements/movement-facts";
import { batchFacts } from "@/lib/db/proposals/batch-facts";
import { type DecidedLine, lockBatch } from "@/lib/db/proposals/decided-lines";
import { decidersOf } from "@/lib/db/proposals/deciders";
import { factsOf } from "@/lib/db/proposals/read-proposal";
import { type Reading, shownThen } from "@/lib/db/proposals/reading";
import { inContext, LONG, type Tx } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { cents } from "@/lib/domain/money";
import { yearsThatGive } from "@/lib/domain/movements/movement-reasons";
import { type BatchDraft, type BatchOrigin, batchReasons } from "@/lib/domain/proposals/batch";
import { atTheirLines, draftOf } from "@/lib/domain/proposals/batch-reasons";
import { isOfTheirOwn, onBehalf, type Shown, sortLines } from "@/lib/domain/proposals/deciding";
import { type BlockingReason, NotFound, Refusal } from "@/lib/domain/refusal";
import { approveLines, returnLines } from "./decide-lines";

/** A chosen line as it was on the screen, with why it goes back. */
export interface ChosenLine extends Shown {
  readonly reason: string | null;
}

export interface BatchDecision {
  readonly idempotencyKey: string;
  readonly programme: { readonly id: string; readonly code: string };
  readonly batchId: string;
  readonly outcome: "approved" | "returned";
  /** These lines, or every open line as it was read. */
  readonly chosen: { readonly lines: readonly ChosenLine[] } | { readonly all: Reading };
  /** Why lines go back that have no reason of their own. */
  readonly reason: string | null;
}

/** How a decision came out; kept with its idempotency key, so that the page can tell it again. */
export interface BatchOutcome extends Record<string, string> {
  readonly outcome: "approved" | "returned";
  readonly posted: string;
  readonly waiting: string;
  readonly returned: string;
  /** Lines that changed since they were shown, and were left out. */
  readonly voided: string;
}

/**
 * Another person approves lines of a batch exactly as they were shown, or returns them, each with its reason. A line that
 * changed since is left out and named; the others go on. When a line no longer fits, nothing is approved.
 * @throws NotFound, Refusal `blocked` with every reason of every line, `stale`, `together`, `reason_required`
 */
export async function decideBatch(
  grant: Grant<"proposal:approve">,
  input: BatchDecision,
): Promise<BatchOutcome> {
  const { actor } = grant;
  const { idempotencyKey: key, ...decision } = input;
  return inContext(
    actor,
    (tx) =>
      once(tx, actor, { key, action: "batch.decide", input: decision }, async () => {
        const outcome = await decide(tx, grant, input);
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

async function decide(
  tx: Tx,
  { actor }: Grant<"proposal:approve">,
  input: BatchDecision,
): Promise<BatchOutcome> {
  const batch = await tx.batch.findUnique({ where: { id: input.batchId } });
  if (batch === null || batch.programmeId !== input.programme.id) throw new NotFound("batch");
  const personId = actor.personId ?? "";
  const lines = await lockBatch(tx, input.programme.id, batch.id);
  const decider = await decidersOf(tx, actor);
  // The whole batch is of one person: one sentence says it, however many lines there are.
  if (lines.length > 0 && lines.every((line) => isOfTheirOwn(line, decider(line.row.streamId))))
    throw new Refusal("four_eyes");
  const deciderOf = (line: DecidedLine) => decider(line.row.streamId);
  const shown = await chosenLines(tx, input, lines, personId);
  const { go, voided, blocked } = sortLines(lines, shown, deciderOf, input.outcome);
  const changed = voided.map(({ line }) => ({ code: "batches.reasons.changed", line: line ?? undefined }));
  if (blocked.length > 0) throw new Refusal("blocked", {}, [...blocked, ...changed]);
  if (shown.length === 0) throw new Refusal("blocked", {}, [{ code: "batches.reasons.nothing_chosen" }]);
  if (batch.together && go.length < lines.filter(({ status }) => status !== "cancelled").length)
    throw new Refusal("together", {}, changed);
  if (go.length === 0) throw new Refusal("stale", {}, changed);
  const reasonOf = reasons(input);
  const verdicts = go.map((line) => ({
    line,
    reason: reasonOf(line.id),
    onBehalfOf: onBehalf(line, deciderOf(line), input.outcome),
  }));
  const told = { outcome: input.outcome, voided: voided.map(({ line }) => line).join(",") };
  if (input.outcome === "returned") {
    const silent = verdicts.filter(({ reason }) => !reason?.trim());
    if (silent.length > 0)
      throw new Refusal(
        "reason_required",
        {},
        silent.map(({ line }) => ({ code: "batches.reasons.no_reason", line: line.line ?? undefined })),
      );
    await returnLines(tx, personId, verdicts);
    return { ...told, posted: "0", waiting: "0", returned: String(go.length) };
  }
  await refuseWhatNoLongerFits(tx, input, go, batch);
  const { posted, waiting } = await approveLines(tx, input.programme.id, personId, verdicts, batch.together);
  return { ...told, posted: String(posted.length), waiting: String(waiting.length), returned: "0" };
}

/** Of "all", what this person approved before already waits for somebody else and is passed over. */
async function chosenLines(
  tx: Tx,
  { batchId, chosen, outcome }: BatchDecision,
  lines: readonly DecidedLine[],
  personId: string,
): Promise<readonly Shown[]> {
  if ("lines" in chosen) {
    const known = new Set(lines.map(({ id }) => id));
    if (chosen.lines.some(({ id }) => !known.has(id))) throw new NotFound("line");
    return chosen.lines;
  }
  const shown = await shownThen(tx, batchId, lines, chosen.all);
  if (shown === null) throw new Refusal("stale");
  if (outcome === "returned") return shown;
  const mine = new Set(
    lines.filter(({ approvals }) => approvals.some((one) => one.personId === personId)).map(({ id }) => id),
  );
  return shown.filter(({ id }) => !mine.has(id));
}

function reasons({ chosen, reason }: BatchDecision): (id: string) => string | null {
  const own = new Map("lines" in chosen ? chosen.lines.map((line) => [line.id, line.reason]) : []);
  return (id) => own.get(id)?.trim() || reason;
}

async function refuseWhatNoLongerFits(
  tx: Tx,
  { programme }: BatchDecision,
  go: readonly DecidedLine[],
  { together, origin }: { readonly together: boolean; readonly origin: BatchOrigin },
): Promise<void> {
  const drafts = go.map(({ row }) => draftOf(factsOf(row)));
  const facts = await batchFacts(tx, programme, drafts, "ledger");
  const wrong = batchReasons(drafts, facts.factsOf, facts.rooms, together);
  if (origin === "reallocation") wrong.push(...(await noLongerFree(tx, programme.id, drafts)));
  if (wrong.length > 0)
    throw new Refusal("blocked", {}, atTheirLines(wrong, go, `/programma/${programme.code}`));
}

/** What a movement takes from a year has to be free there when it is approved: it may have been spent meanwhile. */
async function noLongerFree(
  tx: Tx,
  programmeId: string,
  drafts: readonly BatchDraft[],
): Promise<BlockingReason[]> {
  const found: BlockingReason[] = [];
  for (const [index, { allocationId, years }] of drafts.entries()) {
    const moves = years
      .filter(({ amount }) => amount < 0n)
      .map(({ year, amount }) => ({ fromYear: year, toYear: year, amount: cents(-amount) }));
    if (allocationId === null || moves.length === 0) continue;
    const { allocated, spent } = (await givingSide(tx, programmeId, allocationId)).facts;
    const wrong = yearsThatGive({ moves }, { allocated, spent, leaving: new Map() });
    found.push(...wrong.map((reason) => ({ ...reason, field: `lines.${index}.${reason.field}` })));
  }
  return found;
}
