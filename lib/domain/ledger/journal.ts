import type { Cents } from "../money";
import { Refusal } from "../refusal";

export type Book = "commitment" | "cash" | "accountability";
export type AccountKind =
  | "ceiling"
  | "unallocated"
  | "allocated"
  | "entitlement"
  | "to_spend"
  | "spent"
  | "advanced"
  | "treasury"
  | "settled";
export type EntryKind =
  | "ceiling_set"
  | "ceiling_revised"
  | "allocated"
  | "revised"
  | "withdrawn"
  | "spent"
  | "spend_corrected"
  | "advanced"
  | "recovered"
  | "settled"
  | "settlement_reopened"
  | "reallocated";

export const BOOK_OF: Readonly<Record<AccountKind, Book>> = {
  ceiling: "commitment",
  unallocated: "commitment",
  allocated: "commitment",
  entitlement: "accountability",
  to_spend: "accountability",
  spent: "accountability",
  advanced: "cash",
  treasury: "cash",
  settled: "accountability",
};

/** An account is a kind plus its dimensions. */
export interface AccountRef {
  readonly kind: AccountKind;
  readonly trancheId: string;
  readonly themeId?: string;
  readonly municipalityId?: string;
  readonly areaId?: string;
  readonly year?: number;
}

/** Signed cents on one account; the postings of an entry sum to zero within each book. */
export interface NewPosting {
  readonly account: AccountRef;
  readonly amount: Cents;
}

/** One business fact, ready to append. Dates are calendar dates (yyyy-mm-dd). */
export interface NewEntry {
  readonly kind: EntryKind;
  readonly effectiveOn: string;
  readonly streamId: string;
  readonly municipalityId?: string;
  readonly allocationId?: string;
  readonly proposalId?: string;
  readonly reportId?: string;
  readonly correctsSeq?: bigint;
  readonly decisionNumber?: string;
  readonly decisionOn?: string;
  readonly legalSource?: string;
  readonly reason: string;
  readonly postings: readonly NewPosting[];
}

/** @throws Refusal `unbalanced` when there are fewer than two postings or a book does not sum to zero. */
export function journalEntry(entry: NewEntry): NewEntry {
  const totals = new Map<Book, bigint>();
  for (const { account, amount } of entry.postings) {
    const book = BOOK_OF[account.kind];
    totals.set(book, (totals.get(book) ?? 0n) + amount);
  }
  const skewed = [...totals].find(([, total]) => total !== 0n);
  if (entry.postings.length < 2) throw new Refusal("unbalanced", { postings: String(entry.postings.length) });
  if (skewed) throw new Refusal("unbalanced", { book: skewed[0], difference: String(skewed[1]) });
  return entry;
}
