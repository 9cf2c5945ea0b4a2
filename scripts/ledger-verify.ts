/**
 * Checks every journal from its first entry to its last, without trusting what the database computed, and the audit log
 * against what was signed of it:
 *   npm run ledger:verify -- [--json] [--programme CODE] [--checkpoints DIR --pubkey FILE]
 * Ends with 0 when all is well, with 1 and the first bad entry when it is not, with 2 when it could not be checked.
 * Reads as the verifier (VERIFIER_DATABASE_URL), else as the owner or the application in the context of the system.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type LogVerdict, verifyLog } from "@/lib/db/audit-log/verify-log";
import { readCheckpointFiles } from "@/lib/db/checkpoints/checkpoint-files";
import { readPublicKey } from "@/lib/db/checkpoints/public-keys";
import { signatureState } from "@/lib/db/checkpoints/signature";
import { asCheckpoint, type CheckpointRow, storedCheckpoints } from "@/lib/db/checkpoints/stored-checkpoints";
import { ledgerProgrammes } from "@/lib/db/ledger-reading/read-ledger";
import { openVerifierSnapshot } from "@/lib/db/ledger-reading/verifier-snapshot";
import { type LedgerVerdict, verifyLedger } from "@/lib/db/ledger-reading/verify-ledger";
import type { Problem } from "@/lib/domain/ledger/verify";

const { values } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    programme: { type: "string" },
    checkpoints: { type: "string" },
    pubkey: { type: "string", multiple: true },
  },
});
if (values.checkpoints !== undefined && values.pubkey === undefined) {
  console.error(
    "Give --pubkey as well: a checkpoint is only worth something with a public key that you trust.",
  );
  process.exit(2);
}

interface Outcome {
  readonly verdicts: readonly LedgerVerdict[];
  /** Null when one programme is asked for. */
  readonly log: LogVerdict | null;
  /** About no programme in particular. */
  readonly loose: readonly Problem[];
}

async function check(): Promise<Outcome> {
  const keys = new Map(
    (values.pubkey ?? [])
      .map((file) => readPublicKey(readFileSync(file, "utf8")))
      .map(({ id, key }) => [id, key]),
  );
  const files =
    values.checkpoints === undefined
      ? { found: [], unreadable: [] }
      : await readCheckpointFiles(values.checkpoints);
  const snapshot = await openVerifierSnapshot();
  try {
    const programmes = (await ledgerProgrammes(snapshot)).filter(
      ({ code }) => values.programme === undefined || code === values.programme,
    );
    if (programmes.length === 0) throw new Error(`There is no programme "${values.programme ?? ""}".`);
    const copies = (await snapshot.rows<CheckpointRow>(storedCheckpoints())).map(asCheckpoint);
    const findings = [...files.found, ...copies.map((checkpoint) => ({ checkpoint, where: "database" }))].map(
      (one) => ({
        ...one,
        signature: keys.size === 0 ? null : signatureState(one.checkpoint, keys),
      }),
    );
    const verdicts: LedgerVerdict[] = [];
    for (const programme of programmes) verdicts.push(await verifyLedger(snapshot, programme, findings));
    const log = values.programme === undefined ? await verifyLog(snapshot, null, findings) : null;
    return { verdicts, log, loose: files.unreadable };
  } finally {
    await snapshot.close();
  }
}

const started = performance.now();
const { verdicts, log, loose } = await check().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(2);
});
const seconds = (performance.now() - started) / 1000;
const entries = verdicts.reduce((sum, one) => sum + one.entries, 0n);
const bad = verdicts.find(({ problems }) => problems.length > 0);
const logProblems = log?.problems ?? [];
const ok = bad === undefined && loose.length === 0 && logProblems.length === 0;
const firstBadEntry = bad === undefined ? null : { programme: bad.programme, ...bad.problems[0] };

if (values.json) {
  const report = {
    ok,
    firstBadEntry,
    entries,
    seconds,
    programmes: verdicts.map(({ nodes: _, ...verdict }) => verdict),
    auditLog: log,
    problems: loose,
  };
  console.log(
    JSON.stringify(report, (_, value: unknown) => (typeof value === "bigint" ? value.toString() : value), 2),
  );
} else {
  for (const one of verdicts) {
    console.log(
      `${one.programme}: ${one.entries} entries, ${one.postings} postings, ${one.checkpoints} checkpoints, root ${one.root}`,
    );
    for (const { seq, code, detail } of one.problems.slice(0, 20))
      console.log(`  ${seq === null ? "" : `entry ${seq}: `}${code}: ${detail}`);
    if (one.problems.length > 20) console.log(`  and ${one.problems.length - 20} more`);
  }
  if (log !== null) {
    console.log(`audit log: ${log.size} lines, ${log.checkpoints} checkpoints, root ${log.root}`);
    for (const { code, detail } of log.problems.slice(0, 20)) console.log(`  ${code}: ${detail}`);
  }
  for (const { detail } of loose) console.log(detail);
  console.log(ok ? `All is well (${seconds.toFixed(1)} s).` : "NOT WELL: see the first line above.");
}
process.exitCode = ok ? 0 : 1;
