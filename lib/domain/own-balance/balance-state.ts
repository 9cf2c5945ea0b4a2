import { type Cents, cents } from "../money";

/** An entry of our journal on this tranche and municipality, effective on or before the date of the balance. */
export interface LaterEntry {
  readonly seq: bigint;
  readonly amount: Cents;
}

export type BalanceState = "agrees" | "differs" | "broken" | "open";

export interface CheckedBalance<E extends LaterEntry> {
  readonly state: BalanceState;
  /** What the journal says now. */
  readonly accepted: Cents;
  /** The municipality's balance less ours. */
  readonly difference: Cents;
  /** Entries recorded since it last agreed; none when it never did. */
  readonly broke: readonly E[];
}

/**
 * Holds a stated balance against what is accepted. While a period up to its date is not accepted it cannot be compared.
 * A balance that agreed at any moment since it was stated, and does no more, was broken by what came after that moment.
 */
export function checkBalance<E extends LaterEntry>(balance: {
  readonly stated: Cents;
  /** Accepted at the moment of stating. */
  readonly checked: Cents;
  /** Recorded since, in the order of the journal. */
  readonly later: readonly E[];
  /** Periods up to its date that are not accepted. */
  readonly openPeriods: number;
}): CheckedBalance<E> {
  const { stated, checked, later, openPeriods } = balance;
  let running: bigint = checked;
  let agreedAt = running === stated ? 0 : -1;
  for (const [index, { amount }] of later.entries()) {
    running += amount;
    if (running === stated) agreedAt = index + 1;
  }
  const accepted = cents(running);
  const difference = cents(stated - accepted);
  const compared = { accepted, difference };
  if (openPeriods > 0) return { ...compared, state: "open", broke: [] };
  if (difference === 0n) return { ...compared, state: "agrees", broke: [] };
  if (agreedAt < 0) return { ...compared, state: "differs", broke: [] };
  return { ...compared, state: "broken", broke: later.slice(agreedAt) };
}
