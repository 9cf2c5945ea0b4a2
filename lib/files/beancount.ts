import { cents } from "@/lib/domain/money";
import { decimal } from "./cell";
import type { JournalRow } from "./journal-file";
import { inPieces, onOneLine, plainHead } from "./plain-journal";

/** Every account of beancount lies under one of five names; each of our books has one. */
const ROOTS: Readonly<Record<string, string>> = {
  commitment: "Equity",
  cash: "Assets",
  accountability: "Liabilities",
};
/** Before anything that is entered: an account must be open on the day of its first posting. */
const BEGINNING = "1970-01-01";

/** A part begins with a capital or a digit and has letters, digits and hyphens only. */
function part(value: string): string {
  const plain = value.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "") || "0";
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

const accountOf = ([book = "", ...rest]: readonly string[]): string =>
  [ROOTS[book] ?? "Equity", part(book), ...rest.map(part)].join(":");

const quoted = (value: string) => `"${onOneLine(value).replace(/[\\"]/g, "\\$&")}"`;

/** The lines above the transactions: what the file is, and what beancount has to know. */
export const beancountHead = (
  statement: readonly { readonly name: string; readonly value: string }[],
  title: string,
): string => `${plainHead(statement)}option "title" ${quoted(title)}\noption "operating_currency" "EUR"\n\n`;

function transaction({ seq, kind, effectiveOn, recordedAt, reason, hash, postings }: JournalRow): string {
  const lines = postings.map(
    (posting) =>
      `  ${accountOf(posting.slice(0, -1).filter((one) => one !== ""))}  ${decimal(cents(BigInt(posting.at(-1) ?? "0")), ".")} EUR\n`,
  );
  return `${effectiveOn} * ${quoted(`${kind}: ${reason}`)}\n  seq: ${quoted(seq)}\n  recorded: ${quoted(recordedAt)}\n  hash: ${quoted(hash)}\n${lines.join("")}\n`;
}

/** The journal as beancount reads it; each account is opened just above the transaction that first uses it. */
export function beancountJournal(head: string, rows: AsyncIterable<JournalRow>): AsyncGenerator<Uint8Array> {
  const opened = new Set<string>();
  return inPieces(head, rows, (row) => {
    const names = row.postings.map((posting) => accountOf(posting.slice(0, -1).filter((one) => one !== "")));
    const fresh = [...new Set(names)].filter((name) => !opened.has(name));
    for (const name of fresh) opened.add(name);
    return fresh.map((name) => `${BEGINNING} open ${name} EUR\n`).join("") + transaction(row);
  });
}
