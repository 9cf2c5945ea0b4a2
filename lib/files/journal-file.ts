import { cents } from "@/lib/domain/money";
import { plainTransaction } from "./plain-journal";

/** An entry as the export reads it: codes of an account, then its amount in cents. */
export interface JournalRow {
  readonly seq: string;
  readonly kind: string;
  readonly effectiveOn: string;
  readonly recordedAt: string;
  readonly reason: string;
  readonly hash: string;
  readonly postings: readonly (readonly string[])[];
}

const CHUNK = 64 * 1024;

/** A plain-text accounting journal, in pieces of about 64 kB, as the entries come. */
export async function* plainJournal(
  head: string,
  rows: AsyncIterable<JournalRow>,
): AsyncGenerator<Uint8Array> {
  let held = head;
  for await (const row of rows) {
    held += plainTransaction({
      ...row,
      description: `${row.kind}: ${row.reason}`,
      postings: row.postings.map((parts) => ({
        account: parts.slice(0, -1).filter((one) => one !== ""),
        amount: cents(BigInt(parts.at(-1) ?? "0")),
      })),
    });
    if (held.length < CHUNK) continue;
    yield new Uint8Array(Buffer.from(held));
    held = "";
  }
  if (held !== "") yield new Uint8Array(Buffer.from(held));
}
