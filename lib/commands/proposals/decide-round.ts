import { givingSide } from "@/lib/db/movements/movement-facts";
import { batchFacts } from "@/lib/db/proposals/batch-facts";
import { type DecidedLine, readLines } from "@/lib/db/proposals/decided-lines";
import { factsOf } from "@/lib/db/proposals/read-proposal";
import type { Tx } from "@/lib/db/transaction";
import { cents } from "@/lib/domain/money";
import { yearsThatGive } from "@/lib/domain/movements/movement-reasons";
import {
  atIndex,
  type BatchCheck,
  type BatchDraft,
  type BatchOrigin,
  batchCheck,
} from "@/lib/domain/proposals/batch";
import { atTheirLines, draftOf } from "@/lib/domain/proposals/batch-reasons";
import { type Decider, onBehalf, sortLines } from "@/lib/domain/proposals/deciding";
import { type BlockingReason, Refusal } from "@/lib/domain/refusal";
import type { BatchDecision } from "./batch-decision";
import type { Part } from "./chosen-parts";
import { keepApprovals, returnLines } from "./decide-lines";

interface DecidedBatch {
  readonly together: boolean;
  readonly origin: BatchOrigin;
}

/** One decision on its way through the lines, with what was found so far. */
export class Round {
  /** Lines that go on, in their order. */
  readonly go: string[] = [];
  /** Of those: approved, and waiting for a second approver. */
  readonly waiting = new Set<string>();
  private readonly blocked: BlockingReason[] = [];
  private readonly voided: DecidedLine[] = [];
  private readonly silent: BlockingReason[] = [];
  private readonly wrong: BlockingReason[] = [];
  private readonly reasonOf: (id: string) => string | null;
  private check: BatchCheck | undefined;
  private shown = 0;
  /** The lines of a batch that is one part; they need not be read again. */
  private only: readonly DecidedLine[] | null = null;

  private readonly tx: Tx;
  private readonly input: BatchDecision;
  private readonly batch: DecidedBatch;
  private readonly personId: string;
  private readonly deciderOf: (line: DecidedLine) => Decider;

  constructor(
    tx: Tx,
    input: BatchDecision,
    batch: DecidedBatch,
    personId: string,
    deciderOf: (line: DecidedLine) => Decider,
  ) {
    this.tx = tx;
    this.input = input;
    this.batch = batch;
    this.personId = personId;
    this.deciderOf = deciderOf;
    this.reasonOf = reasons(input);
  }

  async look({ lines, shown }: Part): Promise<void> {
    const { tx, input, personId, deciderOf } = this;
    const { go, voided, blocked } = sortLines(lines, shown, deciderOf, input.outcome);
    this.only = this.shown === 0 ? go : null;
    this.shown += shown.length;
    this.blocked.push(...blocked);
    this.voided.push(...voided);
    for (const { id } of go) this.go.push(id);
    // Nothing is decided any more, only named.
    if (this.blocked.length > 0 || go.length === 0) return;
    const verdicts = go.map((line) => ({
      line,
      reason: this.reasonOf(line.id),
      onBehalfOf: onBehalf(line, deciderOf(line), input.outcome),
    }));
    if (input.outcome === "returned") {
      for (const { line, reason } of verdicts)
        if (!reason?.trim())
          this.silent.push({ code: "batches.reasons.no_reason", line: line.line ?? undefined });
      if (this.silent.length === 0) await returnLines(tx, personId, verdicts);
      return;
    }
    this.wrong.push(...(await this.noLongerFits(go)));
    if (this.wrong.length > 0) return;
    for (const id of await keepApprovals(tx, personId, verdicts)) this.waiting.add(id);
  }

  /** @returns the numbers of the lines that were left out */
  refuseUnlessWhole(live: number): string {
    const { blocked, voided, go } = this;
    const changed = voided.map(({ line }) => ({ code: "batches.reasons.changed", line: line ?? undefined }));
    if (blocked.length > 0) throw new Refusal("blocked", {}, [...blocked, ...changed]);
    if (this.shown === 0) throw new Refusal("blocked", {}, [{ code: "batches.reasons.nothing_chosen" }]);
    if (this.batch.together && go.length < live) throw new Refusal("together", {}, changed);
    if (go.length === 0) throw new Refusal("stale", {}, changed);
    if (this.silent.length > 0) throw new Refusal("reason_required", {}, this.silent);
    if (this.wrong.length > 0) throw new Refusal("blocked", {}, this.wrong);
    return voided.map(({ line }) => line).join(",");
  }

  /** Lines that were looked at, read again: they are locked, and say what was approved. */
  async linesOf(ids: readonly string[]): Promise<readonly DecidedLine[]> {
    const wanted = new Set(ids);
    if (this.only !== null) return this.only.filter(({ id }) => wanted.has(id));
    const lines = await readLines(this.tx, this.input.programme.id, ids);
    if (lines.length < ids.length || lines.some(({ trueHash, contentHash }) => trueHash !== contentHash))
      throw new Refusal("stale");
    const place = new Map(ids.map((id, index) => [id, index]));
    return lines.sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
  }

  private async noLongerFits(go: readonly DecidedLine[]): Promise<BlockingReason[]> {
    const { tx, batch } = this;
    const { programme } = this.input;
    const drafts = go.map(({ row }) => draftOf(factsOf(row)));
    const facts = await batchFacts(tx, programme, drafts, "ledger");
    this.check ??= batchCheck(batch.together ? drafts : null);
    const wrong = atIndex(this.check.look(drafts, facts.factsOf, facts.rooms));
    if (batch.origin === "reallocation") wrong.push(...(await noLongerFree(tx, programme.id, drafts)));
    return atTheirLines(wrong, go, `/programma/${programme.code}`);
  }
}

function reasons({ chosen, reason }: BatchDecision): (id: string) => string | null {
  const own = new Map("lines" in chosen ? chosen.lines.map((line) => [line.id, line.reason]) : []);
  return (id) => own.get(id)?.trim() || reason;
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
