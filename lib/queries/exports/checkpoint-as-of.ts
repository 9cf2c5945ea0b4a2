import "server-only";
import { asCheckpoint, type CheckpointRow, checkpointAt } from "@/lib/db/checkpoints/stored-checkpoints";
import { inContext } from "@/lib/db/transaction";
import type { Grant, Permission } from "@/lib/domain/access";

/** The last checkpoint that was signed at the instant or before it; null when there was none. */
export const checkpointAsOf = (
  grant: Grant<Permission>,
  programmeId: string,
  knownAt: string,
): Promise<{ readonly size: bigint; readonly root: string; readonly at: string } | null> =>
  inContext(grant.actor, async (tx) => {
    const [row] = await tx.$queryRaw<CheckpointRow[]>(checkpointAt(programmeId, knownAt));
    return row === undefined ? null : { size: asCheckpoint(row).size, root: row.root, at: row.at };
  });
