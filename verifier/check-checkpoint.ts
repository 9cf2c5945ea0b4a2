import { readCheckpoint, type SignedCheckpoint, signedText } from "@/lib/domain/ledger/checkpoint";
import type { Report } from "./finding";
import type { Keys } from "./keys";
import { type Platform, textOf } from "./platform";

export interface OpenCheckpoint {
  readonly checkpoint: SignedCheckpoint;
  /** The file as it was parsed: what else it holds is for who asks. */
  readonly value: unknown;
}

const encoder = new TextEncoder();

/** Reads a checkpoint and checks who signed it; null when there is nothing to go on with. */
export async function openCheckpoint(
  value: unknown,
  file: string,
  keys: Keys,
  report: Report,
  platform: Platform,
): Promise<OpenCheckpoint | null> {
  const checkpoint = readCheckpoint(value);
  if (checkpoint === null) {
    report.says("checkpoint_unreadable", { file });
    return null;
  }
  const state = await keys.state(
    checkpoint.keyId,
    encoder.encode(signedText(checkpoint)),
    checkpoint.signature,
    platform,
  );
  if (state === "invalid") report.says("checkpoint_signature", { file, facts: { key: checkpoint.keyId } });
  if (state === "untrusted") report.says("key_not_trusted", { file, facts: { key: checkpoint.keyId } });
  if (state === "missing") report.says("key_missing", { file, facts: { key: checkpoint.keyId } });
  if (state === "unchecked") report.says("signature_unchecked", { file });
  if (state === "valid")
    report.knows("checkpoint_signed", {
      size: checkpoint.size.toString(),
      at: checkpoint.at,
      key: checkpoint.keyId,
    });
  return { checkpoint, value };
}

export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(textOf(bytes));
  } catch {
    return null;
  }
}
