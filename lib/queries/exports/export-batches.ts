import "server-only";
import { batchHeaders } from "@/lib/db/proposals/batch-list";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import type { BatchHeader } from "@/lib/domain/proposals/batch-view";

/** What PostgreSQL takes as "all". */
const ALL = 2 ** 31 - 1;

/** Every batch of the list, newest first. */
export const exportBatches = (
  grant: Grant<"proposal:read">,
  programmeId: string,
): Promise<readonly BatchHeader[]> =>
  inContext(grant.actor, (tx) => batchHeaders(tx, { programmeId, id: null, limit: ALL, offset: 0 }));
