import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Consistency, SignedCheckpoint } from "@/lib/domain/ledger/checkpoint";
import type { Problem } from "@/lib/domain/ledger/verify";
import type { CheckpointFinding } from "@/lib/domain/ledger/verify-checkpoints";
import { ledgerProgrammes } from "../ledger-reading/read-ledger";
import type { Snapshot } from "../ledger-reading/snapshot";
import { openVerifierSnapshot } from "../ledger-reading/verifier-snapshot";
import { type LedgerVerdict, verifyLedger } from "../ledger-reading/verify-ledger";
import { asSystem, type Tx } from "../transaction";
import { readCheckpointFiles, writeCheckpoint } from "./checkpoint-files";
import { consistencyBetween } from "./consistency";
import { keepCheckpoint } from "./keep-checkpoint";
import { keepNodes } from "./keep-nodes";
import { type PublishedKey, readPublicKey } from "./public-keys";
import { signatureState, signCheckpoint } from "./signature";
import { asCheckpoint, type CheckpointRow, storedCheckpoints } from "./stored-checkpoints";

export interface SigningKey {
  readonly privateKey: KeyObject;
  readonly published: PublishedKey;
}

/** The key that signs, with its public half as it is published. */
export async function readSigningKey(file: string): Promise<SigningKey> {
  const privateKey = createPrivateKey(await readFile(file, "utf8"));
  const pem = createPublicKey(privateKey).export({ type: "spki", format: "pem" }).toString();
  return { privateKey, published: readPublicKey(pem) };
}

export interface Signing {
  readonly programme: string;
  /** Null when there was nothing to sign. */
  readonly signed: { readonly checkpoint: SignedCheckpoint; readonly path: string } | null;
  readonly entries: bigint;
  /** Why it was not signed. */
  readonly problem: Problem | null;
}

interface SignOptions {
  readonly folder: string;
  readonly key: SigningKey;
  /** One programme, or all. */
  readonly programme?: string | undefined;
}

/**
 * Signs how far each journal has come, and only what was verified whole just before. The file in the folder is the
 * original; the database gets a copy for the screens.
 */
export async function* signCheckpoints({ folder, key, programme }: SignOptions): AsyncGenerator<Signing> {
  const snapshot = await openVerifierSnapshot();
  try {
    const { files, findings } = await findingsOf(snapshot, folder, key);
    for (const one of await ledgerProgrammes(snapshot)) {
      if (programme !== undefined && one.code !== programme) continue;
      const verdict = await verifyLedger(snapshot, one, findings);
      const journal: Signable = {
        ...verdict,
        goesOnFrom: (since) => consistencyBetween(snapshot.rows, one.id, since, verdict.entries),
        keep: async (tx, checkpoint, consistency) => {
          await keepNodes(tx, one.id, verdict.nodes);
          await keepCheckpoint(tx, checkpoint, consistency);
        },
      };
      yield await signNew(journal, files, { folder, key });
    }
  } finally {
    await snapshot.close();
  }
}

/** What was signed before: the files, which are the originals, and all of it held against the key. */
export async function findingsOf(
  snapshot: Snapshot,
  folder: string,
  key: SigningKey,
): Promise<{
  readonly files: readonly { readonly checkpoint: SignedCheckpoint }[];
  readonly findings: readonly CheckpointFinding[];
}> {
  const { found: files } = await readCheckpointFiles(folder).catch(() => ({ found: [] }));
  const copies = (await snapshot.rows<CheckpointRow>(storedCheckpoints())).map(asCheckpoint);
  const keys = new Map([[key.published.id, key.published.key]]);
  const findings = [...files, ...copies.map((checkpoint) => ({ checkpoint, where: "database" }))].map(
    (one) => {
      const state = signatureState(one.checkpoint, keys);
      // An older key signed earlier checkpoints; that is not a reason to stop signing new ones.
      return { ...one, signature: state === "unknown_key" ? null : state };
    },
  );
  return { files, findings };
}

/** A journal or the log that was read whole, with how it is proved to go on from an earlier size, and how it is kept. */
export interface Signable
  extends Pick<LedgerVerdict, "programme" | "programmeId" | "entries" | "root" | "problems"> {
  readonly goesOnFrom: (since: bigint) => Promise<Consistency>;
  readonly keep: (tx: Tx, checkpoint: SignedCheckpoint, consistency: Consistency | null) => Promise<void>;
}

/** Signs what was read, when it is right and there is more of it than was signed before. */
export async function signNew(
  { programme, programmeId, entries, root, problems, goesOnFrom, keep }: Signable,
  files: readonly { readonly checkpoint: SignedCheckpoint }[],
  { folder, key }: Pick<SignOptions, "folder" | "key">,
): Promise<Signing> {
  const earlier = files.flatMap(({ checkpoint }) =>
    checkpoint.programmeId === programmeId ? [checkpoint.size] : [],
  );
  const [problem = null] = problems;
  if (problem !== null || entries === 0n || earlier.includes(entries))
    return { programme, signed: null, entries, problem };
  const since = earlier.reduce((most, size) => (size > most ? size : most), 0n);
  const consistency = since === 0n ? null : await goesOnFrom(since);
  const checkpoint = signCheckpoint(key.privateKey, {
    programmeId,
    size: entries,
    root,
    at: new Date().toISOString(),
  });
  // The original first: a copy without it would promise what nobody can check.
  const path = await writeCheckpoint(folder, programme, checkpoint, consistency, key.published);
  await asSystem((tx) => keep(tx, checkpoint, consistency));
  return { programme, signed: { checkpoint, path }, entries, problem: null };
}
