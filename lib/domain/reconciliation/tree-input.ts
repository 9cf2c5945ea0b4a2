import type { EntryKind } from "../ledger/journal";
import type { Cents } from "../money";
import type { Headline } from "./headline";
import type { TwoLanguages } from "./label";
import type { WindowState } from "./periods";
import type { Position } from "./positions";
import type { Measure } from "./tree";

/** One entry below an area (or, for ceilings, below a tranche), with what it adds there. */
export interface TreeEntry {
  readonly seq: bigint;
  readonly kind: EntryKind;
  readonly theme: TwoLanguages | null;
  readonly years: readonly number[];
  readonly effectiveOn: string;
  readonly amount: Cents;
}

/** The entries of one opened node: the first ones, and what the others come to together. */
export interface TreeEntries {
  readonly shown: readonly TreeEntry[];
  readonly rest: { readonly count: bigint; readonly amount: Cents } | null;
}

export interface TreeStructure {
  readonly name: TwoLanguages;
  readonly streams: readonly {
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly note: number | null;
    readonly tranches: readonly { readonly id: string; readonly code: string; readonly name: string }[];
  }[];
  readonly municipalities: ReadonlyMap<string, { readonly code: string; readonly name: string }>;
  readonly areas: ReadonlyMap<string, { readonly code: string; readonly name: string }>;
}

export interface TreeInput {
  readonly measure: Measure;
  readonly validOn: string;
  readonly knownOn: string;
  readonly structure: TreeStructure;
  readonly headline: Headline | null;
  readonly positions: readonly Position[];
  readonly windows: readonly WindowState[];
  /** Entries of the opened nodes, by node key. */
  readonly entries: ReadonlyMap<string, TreeEntries>;
}
