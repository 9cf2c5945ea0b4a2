import { recordAudit } from "@/lib/db/audit";
import { readInput, readKey } from "@/lib/db/distribution/read";
import { readRecipients } from "@/lib/db/distribution/recipients";
import { writeRun } from "@/lib/db/distribution/write";
import { once } from "@/lib/db/idempotency";
import { inContext, type Tx } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { type InputValues, inputsOf } from "@/lib/domain/distribution/key";
import type { Cents } from "@/lib/domain/money";
import { type BlockingReason, NotFound, Refusal } from "@/lib/domain/refusal";
import { storedDefinition, storedValues } from "@/lib/input/distribution-key";

export interface AskedRun {
  readonly idempotencyKey: string;
  readonly programmeId: string;
  readonly keyId: string;
  readonly version: number;
  readonly trancheId: string;
  readonly pots: readonly { readonly year: number; readonly pot: Cents }[];
  /** Id of the set to use, per name. */
  readonly inputs: ReadonlyMap<string, string>;
}

/**
 * Divides pots by one version of a key and keeps the outcome with all that it followed from. Nothing is proposed yet.
 * @returns the id of the run
 * @throws NotFound, Refusal `blocked` with every reason why it cannot be divided
 */
export async function runKey(grant: Grant<"allocation:propose">, asked: AskedRun): Promise<string> {
  const { actor } = grant;
  const { idempotencyKey: key, inputs, ...input } = asked;
  const call = { key, action: "distribution.run", input: { ...input, inputs: Object.fromEntries(inputs) } };
  const result = await inContext(actor, (tx) =>
    once(tx, actor, call, async () => {
      const row = await readKey(tx, asked.programmeId, asked.keyId);
      const version = row.versions.find((one) => one.version === asked.version);
      const tranche = await tx.tranche.findUnique({ where: { id: asked.trancheId } });
      if (version === undefined || tranche?.streamId !== row.streamId) throw new NotFound(asked.keyId);
      const definition = storedDefinition.parse(version.definition);
      const values = await readInputs(tx, asked, row.streamId, definition.grain, inputsOf(definition));
      const basis = {
        definition,
        recipients: await readRecipients(tx, asked.programmeId, definition.grain),
        inputs: new Map([...values].map(([name, one]) => [name, one.values])),
        pots: asked.pots,
      };
      const { id } = await writeRun(tx, {
        keyId: row.id,
        versionId: version.id,
        streamId: row.streamId,
        trancheId: tranche.id,
        basis,
        inputIds: new Map([...values].map(([name, one]) => [name, one.id])),
        createdBy: actor.personId,
      });
      await recordAudit(tx, actor, {
        action: "distribution.run",
        programmeId: asked.programmeId,
        subjectKind: "distribution_run",
        subjectId: id,
        facts: { key: row.id, version: version.version },
      });
      return { id };
    }),
  );
  return result.id;
}

/** The sets that this key asks for; one of another stream or grain is not there to be used. */
async function readInputs(
  tx: Tx,
  asked: AskedRun,
  streamId: string,
  grain: string,
  names: readonly string[],
) {
  const found = new Map<string, { readonly id: string; readonly values: InputValues }>();
  const reasons: BlockingReason[] = [];
  for (const name of names) {
    const id = asked.inputs.get(name);
    if (id === undefined) continue;
    const row = await readInput(tx, asked.programmeId, id);
    if (row.streamId !== streamId || row.name !== name) throw new NotFound(id);
    if (row.grain !== grain)
      reasons.push({ code: "distribution.reasons.other_grain", field: `input.${name}`, facts: { name } });
    found.set(name, { id, values: new Map(Object.entries(storedValues.parse(row.values))) });
  }
  if (reasons.length > 0) throw new Refusal("blocked", { count: String(reasons.length) }, reasons);
  return found;
}
