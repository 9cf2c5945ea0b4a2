import type { Consistency, SignedCheckpoint } from "@/lib/domain/ledger/checkpoint";
import { recordAudit } from "../audit";
import type { Tx } from "../transaction";

const SYSTEM = { personId: null, name: "system", scope: "system", roles: [], organisationIds: [] } as const;

/** Keeps the copy of a signed checkpoint in the database; only the system may. */
export async function keepCheckpoint(
  tx: Tx,
  { programmeId, size, root, at, keyId, signature }: SignedCheckpoint,
  consistency: Consistency | null,
): Promise<void> {
  await tx.checkpoint.create({
    data: {
      programmeId,
      size,
      rootHash: Buffer.from(root, "hex"),
      signedAt: new Date(at),
      keyId,
      signature: Buffer.from(signature, "hex"),
      since: consistency?.since ?? null,
      consistency: consistency === null ? null : Buffer.from(consistency.path.join(""), "hex"),
    },
  });
  await recordAudit(tx, SYSTEM, {
    action: "checkpoint.signed",
    programmeId,
    subjectKind: "checkpoint",
    subjectId: size.toString(),
    facts: { root, keyId },
  });
}
