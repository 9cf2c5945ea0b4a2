/**
 * Signs how far each journal has come: how many entries, and the Merkle root over their hashes.
 *   npm run ledger:checkpoint -- [--out DIR] [--programme CODE]
 * The file in DIR (else CHECKPOINT_DIR) is the original, kept outside the database; the database gets a copy for the
 * screens. Signs with the Ed25519 key in CHECKPOINT_KEY_FILE, and only what was verified whole just before.
 */
import { createPrivateKey, createPublicKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { readCheckpointFiles, writeCheckpoint } from "@/lib/db/checkpoints/checkpoint-files";
import { keepCheckpoint } from "@/lib/db/checkpoints/keep-checkpoint";
import { readPublicKey } from "@/lib/db/checkpoints/public-keys";
import { signatureState, signCheckpoint } from "@/lib/db/checkpoints/signature";
import { asCheckpoint, type CheckpointRow, storedCheckpoints } from "@/lib/db/checkpoints/stored-checkpoints";
import { ledgerProgrammes } from "@/lib/db/ledger-reading/read-ledger";
import { openVerifierSnapshot } from "@/lib/db/ledger-reading/verifier-snapshot";
import { type LedgerVerdict, verifyLedger } from "@/lib/db/ledger-reading/verify-ledger";
import { closePool } from "@/lib/db/pool";
import { asSystem } from "@/lib/db/transaction";

const { values } = parseArgs({ options: { out: { type: "string" }, programme: { type: "string" } } });
const keyFile = process.env.CHECKPOINT_KEY_FILE;
const folder = values.out || process.env.CHECKPOINT_DIR || "";
if (folder === "" || !keyFile) {
  console.error(
    folder ? "CHECKPOINT_KEY_FILE is not set." : "Give --out DIR: where the checkpoints are kept.",
  );
  process.exit(2);
}
const privateKey = createPrivateKey(readFileSync(keyFile, "utf8"));
const published = readPublicKey(
  createPublicKey(privateKey).export({ type: "spki", format: "pem" }).toString(),
);
const keys = new Map([[published.id, published.key]]);

async function sign(
  { programme, programmeId, entries, root, problems }: LedgerVerdict,
  known: ReadonlySet<string>,
): Promise<boolean> {
  const [first] = problems;
  if (first !== undefined) {
    console.error(`${programme}: not signed. Entry ${first.seq ?? "?"}: ${first.code}: ${first.detail}`);
    return false;
  }
  if (entries === 0n) return true;
  if (known.has(`${programmeId}/${entries}`)) {
    console.log(`${programme}: nothing new since entry ${entries}.`);
    return true;
  }
  const checkpoint = signCheckpoint(privateKey, {
    programmeId,
    size: entries,
    root,
    at: new Date().toISOString(),
  });
  // The original first: a copy without it would promise what nobody can check.
  const path = await writeCheckpoint(folder, programme, checkpoint, published);
  await asSystem((tx) => keepCheckpoint(tx, checkpoint));
  console.log(`${programme}: ${entries} entries, root ${root}, in ${path}`);
  return true;
}

const snapshot = await openVerifierSnapshot();
const files = await readCheckpointFiles(folder).catch(() => ({ found: [], unreadable: [] }));
const copies = (await snapshot.rows<CheckpointRow>(storedCheckpoints(null))).map(asCheckpoint);
const findings = [...files.found, ...copies.map((checkpoint) => ({ checkpoint, where: "database" }))].map(
  (one) => {
    const state = signatureState(one.checkpoint, keys);
    // An older key signed earlier checkpoints; that is not a reason to stop signing new ones.
    return { ...one, signature: state === "unknown_key" ? null : state };
  },
);
const known = new Set(files.found.map(({ checkpoint }) => `${checkpoint.programmeId}/${checkpoint.size}`));
const programmes = (await ledgerProgrammes(snapshot)).filter(
  ({ code }) => values.programme === undefined || code === values.programme,
);
let good = true;
for (const programme of programmes)
  good = (await sign(await verifyLedger(snapshot, programme, findings), known)) && good;
await snapshot.close();
await closePool();
process.exitCode = good ? 0 : 1;
