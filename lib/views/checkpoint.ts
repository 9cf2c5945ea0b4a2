import { instant } from "./dates";
import { count } from "./digits";
import type { Locale } from "./locale";

/** A signed fingerprint of the ledger: over how many entries, which root, when. The root is hexadecimal text. */
export type CheckpointView = { readonly size: bigint; readonly rootHash: string; readonly signedAt: Date };

/** "1.204 · 9f31c2…a07e · 23-11-2026 14:00": enough to look it up, short enough for the foot of every page. */
export function checkpointLine({ size, rootHash, signedAt }: CheckpointView, locale: Locale): string {
  const short = rootHash.length > 12 ? `${rootHash.slice(0, 6)}…${rootHash.slice(-4)}` : rootHash;
  return `${count(size, locale)} · ${short} · ${instant(signedAt, locale)}`;
}
