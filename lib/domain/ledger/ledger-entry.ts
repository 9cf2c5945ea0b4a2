import type { Cents } from "../money";
import type { AccountKind, Book, EntryKind } from "./journal";

/** One entry with everything that made it, for who reads the ledger. */
export interface LedgerEntry {
  readonly seq: bigint;
  readonly kind: EntryKind;
  readonly effectiveOn: string;
  readonly recordedAt: Date;
  readonly recordedBy: string;
  readonly stream: { readonly code: string; readonly name: string };
  readonly correctsSeq: bigint | null;
  readonly correctedBy: readonly bigint[];
  readonly decisionNumber: string | null;
  readonly decisionOn: string | null;
  readonly legalSource: string | null;
  readonly reason: string;
  readonly allocation: {
    readonly id: string;
    readonly number: string;
    readonly area: string;
    readonly municipality: string;
  } | null;
  readonly postings: readonly {
    readonly book: Book;
    readonly kind: AccountKind;
    readonly tranche: string;
    readonly area: string | null;
    readonly theme: { readonly nl: string; readonly en: string } | null;
    readonly year: number | null;
    readonly amount: Cents;
  }[];
  readonly proposal: {
    readonly id: string;
    readonly number: string;
    readonly author: string;
    readonly enteredAt: Date;
    readonly decisions: readonly {
      readonly outcome: "approved" | "returned";
      readonly who: string;
      readonly at: Date;
      readonly contentHash: string;
    }[];
  } | null;
  readonly report: {
    readonly id: string;
    readonly number: string;
    readonly events: readonly {
      readonly action: "submitted" | "signed" | "returned" | "accepted";
      readonly who: string;
      readonly at: Date;
    }[];
  } | null;
  /** Hexadecimal. */
  readonly hash: string;
  readonly prevHash: string;
  /** The earliest signed checkpoint that covers it; null while none does. */
  readonly checkpoint: { readonly size: bigint; readonly at: string } | null;
  readonly next: bigint | null;
}
