import "server-only";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { NotFound } from "@/lib/domain/refusal";

export interface FoundDraft {
  readonly version: number;
  readonly savedAt: Date;
  /** As it was stored; the schema of the form reads it again. */
  readonly rows: unknown;
}

/** What this person was typing for a tranche, on whatever device; null when nothing is kept. */
export const findDraft = (
  grant: Grant<"allocation:propose">,
  trancheId: string,
): Promise<FoundDraft | null> =>
  inContext(grant.actor, (tx) => {
    const { personId } = grant.actor;
    if (personId === null) throw new NotFound(trancheId);
    return tx.entryDraft.findUnique({
      where: { personId_trancheId: { personId, trancheId } },
      select: { version: true, savedAt: true, rows: true },
    });
  });
