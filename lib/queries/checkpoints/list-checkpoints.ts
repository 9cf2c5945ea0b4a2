import "server-only";
import { publishedKeys } from "@/lib/db/checkpoints/public-keys";
import { type CheckpointRow, storedCheckpoints } from "@/lib/db/checkpoints/stored-checkpoints";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";

/** Every signed checkpoint, newest first, with the public keys that they can be checked with. */
export const listCheckpoints = (grant: Grant<"claims:read">): Promise<readonly CheckpointRow[]> =>
  inContext(grant.actor, (tx) => tx.$queryRaw<CheckpointRow[]>(storedCheckpoints(null)));

export { publishedKeys };
