import type { Sha256 } from "../ledger/merkle";

/**
 * Chance out of a seed: SHA-256 over a text that anybody can write down, so that the same seed gives the same sample on
 * every machine, in every language, and in whatever order rows arrive. A changed method gets another name.
 */
export const GENERATOR = "geldstroom-steekproef-1";

const encoder = new TextEncoder();
const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

const digest = (sha256: Sha256, ...parts: readonly string[]) =>
  hex(sha256(encoder.encode([GENERATOR, ...parts].join("|"))));

/** The place of a line in the order of chance: lines with the lowest come first. */
export const rank = (sha256: Sha256, seed: string, seq: bigint): string =>
  digest(sha256, seed, "rang", seq.toString());

const ALL = 2n ** 256n;

/** A whole number from 1 up to and including `most`, each as likely: what would favour some of them is thrown again. */
export function start(sha256: Sha256, seed: string, most: bigint): bigint {
  const fair = ALL - (ALL % most);
  for (let turn = 1; ; turn++) {
    const thrown = BigInt(`0x${digest(sha256, seed, "start", String(turn))}`);
    if (thrown < fair) return (thrown % most) + 1n;
  }
}

/** Where a digest of a population begins, and how a line is added to it: one line changed is another digest. */
export const EMPTY_DIGEST = "0".repeat(64);

export const addToDigest = (sha256: Sha256, before: string, seq: bigint, amount: bigint): string =>
  digest(sha256, before, seq.toString(), amount.toString());
