import { AUDIT_LOG_CODE } from "@/lib/domain/audit/audit-content";
import type { Consistency } from "@/lib/domain/ledger/checkpoint";
import { consistencySpans } from "@/lib/domain/ledger/merkle-proofs";
import { rootsOfLines, verifyLog } from "../audit-log/verify-log";
import { openVerifierSnapshot } from "../ledger-reading/verifier-snapshot";
import { asSystem } from "../transaction";
import { writeCheckpoint } from "./checkpoint-files";
import { keepLogCheckpoint } from "./keep-checkpoint";
import { findingsOf, type Signing, type SigningKey } from "./sign-checkpoints";
import { signCheckpoint } from "./signature";

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
  if (last === null) return { programme: AUDIT_LOG_CODE, signed: null, entries: 0n, problem: null };
  const snapshot = await openVerifierSnapshot();
  try {
    const { files, findings } = await findingsOf(snapshot, folder, key);
    const { id: programmeId, size, root, problems } = await verifyLog(snapshot, last, findings);
    const earlier = files.flatMap(({ checkpoint }) =>
      checkpoint.programmeId === programmeId ? [checkpoint.size] : [],
    );
    const [problem = null] = problems;
    if (problem !== null || earlier.includes(size))
      return { programme: AUDIT_LOG_CODE, signed: null, entries: size, problem };
    const since = earlier.reduce((most, one) => (one > most ? one : most), 0n);
    const consistency: Consistency | null =
      since === 0n
        ? null
        : { since, path: await rootsOfLines(snapshot, last, consistencySpans(since, size)) };
    const what = { programmeId, size, root, at: new Date().toISOString() };
    const checkpoint = signCheckpoint(key.privateKey, what);
    // The original first, as with a journal.
    const path = await writeCheckpoint(folder, AUDIT_LOG_CODE, checkpoint, consistency, key.published);
    await asSystem((tx) => keepLogCheckpoint(tx, checkpoint, consistency));
    return { programme: AUDIT_LOG_CODE, signed: { checkpoint, path }, entries: size, problem: null };
  } finally {
    await snapshot.close();
  }
}
