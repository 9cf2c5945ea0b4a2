import type { YearAmount } from "../ledger/facts";
import { type Cents, sum } from "../money";
import type { BlockingReason } from "../refusal";

/** A reporting window in which the recipient has to report on the allocation. */
export interface SettlementWindow {
  readonly code: string;
  readonly year: number;
  /** The last window of its year. */
  readonly last: boolean;
  /** Or the recipient need not report in it. */
  readonly accepted: boolean;
  readonly href: string;
}

/** What a settlement or its reopening is checked against. */
export interface SettlementFacts {
  readonly awarded: Cents;
  /** Accepted spend per year, in cents. */
  readonly spent: readonly YearAmount[];
  readonly windows: readonly SettlementWindow[];
  /** The last year with an amount in the award; null when nothing is awarded. */
  readonly lastYear: number | null;
  /** Proposals on this allocation that wait for a decision. */
  readonly open: readonly { readonly number: string; readonly href: string }[];
  readonly settled: boolean;
  /** Today in the Netherlands, yyyy-mm-dd. */
  readonly today: string;
}

interface SettlementDraft {
  readonly kind: "settlement" | "reopening";
  readonly decisionNumber: string | null;
  readonly decisionOn: string | null;
  /** What would be settled per year, cents. */
  readonly years: readonly YearAmount[];
  /** What it takes to be awarded, cents. */
  readonly awardedCents?: Cents | null;
  readonly reason: string;
}

/** What stands in the way of settling this allocation, or of reopening its settlement; empty when nothing does. */
export function settlementReasons(draft: SettlementDraft, facts: SettlementFacts | null): BlockingReason[] {
  if (facts === null) return [{ code: "proposals.reasons.allocation_missing", field: "allocationId" }];
  const reasons: BlockingReason[] = [];
  if (draft.kind === "settlement") reasons.push(...notReady(facts));
  else if (!facts.settled) reasons.push({ code: "settlement.reasons.not_settled" });
  for (const { number, href } of facts.open)
    reasons.push({ code: "settlement.reasons.open_proposal", facts: { number }, href });
  if (draft.awardedCents !== facts.awarded || sum(draft.years.map((one) => one.amount)) !== spentOf(facts))
    reasons.push({
      code: "settlement.reasons.changed",
      facts: { awardedCents: String(facts.awarded), spentCents: String(spentOf(facts)) },
    });
  if (!draft.decisionNumber?.trim())
    reasons.push({ code: "proposals.reasons.decision_number_missing", field: "decisionNumber" });
  if (draft.decisionOn === null)
    reasons.push({ code: "proposals.reasons.decision_date_missing", field: "decisionOn" });
  else if (draft.decisionOn > facts.today)
    reasons.push({
      code: "settlement.reasons.in_future",
      field: "decisionOn",
      facts: { givenOn: draft.decisionOn, todayOn: facts.today },
    });
  if (draft.reason.trim() === "") reasons.push({ code: "proposals.reasons.reason_missing", field: "reason" });
  return reasons;
}

const spentOf = ({ spent }: SettlementFacts) => sum(spent.map(({ amount }) => amount));

/** The state of things that keeps an allocation from being settled, whatever is filled in. */
export function notReady(facts: SettlementFacts): BlockingReason[] {
  const { awarded, windows, lastYear, settled } = facts;
  if (settled) return [{ code: "settlement.reasons.settled" }];
  if (awarded <= 0n || lastYear === null) return [{ code: "settlement.reasons.nothing_awarded" }];
  const missing = windows
    .filter(({ accepted }) => !accepted)
    .map(({ code, href }) => ({ code: "settlement.reasons.not_accepted", facts: { window: code }, href }));
  const final = windows.some(({ year, last }) => last && year >= lastYear);
  return final
    ? missing
    : [...missing, { code: "settlement.reasons.no_final_window", facts: { year: String(lastYear) } }];
}
