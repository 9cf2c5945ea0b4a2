import type { Cents } from "@/lib/domain/money";
import { decimal } from "./cell";

/** An entry as hledger and ledger-cli read it. Codes, not names: account names stay the same for ever. */
export interface PlainEntry {
  readonly seq: string;
  readonly effectiveOn: string;
  readonly recordedAt: string;
  readonly description: string;
  readonly hash: string;
  readonly postings: readonly { readonly account: readonly string[]; readonly amount: Cents }[];
}

/** An account's part keeps only what both programs read as part of a name: no colon, no semicolon, no double space. */
const part = (value: string) => value.replace(/[^\p{L}\p{N}._-]+/gu, "_");

export const accountName = (parts: readonly string[]): string => parts.map(part).join(":");

export const onOneLine = (value: string): string =>
  value
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();

/** One line without what would start a comment, a tag or another field. */
const plain = (value: string) => onOneLine(value.replace(/[;|[\]]+/g, " "));

/** A transaction of a plain-text accounting journal; its code is the number of our entry. */
export function plainTransaction({
  seq,
  effectiveOn,
  recordedAt,
  description,
  hash,
  postings,
}: PlainEntry): string {
  const lines = postings.map(
    ({ account, amount }) => `    ${accountName(account)}  EUR ${decimal(amount, ".")}\n`,
  );
  return `${effectiveOn} * (${seq}) ${plain(description)}\n    ; seq: ${seq}\n    ; recorded: ${recordedAt}\n    ; hash: ${hash}\n${lines.join("")}\n`;
}

/** The lines above the transactions, as comments that both programs skip. */
export const plainHead = (statement: readonly { readonly name: string; readonly value: string }[]): string =>
  `${statement.map(({ name, value }) => `; ${plain(name)}: ${plain(value)}\n`).join("")}\n`;

const CHUNK = 64 * 1024;

/** Texts one after the other, in pieces of about 64 kB. */
export async function* inPieces<Row>(
  head: string,
  rows: AsyncIterable<Row>,
  written: (row: Row) => string,
): AsyncGenerator<Uint8Array> {
  let held = head;
  for await (const row of rows) {
    held += written(row);
    if (held.length < CHUNK) continue;
    yield new Uint8Array(Buffer.from(held));
    held = "";
  }
  if (held !== "") yield new Uint8Array(Buffer.from(held));
}
