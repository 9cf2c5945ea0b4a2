import {
  type DecidedLine,
  type LockedBatch,
  linesOfBatch,
  readLines,
} from "@/lib/db/proposals/decided-lines";
import { shownThen } from "@/lib/db/proposals/reading";
import type { Tx } from "@/lib/db/transaction";
import type { Shown } from "@/lib/domain/proposals/deciding";
import { inParts } from "@/lib/domain/proposals/parts";
import { NotFound, Refusal } from "@/lib/domain/refusal";
import type { BatchDecision } from "./batch-decision";

/** What of a batch was chosen, in its order: lines as they are, and as they were shown. */
export interface Part {
  readonly lines: readonly DecidedLine[];
  readonly shown: readonly Shown[];
}

/**
 * Chosen lines in parts, read as they are gone through; what fits in one part is read once. Of "all", what this person
 * approved before already waits for somebody else and is passed over.
 */
export async function chosenParts(
  tx: Tx,
  { programme, batchId, chosen, outcome }: BatchDecision,
  personId: string,
  { lines: count }: LockedBatch,
  size: number,
): Promise<AsyncIterable<Part>> {
  if ("lines" in chosen) {
    return (async function* () {
      for (const shown of inParts(chosen.lines, Math.max(size, 1))) {
        const ids = shown.map(({ id }) => id);
        const lines = await readLines(tx, programme.id, ids);
        const known = new Set(lines.flatMap(({ id, row }) => (row.batchId === batchId ? [id] : [])));
        if (ids.some((id) => !known.has(id))) throw new NotFound("line");
        yield { lines, shown };
      }
    })();
  }
  const then = await shownThen(tx, batchId, chosen.all);
  if (then === null) throw new Refusal("stale");
  const before = then === "unchanged" ? null : new Map(then.map((one) => [one.id, one]));
  const wasShown = (line: DecidedLine) =>
    before === null ? (line.status === "proposed" ? line : undefined) : before.get(line.id);
  const mine = ({ approvals }: DecidedLine) => approvals.some((one) => one.personId === personId);
  return (async function* () {
    if (count === 0) return;
    for await (const lines of linesOfBatch(tx, programme.id, batchId, size)) {
      const asked = outcome === "returned" ? lines : lines.filter((line) => !mine(line));
      yield { lines, shown: asked.flatMap((line) => wasShown(line) ?? []) };
    }
  })();
}
