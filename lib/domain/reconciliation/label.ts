import type { EntryKind } from "../ledger/journal";
import type { Cents } from "../money";

export const LEVELS = ["programme", "stream", "tranche", "municipality", "area", "entry"] as const;
export type Level = (typeof LEVELS)[number];

export interface TwoLanguages {
  readonly nl: string;
  readonly en: string;
}

/** The published figure that a node starts from. */
export interface ClaimRef {
  readonly code: string;
  readonly amount: Cents;
  /** Title, place and date of its source, as far as they are known. */
  readonly source: string;
  readonly place: string | null;
  readonly published: string | null;
  /** How exactly it was said: "zo'n € 1,1 miljard". */
  readonly words: string | null;
}

/** Parts of a name; only views put them together. */
export type Label =
  | { readonly level: "programme"; readonly name: TwoLanguages; readonly claim: ClaimRef | null }
  | {
      readonly level: "stream";
      readonly code: string;
      readonly name: string;
      readonly note: number | null;
      readonly claim: ClaimRef | null;
    }
  | { readonly level: "tranche"; readonly name: string }
  | { readonly level: "municipality"; readonly code: string; readonly name: string }
  | { readonly level: "area"; readonly code: string; readonly name: string }
  | {
      readonly level: "entry";
      readonly seq: bigint;
      readonly kind: EntryKind;
      readonly theme: TwoLanguages | null;
      /** Area or municipality, where the node above it is of none. */
      readonly place: string | null;
      readonly years: readonly number[];
      readonly effectiveOn: string;
    }
  /** Entries beyond what one list shows, together: how many lines of theirs count here. */
  | { readonly level: "rest"; readonly lines: bigint };
