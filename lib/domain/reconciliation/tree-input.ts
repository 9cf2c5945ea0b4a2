import type { VatBasis } from "../claims/claim";
import type { Earmark } from "../claims/flow";
import type { EntryKind } from "../ledger/journal";
import type { Cents } from "../money";
import type { Headline } from "./headline";
import type { TwoLanguages } from "./label";
import type { WindowState } from "./periods";
import type { LateCorrection, PendingReport } from "./reported";
import type { Movements } from "./selector";
import type { LaterTerm } from "./stages";
import type { Measure } from "./tree";

/** One entry below an area (or, for ceilings, below a tranche), with what it adds there. */
export interface TreeEntry {
  readonly seq: bigint;
  readonly kind: EntryKind;
  readonly theme: TwoLanguages | null;
  readonly place: string | null;
  readonly years: readonly number[];
  readonly effectiveOn: string;
  readonly amount: Cents;
}

/** The entries of one opened node: the first ones, and what the others come to together. */
export interface TreeEntries {
  readonly shown: readonly TreeEntry[];
  readonly rest: { readonly lines: bigint; readonly amount: Cents } | null;
}

export interface TreeStructure {
  readonly name: TwoLanguages;
  readonly streams: readonly {
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly note: number | null;
    readonly earmark: Earmark;
    readonly vatBasis: VatBasis;
    readonly tranches: readonly { readonly id: string; readonly code: string; readonly name: string }[];
  }[];
  readonly municipalities: ReadonlyMap<string, { readonly code: string; readonly name: string }>;
  readonly areas: ReadonlyMap<string, { readonly code: string; readonly name: string }>;
}

/** The part of an approved award that goes to the VAT compensation fund, and so is not paid as a grant; cents. */
export interface BcfDecision {
  readonly trancheId: string;
  readonly proposalId: string;
  readonly number: string;
  readonly amount: Cents;
}

export interface TreeInput {
  readonly measure: Measure;
  readonly validOn: string;
  readonly knownOn: string;
  readonly structure: TreeStructure;
  readonly headline: Headline | null;
  readonly movements: Movements;
  readonly windows: readonly WindowState[];
  readonly terms: readonly LaterTerm[];
  readonly pending: readonly PendingReport[];
  readonly corrections: readonly LateCorrection[];
  readonly bcf: readonly BcfDecision[];
  /** Entries of the opened nodes by their key, and those of opened differences by "node!difference". */
  readonly entries: ReadonlyMap<string, TreeEntries>;
}
