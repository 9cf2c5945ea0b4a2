import "server-only";
import { batchHeaders } from "@/lib/db/proposals/batch-list";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import type { BatchHeader } from "@/lib/domain/proposals/batch-view";

export const BATCHES_PER_PAGE = 50;

/** One page of batches, newest first, with how many there are. */
export const listBatches = (
  grant: Grant<"proposal:read">,
  programmeId: string,
  page: number,
): Promise<{ rows: BatchHeader[]; total: number }> =>
  inContext(grant.actor, async (tx) => ({
    rows: await batchHeaders(tx, {
      programmeId,
      id: null,
      limit: BATCHES_PER_PAGE,
      offset: (page - 1) * BATCHES_PER_PAGE,
    }),
    total: await tx.batch.count({ where: { programmeId } }),
  }));
