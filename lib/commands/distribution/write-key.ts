import { recordAudit } from "@/lib/db/audit";
import { readKey } from "@/lib/db/distribution/read";
import { writeVersion } from "@/lib/db/distribution/write";
import { once } from "@/lib/db/idempotency";
import { inContext, type Tx } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import type { KeyDefinition } from "@/lib/domain/distribution/key";
import { definitionReasons } from "@/lib/domain/distribution/key-reasons";
import { NotFound, Refusal } from "@/lib/domain/refusal";

export interface EnteredKey {
  readonly idempotencyKey: string;
  readonly programmeId: string;
  /** Null for a new key; otherwise the key that gets its next version. */
  readonly keyId: string | null;
  readonly streamId: string;
  readonly name: string;
  readonly definition: KeyDefinition;
  readonly legalSource: string;
  readonly effectiveOn: string;
  readonly reason: string;
  /** The newest version that was on the screen; 0 for a new key. */
  readonly seen: number;
}

/**
 * Writes a key, or the next version of one; what older versions say stays as it was.
 * @returns the id of the key
 * @throws NotFound, Refusal `blocked` with every reason, `stale` when somebody else was first
 */
export async function writeKey(grant: Grant<"allocation:propose">, entered: EnteredKey): Promise<string> {
  const { actor } = grant;
  const { idempotencyKey: key, ...input } = entered;
  const result = await inContext(actor, (tx) =>
    once(tx, actor, { key, action: "distribution-key.write", input }, async () => {
      const reasons = definitionReasons(input.definition);
      if (reasons.length > 0) throw new Refusal("blocked", { count: String(reasons.length) }, reasons);
      const createdBy = actor.personId;
      const id = input.keyId ?? (await newKey(tx, createdBy, input));
      if (input.keyId !== null) await readKey(tx, input.programmeId, id);
      const { definition, legalSource, effectiveOn, reason, seen } = input;
      const version = { definition, legalSource, effectiveOn, reason, createdBy };
      await writeVersion(tx, { keyId: id, version: seen + 1, ...version });
      await recordAudit(tx, actor, {
        action: input.keyId === null ? "distribution-key.made" : "distribution-key.versioned",
        programmeId: input.programmeId,
        subjectKind: "distribution_key",
        subjectId: id,
        facts: { version: seen + 1 },
      });
      return { id };
    }),
  );
  return result.id;
}

async function newKey(
  tx: Tx,
  createdBy: string | null,
  { programmeId, streamId, name }: Pick<EnteredKey, "programmeId" | "streamId" | "name">,
): Promise<string> {
  const stream = await tx.stream.findUnique({ where: { id: streamId } });
  if (stream === null || stream.programmeId !== programmeId) throw new NotFound("stream");
  const same = await tx.distributionKey.findUnique({ where: { streamId_name: { streamId, name } } });
  if (same !== null)
    throw new Refusal("blocked", { count: "1" }, [
      { code: "distribution.reasons.name_taken", field: "name", facts: { name } },
    ]);
  const { id } = await tx.distributionKey.create({
    data: { programmeId, streamId, name, createdBy },
    select: { id: true },
  });
  return id;
}
