import type { MonthCut } from "@/lib/domain/ledger/month-cut";
import type { AsOf } from "@/lib/domain/reconciliation/as-of";
import type { TieOutKind } from "@/lib/domain/tie-out/tie-out-file";

export interface UnitsAsked {
  readonly kind: TieOutKind;
  readonly year: number | null;
  readonly asOf: AsOf;
  /** Entries of after this instant are not looked at, so that the answer stays the same. */
  readonly until: string;
}

/** Up to where a tie-out looks at the journal: what counts as of its two dates, and all that was entered by then. */
export interface TieOutCuts {
  readonly counted: MonthCut;
  readonly entered: MonthCut;
}
