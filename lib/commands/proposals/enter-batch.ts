import { recordAudit } from "@/lib/db/audit";
import { once } from "@/lib/db/idempotency";
import { type BatchFacts, batchFacts } from "@/lib/db/proposals/batch-facts";
import { nextBatchNumber, nextProposalNumbers } from "@/lib/db/proposals/numbers";
import { hashOfLine, openBatch, type WrittenLine, writeLines } from "@/lib/db/proposals/write-batch";
import { inContext, LONG, type Tx } from "@/lib/db/transaction";
import type { Actor, Grant } from "@/lib/domain/access";
import { atIndex, type BatchDraft, type BatchOrigin, batchCheck } from "@/lib/domain/proposals/batch";
import { inParts, PART } from "@/lib/domain/proposals/parts";
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
  /** Gone through more than once, and never held whole: a list, or what makes the same lines again each time. */
  readonly lines: Iterable<BatchLine>;
  /** Drafts are kept as they are; what is proposed must have nothing in its way. */
  readonly as: "draft" | "proposed";
}

/** What else stands in the way, asked in the transaction that enters. */
type AlsoInTheWay = (tx: Tx) => Promise<readonly BlockingReason[]>;

/**
 * Enters many proposals at once, all or none; the lines of a reallocation or a scenario are approved together.
 * @param size lines that are checked and written in one go; how many changes nothing but time and memory
 * @returns the id of the batch
 * @throws NotFound, Refusal `blocked` with every reason of every line (`lines.<index>.<field>`)
 */
export async function enterBatch(
  grant: Grant<"allocation:propose">,
  entered: EnteredBatch,
  also: AlsoInTheWay = async () => [],
  size: number = PART,
): Promise<string> {
  const { actor } = grant;
  const { idempotencyKey: key, ...input } = entered;
  const result = await inContext(
    actor,
    (tx) =>
      once(tx, actor, { key, action: "batch.enter", input }, async () => ({
        id: await enterBatchIn(tx, actor, entered, also, size),
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
  size: number = PART,
): Promise<string> {
  const { id, lines } = await enter(tx, actor.personId ?? "", entered, also, size);
  await recordAudit(tx, actor, {
    action: entered.as === "proposed" ? "batch.proposed" : "batch.saved",
    programmeId: entered.programme.id,
    subjectKind: "batch",
    subjectId: id,
    facts: { origin: entered.origin, lines },
  });
  return id;
}

async function enter(
  tx: Tx,
  personId: string,
  input: Omit<EnteredBatch, "idempotencyKey">,
  also: AlsoInTheWay,
  size: number,
): Promise<{ id: string; lines: number }> {
  const [first] = input.lines;
  if (first === undefined)
    throw new Refusal("blocked", { count: "1" }, [{ code: "proposals.reasons.no_lines" }]);
  const together = input.origin === "reallocation" || input.origin === "scenario";
  const year = first.effectiveOn.slice(0, 4);
  const { id: programmeId, numberPrefix } = input.programme;
  // All lines are looked at before the first is written: what is written counts as taken.
  const check = input.as === "proposed" ? batchCheck(together ? input.lines : null) : null;
  const reasons = check === null ? [] : [...(await also(tx))];
  const places = new Places();
  let count = 0;
  for (const part of inParts(input.lines, size)) {
    const facts = await batchFacts(tx, input.programme, part);
    places.add(facts);
    if (check !== null) reasons.push(...atIndex(check.look(part, facts.factsOf, facts.rooms), count));
    count += part.length;
  }
  if (reasons.length > 0) throw new Refusal("blocked", { count: String(reasons.length) }, reasons);

  const numberOf = await nextProposalNumbers(tx, programmeId, numberPrefix, year);
  const hashes: string[] = [];
  for (const line of input.lines) hashes.push(hashOfLine(places.written(line, numberOf(hashes.length))));
  const batch = {
    programmeId,
    personId,
    together,
    number: await nextBatchNumber(tx, programmeId, numberPrefix, year),
    name: input.name,
    origin: input.origin,
    source: input.source,
    status: input.as,
  };
  const id = await openBatch(tx, batch, numbered(hashes, numberOf));
  let from = 1;
  for (const part of inParts(input.lines, size)) {
    const start = from;
    const lines = part.map((line, index) => places.written(line, numberOf(start - 1 + index)));
    await writeLines(tx, batch, { id, from, lines, hashes: hashes.slice(from - 1, from - 1 + part.length) });
    from += part.length;
  }
  return { id, lines: count };
}

function* numbered(
  hashes: readonly string[],
  numberOf: (index: number) => string,
): Generator<readonly [string, string]> {
  for (const [index, hash] of hashes.entries()) yield [numberOf(index), hash];
}

/** The stream of each tranche and the municipality of each area that the lines name. */
class Places {
  private readonly streamOf = new Map<string, string>();
  private readonly municipalityOf = new Map<string, string>();

  add({ streamOf, municipalityOf }: Pick<BatchFacts, "streamOf" | "municipalityOf">): void {
    for (const [tranche, stream] of streamOf) this.streamOf.set(tranche, stream);
    for (const [area, municipality] of municipalityOf) this.municipalityOf.set(area, municipality);
  }

  written(line: BatchLine, number: string): WrittenLine {
    const streamId = this.streamOf.get(line.trancheId);
    if (streamId === undefined) throw new NotFound("tranche");
    const municipalityId = line.areaId === null ? null : (this.municipalityOf.get(line.areaId) ?? null);
    return { ...line, number, streamId, municipalityId };
  }
}
