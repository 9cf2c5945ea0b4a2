import { type Consistency, readConsistency, type SignedCheckpoint } from "@/lib/domain/ledger/checkpoint";
import { rootsOfConsistency } from "@/lib/domain/ledger/merkle-proofs";
import { openCheckpoint, parseJson } from "./check-checkpoint";
import type { Report } from "./finding";
import type { Keys } from "./keys";
import type { Files, Platform } from "./platform";

interface Kept {
  readonly file: string;
  readonly checkpoint: SignedCheckpoint;
  readonly consistency: Consistency | null;
}

/** Checkpoints as they were kept: each signed, and each going on from the one before it. */
export async function checkCheckpoints(
  files: Files,
  names: readonly string[],
  keys: Keys,
  report: Report,
  platform: Platform,
): Promise<void> {
  const kept: Kept[] = [];
  for (const file of names) {
    const bytes = await files.read(file);
    const value = bytes === null ? null : parseJson(bytes);
    const opened = await openCheckpoint(value, file, keys, report, platform);
    if (opened !== null)
      kept.push({ file, checkpoint: opened.checkpoint, consistency: readConsistency(value) });
  }
  let proved = 0;
  for (const one of kept) {
    const others = kept.filter(({ checkpoint }) => checkpoint.programmeId === one.checkpoint.programmeId);
    if (checkGrowth(one, others, report, platform)) proved += 1;
  }
  report.knows("checkpoints_checked", { count: String(kept.length), proved: String(proved) });
}

/** @returns whether it was proved to go on from another of those that were given. */
function checkGrowth(
  { file, checkpoint, consistency }: Kept,
  others: readonly Kept[],
  report: Report,
  { digests }: Platform,
): boolean {
  const twin = others.find(
    (one) => one.checkpoint.size === checkpoint.size && one.checkpoint.root !== checkpoint.root,
  );
  if (twin !== undefined)
    report.says("checkpoint_apart", { file, facts: { other: twin.file, size: checkpoint.size.toString() } });
  const earlier = others
    .filter((one) => one.checkpoint.size < checkpoint.size)
    .toSorted((a, b) => (a.checkpoint.size < b.checkpoint.size ? 1 : -1));
  const [last] = earlier;
  if (last !== undefined && checkpoint.at < last.checkpoint.at)
    report.says("checkpoint_order", { file, facts: { other: last.file } });
  if (consistency === null) {
    if (last !== undefined) report.says("checkpoint_grown", { file, facts: { other: last.file } });
    return false;
  }
  const first = earlier.find((one) => one.checkpoint.size === consistency.since);
  if (first === undefined) return false;
  const found = rootsOfConsistency(
    digests.sha256,
    { first: consistency.since, second: checkpoint.size, root: digests.fromHex(first.checkpoint.root) },
    consistency.path.map(digests.fromHex),
  );
  const right =
    found !== null &&
    digests.toHex(found.first) === first.checkpoint.root &&
    digests.toHex(found.second) === checkpoint.root;
  if (!right) report.says("checkpoint_grown", { file, facts: { other: first.file } });
  return right;
}
