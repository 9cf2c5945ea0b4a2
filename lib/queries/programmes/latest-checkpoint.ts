import "server-only";
import { inContext } from "@/lib/db/transaction";
import type { Grant, Permission } from "@/lib/domain/access";

export interface CheckpointRow {
  readonly size: bigint;
  readonly rootHash: string;
  readonly signedAt: Date;
}

/** The last signed checkpoint of the programme's chain, or null when none was made yet. */
export async function latestCheckpoint(
  grant: Grant<Permission>,
  programmeId: string,
): Promise<CheckpointRow | null> {
  const row = await inContext(grant.actor, (tx) =>
    tx.checkpoint.findFirst({ where: { programmeId }, orderBy: [{ size: "desc" }, { signedAt: "desc" }] }),
  );
  return (
    row && { size: row.size, rootHash: Buffer.from(row.rootHash).toString("hex"), signedAt: row.signedAt }
  );
}
