import { AUDIT_LOG } from "@/lib/domain/audit/audit-content";
import { consistencySpans } from "@/lib/domain/ledger/merkle-proofs";
import { rootsOfLines, verifyLog } from "../audit-log/verify-log";
import { openVerifierSnapshot } from "../ledger-reading/verifier-snapshot";
import { asSystem } from "../transaction";
import { keepLogCheckpoint } from "./keep-checkpoint";
import { findingsOf, type Signable, type Signing, type SigningKey, signNew } from "./sign-checkpoints";

/**
 * Signs how far the audit log has come, when everything that was signed of it earlier still stands. Lines that are being
 * written meanwhile come with the next checkpoint.
 * @throws Error when somebody went on writing for longer than two seconds: try again later
 */
export async function signLog({
  folder,
  key,
}: {
  readonly folder: string;
  readonly key: SigningKey;
}): Promise<Signing> {
  const last = await asSystem(async (tx) => {
    const [row] = await tx.$queryRaw<{ last: bigint | null }[]>`SELECT security.last_audit_line() AS last`;
    return row?.last ?? null;
  });
  if (last === null) return { programme: AUDIT_LOG, signed: null, entries: 0n, problem: null };
  const snapshot = await openVerifierSnapshot();
  try {
    const { files, findings } = await findingsOf(snapshot, folder, key);
    const { id, size, root, problems } = await verifyLog(snapshot, last, findings);
    const log: Signable = {
      programme: AUDIT_LOG,
      programmeId: id,
      entries: size,
      root,
      problems,
      goesOnFrom: async (since) => ({
        since,
        path: await rootsOfLines(snapshot, last, consistencySpans(since, size)),
      }),
      keep: keepLogCheckpoint,
    };
    return await signNew(log, files, { folder, key });
  } finally {
    await snapshot.close();
  }
}
