import { entryContent, type StoredEntry } from "@/lib/domain/ledger/entry-content";
import { isIncluded } from "@/lib/domain/ledger/inclusion";
import { readEntryLine } from "@/lib/domain/proof/entry-cells";
import { openCheckpoint } from "./check-checkpoint";
import type { Report } from "./finding";
import type { Keys } from "./keys";
import type { Platform } from "./platform";

/** The proof of one entry: its content has its hash, and the hash stands in the tree that was signed. */
export async function checkInclusion(
  value: { readonly entry?: StoredEntry; readonly path?: unknown; readonly checkpoint?: unknown },
  file: string,
  keys: Keys,
  report: Report,
  platform: Platform,
): Promise<void> {
  const { digests } = platform;
  const read = readEntryLine(JSON.stringify({ entry: value.entry, path: value.path }));
  if (read?.path === undefined) {
    report.says("entry_unreadable", { file });
    return;
  }
  const { entry, path } = read;
  const opened = await openCheckpoint(value.checkpoint, file, keys, report, platform);
  if (digests.sha256Hex(entryContent(entry)) !== entry.hash)
    report.says("entry_hash", { file, entry: entry.seq });
  if (opened === null) return;
  const { checkpoint } = opened;
  if (checkpoint.programmeId !== entry.programmeId) report.says("checkpoint_programme", { file });
  else if (BigInt(entry.seq) > checkpoint.size || !isIncluded(digests, { entry, path, checkpoint }))
    report.says("entry_not_included", { file, entry: entry.seq });
  else report.knows("entry_included", { entry: entry.seq, size: checkpoint.size.toString() });
}
