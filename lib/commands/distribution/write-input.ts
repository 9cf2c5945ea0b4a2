import { recordAudit } from "@/lib/db/audit";
import { readRecipients } from "@/lib/db/distribution/recipients";
import { writeInput } from "@/lib/db/distribution/write";
import { once } from "@/lib/db/idempotency";
import { inContext, type Tx } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { droppedCodes } from "@/lib/domain/distribution/effects";
import type { Grain } from "@/lib/domain/distribution/key";
import { readFields, readLines } from "@/lib/domain/distribution/typed-values";
import { type BlockingReason, NotFound, Refusal } from "@/lib/domain/refusal";
import { storedValues } from "@/lib/input/distribution-key";

export interface EnteredInput {
  readonly idempotencyKey: string;
  readonly programmeId: string;
  readonly streamId: string;
  readonly name: string;
  readonly grain: Grain;
  readonly source: string;
  readonly sourceOn: string;
  readonly typed: ReadonlyMap<string, string>;
  /** Lines of code and value; they take the place of what was typed per recipient. */
  readonly lines: string;
  /** Seen that recipients of the set before it have no value any more. */
  readonly confirmed: boolean;
}

/**
 * Keeps a dated set of figures. A set of the same name before it stays, and stays in use where a run used it.
 * @returns the id of the set
 * @throws NotFound, Refusal `blocked` with every line that cannot be used
 */
export async function enterInput(grant: Grant<"allocation:propose">, entered: EnteredInput): Promise<string> {
  const { actor } = grant;
  const { idempotencyKey: key, typed, ...input } = entered;
  const call = {
    key,
    action: "distribution-input.enter",
    input: { ...input, typed: Object.fromEntries(typed) },
  };
  const result = await inContext(actor, (tx) =>
    once(tx, actor, call, async () => {
      const values = await readTyped(tx, entered);
      const { programmeId, streamId, name, grain, source, sourceOn } = entered;
      const set = { programmeId, streamId, name, grain, source, sourceOn };
      const { id } = await writeInput(tx, { ...set, values, createdBy: actor.personId });
      await recordAudit(tx, actor, {
        action: "distribution-input.entered",
        programmeId,
        subjectKind: "distribution_input",
        subjectId: id,
        facts: { recipients: values.size },
      });
      return { id };
    }),
  );
  return result.id;
}

async function readTyped(tx: Tx, entered: EnteredInput): Promise<ReadonlyMap<string, string>> {
  const { programmeId, streamId, name, grain, lines, typed } = entered;
  const stream = await tx.stream.findUnique({ where: { id: streamId } });
  if (stream === null || stream.programmeId !== programmeId) throw new NotFound("stream");
  const known = new Set((await readRecipients(tx, programmeId, grain)).map(({ code }) => code));
  const own = new Map([...typed].filter(([code]) => known.has(code)));
  const read = lines.trim() === "" ? readFields(own) : readLines(lines, known);
  const before = await tx.distributionInput.findFirst({
    where: { streamId, name },
    orderBy: { createdAt: "desc" },
  });
  const dropped = before
    ? droppedCodes(Object.keys(storedValues.parse(before.values)), new Set(read.values.keys()))
    : [];
  const reasons: BlockingReason[] = [
    ...read.reasons,
    ...(read.values.size === 0 && read.reasons.length === 0
      ? [{ code: "distribution.reasons.no_values", field: "lines" }]
      : []),
    ...(before !== null && before.grain !== grain
      ? [{ code: "distribution.reasons.other_grain", field: "grain", facts: { name } }]
      : dropped.length > 0 && !entered.confirmed
        ? [
            {
              code: "distribution.reasons.drops",
              field: "confirm",
              facts: { count: String(dropped.length), codes: dropped.slice(0, 10).join(", ") },
            },
          ]
        : []),
  ];
  if (reasons.length > 0) throw new Refusal("blocked", { count: String(reasons.length) }, reasons);
  return read.values;
}
