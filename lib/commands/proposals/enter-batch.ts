import { recordAudit } from "@/lib/db/audit";
import { once } from "@/lib/db/idempotency";
import { type BatchFacts, batchFacts } from "@/lib/db/proposals/batch-facts";
import { nextBatchNumber, nextProposalNumbers } from "@/lib/db/proposals/numbers";
import { type WrittenLine, writeBatch } from "@/lib/db/proposals/write-batch";
import { inContext, LONG, type Tx } from "@/lib/db/transaction";
import type { Actor, Grant } from "@/lib/domain/access";
import { type BatchDraft, type BatchOrigin, batchReasons } from "@/lib/domain/proposals/batch";
import { type BlockingReason, NotFound, Refusal } from "@/lib/domain/refusal";

/** One line: what a single proposal has. Amounts are cents, dates yyyy-mm-dd. */
export interface BatchLine extends BatchDraft {
  readonly effectiveOn: string;
  readonly legalSource: string | null;
}

export interface EnteredBatch {
  readonly idempotencyKey: string;
  readonly programme: { readonly id: string; readonly code: string; readonly numberPrefix: string };
  readonly origin: BatchOrigin;
  readonly name: string;
  /** Where the lines came from, in words and hashes that an auditor can follow. */
  readonly source: Readonly<Record<string, string>>;
  readonly lines: readonly BatchLine[];
  /** Drafts are kept as they are; what is proposed must have nothing in its way. */
  readonly as: "draft" | "proposed";
}

/** What else stands in the way, asked in the transaction that enters. */
type AlsoInTheWay = (tx: Tx) => Promise<readonly BlockingReason[]>;

/**
 * Enters many proposals at once, all or none; the lines of a reallocation or a scenario are approved together.
 * @returns the id of the batch
 * @throws NotFound, Refusal `blocked` with every reason of every line (`lines.<index>.<field>`)
 */
export async function enterBatch(
  grant: Grant<"allocation:propose">,
  entered: EnteredBatch,
  also: AlsoInTheWay = async () => [],
): Promise<string> {
  const { actor } = grant;
  const { idempotencyKey: key, ...input } = entered;
  const result = await inContext(
    actor,
    (tx) =>
      once(tx, actor, { key, action: "batch.enter", input }, async () => ({
        id: await enterBatchIn(tx, actor, entered, also),
      })),
    LONG,
  );
  return result.id;
}

/** The same, in the transaction of a command that does more, and that is asked only once itself. */
export async function enterBatchIn(
  tx: Tx,
  actor: Actor,
  entered: Omit<EnteredBatch, "idempotencyKey">,
  also: AlsoInTheWay,
): Promise<string> {
  const id = await enter(tx, actor.personId ?? "", entered, also);
  await recordAudit(tx, actor, {
    action: entered.as === "proposed" ? "batch.proposed" : "batch.saved",
    programmeId: entered.programme.id,
    subjectKind: "batch",
    subjectId: id,
    facts: { origin: entered.origin, lines: entered.lines.length },
  });
  return id;
}

async function enter(
  tx: Tx,
  personId: string,
  input: Omit<EnteredBatch, "idempotencyKey">,
  also: AlsoInTheWay,
): Promise<string> {
  if (input.lines.length === 0)
    throw new Refusal("blocked", { count: "1" }, [{ code: "proposals.reasons.no_lines" }]);
  const together = input.origin === "reallocation" || input.origin === "scenario";
  const facts = await batchFacts(tx, input.programme, input.lines);
  if (input.as === "proposed") {
    const reasons = [...(await also(tx)), ...batchReasons(input.lines, facts.factsOf, facts.rooms, together)];
    if (reasons.length > 0) throw new Refusal("blocked", { count: String(reasons.length) }, reasons);
  }
  const year = input.lines[0]?.effectiveOn.slice(0, 4) ?? "";
  const { id: programmeId, numberPrefix } = input.programme;
  const numbers = await nextProposalNumbers(tx, programmeId, numberPrefix, year, input.lines.length);
  return writeBatch(tx, {
    programmeId,
    personId,
    together,
    number: await nextBatchNumber(tx, programmeId, numberPrefix, year),
    name: input.name,
    origin: input.origin,
    source: input.source,
    status: input.as,
    lines: input.lines.map((line, index) => written(line, numbers[index] ?? "", facts)),
  });
}

function written(line: BatchLine, number: string, facts: BatchFacts): WrittenLine {
  const streamId = facts.streamOf.get(line.trancheId);
  if (streamId === undefined) throw new NotFound("tranche");
  const municipalityId = line.areaId === null ? null : (facts.municipalityOf.get(line.areaId) ?? null);
  return { ...line, number, streamId, municipalityId };
}
