import { cents } from "@/lib/domain/money";
import { inPieces, plainTransaction } from "./plain-journal";

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

/** A plain-text accounting journal as the entries come. */
export const plainJournal = (head: string, rows: AsyncIterable<JournalRow>): AsyncGenerator<Uint8Array> =>
  inPieces(head, rows, (row) =>
    plainTransaction({
      ...row,
      description: `${row.kind}: ${row.reason}`,
      postings: row.postings.map((parts) => ({
        account: parts.slice(0, -1).filter((one) => one !== ""),
        amount: cents(BigInt(parts.at(-1) ?? "0")),
      })),
    }),
  );
