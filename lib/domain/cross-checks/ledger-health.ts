import { groupOf, type RuleOutcome } from "./run";

export interface LedgerHealth {
  readonly broken: number;
  /** Promises of which something could not be looked at. */
  readonly unjudged: number;
  /** `held`: when it was looked at, which may no longer be so. */
  readonly state: "broken" | "unjudged" | "held" | "holds";
}

/** What the outcomes of a run say of the promises of the ledger. */
export function ledgerHealth(outcomes: readonly RuleOutcome[], behind: boolean): LedgerHealth {
  const promises = outcomes.filter(({ code }) => groupOf(code) === "ledger");
  const broken = promises.filter(({ found }) => found > 0).length;
  const unjudged = promises.filter((one) => one.unjudged > 0).length;
  const whole = behind ? "held" : "holds";
  return { broken, unjudged, state: broken > 0 ? "broken" : unjudged > 0 ? "unjudged" : whole };
}
