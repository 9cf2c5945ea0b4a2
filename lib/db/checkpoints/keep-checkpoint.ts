import type { Consistency, SignedCheckpoint } from "@/lib/domain/ledger/checkpoint";
import { recordAudit } from "../audit";
import type { Tx } from "../transaction";

const SYSTEM = { personId: null, name: "system", scope: "system", roles: [], organisationIds: [] } as const;

/** Keeps the copy of a signed checkpoint in the database; only the system may. */
export async function keepCheckpoint(
  tx: Tx,
  checkpoint: SignedCheckpoint,
  consistency: Consistency | null,
): Promise<void> {
  const { programmeId } = checkpoint;
  await tx.checkpoint.create({ data: { programmeId, ...kept(checkpoint, consistency) } });
  await recordSigned(tx, checkpoint, programmeId);
}

/** The same of the audit log; that it was signed is a line of the log, for the next one. */
export async function keepLogCheckpoint(
  tx: Tx,
  checkpoint: SignedCheckpoint,
  consistency: Consistency | null,
): Promise<void> {
  await tx.auditCheckpoint.create({ data: kept(checkpoint, consistency) });
  await recordSigned(tx, checkpoint, null);
}

const kept = ({ size, root, at, keyId, signature }: SignedCheckpoint, consistency: Consistency | null) => ({
  size,
  rootHash: Buffer.from(root, "hex"),
  signedAt: new Date(at),
  keyId,
  signature: Buffer.from(signature, "hex"),
  since: consistency?.since ?? null,
  consistency: consistency === null ? null : Buffer.from(consistency.path.join(""), "hex"),
});

const recordSigned = (tx: Tx, { size, root, keyId }: SignedCheckpoint, programmeId: string | null) =>
  recordAudit(tx, SYSTEM, {
    action: "checkpoint.signed",
    programmeId,
    subjectKind: "checkpoint",
    subjectId: size.toString(),
    facts: { root, keyId },
  });
