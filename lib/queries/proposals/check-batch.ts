import "server-only";
import { batchFacts } from "@/lib/db/proposals/batch-facts";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { type BatchDraft, batchReasons } from "@/lib/domain/proposals/batch";
import type { BlockingReason } from "@/lib/domain/refusal";

/**
 * What would stand in the way of proposing these lines now (`lines.<index>.<field>`); nothing is written.
 * @throws NotFound
 */
export const checkBatch = (
  grant: Grant<"allocation:propose">,
  programme: { readonly id: string; readonly code: string },
  lines: readonly BatchDraft[],
): Promise<BlockingReason[]> =>
  inContext(grant.actor, async (tx) => {
    const facts = await batchFacts(tx, programme, lines);
    return batchReasons(lines, facts.factsOf, facts.rooms, false);
  });
