import { BOOK_OF, journalEntry, type NewEntry } from "@/lib/domain/ledger/journal";
import { Prisma } from "./generated/client";
import { rowsJson } from "./hash";
import { queryLarge, type Tx } from "./transaction";

export interface Appended {
  readonly seq: bigint;
  readonly recordedAt: Date;
  readonly hash: Uint8Array;
}

/**
 * Appends entries to the programme's chain, all or none, in this order.
 * @throws Refusal `unbalanced` before the database is asked; guards of the database surface at commit.
 */
export async function append(
  tx: Tx,
  programmeId: string,
  recorderId: string,
  entries: readonly NewEntry[],
): Promise<Appended[]> {
  return tx.$queryRaw<Appended[]>`
    SELECT appended_seq AS seq, appended_at AS "recordedAt", appended_hash AS hash
      FROM ledger.append(${programmeId}::uuid, ${recorderId}::uuid, ${jsonOf(entries)}::jsonb)`;
}

/** Appends as `append` does, for who does not need to know where each entry came. */
export async function appendMany(
  tx: Tx,
  programmeId: string,
  recorderId: string,
  entries: readonly NewEntry[],
): Promise<void> {
  await queryLarge(
    tx,
    Prisma.sql`
    SELECT count(*) FROM ledger.append(${programmeId}::uuid, ${recorderId}::uuid, ${jsonOf(entries)}::jsonb)`,
  );
}

const jsonOf = (entries: readonly NewEntry[]): string =>
  rowsJson(
    entries.map(journalEntry).map(({ postings, ...entry }) => ({
      ...entry,
      postings: postings.map(({ account, amount }) => ({ ...account, book: BOOK_OF[account.kind], amount })),
    })),
  );
