import type { Actor } from "@/lib/domain/access";
import { Refusal } from "@/lib/domain/refusal";
import { streamedHash } from "./hash";
import type { Tx } from "./transaction";

/**
 * Does the work once per person and key. The same key with the same input gives the first result back; the same key
 * with other input is refused. Two submits at once wait for each other.
 * @throws Refusal `key_reused`
 */
export async function once<T extends Record<string, string>>(
  tx: Tx,
  actor: Actor,
  call: { readonly key: string; readonly action: string; readonly input: unknown },
  work: () => Promise<T>,
): Promise<T> {
  const personId = actor.personId;
  if (personId === null) throw new Refusal("not_allowed");
  const inputHash = streamedHash({ action: call.action, input: call.input });
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${personId}/${call.key}`}, 7))::text`;
  const earlier = await tx.idempotencyKey.findUnique({
    where: { personId_key: { personId, key: call.key } },
  });
  if (earlier) {
    if (earlier.inputHash !== inputHash) throw new Refusal("key_reused");
    return earlier.result as T;
  }
  const result = await work();
  await tx.idempotencyKey.create({
    data: { personId, key: call.key, action: call.action, inputHash, result },
  });
  return result;
}
