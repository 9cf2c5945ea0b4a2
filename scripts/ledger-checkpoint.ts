/**
 * Signs how far each journal has come: how many entries, and the Merkle root over their hashes; and, without --programme, the
 * audit log in the same way.
 *   npm run ledger:checkpoint -- [--out DIR] [--programme CODE]
 * The file in DIR (else CHECKPOINT_DIR) is the original, kept outside the database; the database gets a copy for the
 * screens. Signs with the Ed25519 key in CHECKPOINT_KEY_FILE, and only what was verified whole just before. The worker
 * does the same every night.
 */
import { parseArgs } from "node:util";
import { readSigningKey, type Signing, signCheckpoints } from "@/lib/db/checkpoints/sign-checkpoints";
import { signLog } from "@/lib/db/checkpoints/sign-log";
import { closePool } from "@/lib/db/pool";

const { values } = parseArgs({ options: { out: { type: "string" }, programme: { type: "string" } } });
const keyFile = process.env.CHECKPOINT_KEY_FILE;
const folder = values.out || process.env.CHECKPOINT_DIR || "";
if (folder === "" || !keyFile) {
  console.error(
    folder ? "CHECKPOINT_KEY_FILE is not set." : "Give --out DIR: where the checkpoints are kept.",
  );
  process.exit(2);
}

function say({ programme, signed, entries, problem }: Signing): void {
  if (problem !== null)
    console.error(
      `${programme}: not signed. Entry ${problem.seq ?? "?"}: ${problem.code}: ${problem.detail}`,
    );
  else if (signed !== null)
    console.log(`${programme}: ${entries} entries, root ${signed.checkpoint.root}, in ${signed.path}`);
  else if (entries > 0n) console.log(`${programme}: nothing new since entry ${entries}.`);
}

let good = true;
const key = await readSigningKey(keyFile);
for await (const signing of signCheckpoints({ folder, key, programme: values.programme })) {
  say(signing);
  good = good && signing.problem === null;
}
if (values.programme === undefined) {
  const log = await signLog({ folder, key });
  say(log);
  good = good && log.problem === null;
}
await closePool();
process.exitCode = good ? 0 : 1;
