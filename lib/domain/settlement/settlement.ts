import { type Cents, cents } from "../money";

/** What stands on one allocation when it is settled, in cents. */
export interface SettlementGrounds {
  /** The net award of all its decisions together. */
  readonly awarded: Cents;
  /** Spend that the ministry accepted. */
  readonly spent: Cents;
  /** Paid out, less what came back. */
  readonly advanced: Cents;
}

export interface SettlementSum extends SettlementGrounds {
  /** min(award, accepted spend). */
  readonly settled: Cents;
  /** Awarded and not settled. */
  readonly lapsed: Cents;
  /** Advanced above what is settled: to be recovered. Zero when nothing is. */
  readonly recovery: Cents;
  /** Settled above what is advanced: still to be paid. Zero when nothing is. */
  readonly remainder: Cents;
}

const positive = (amount: bigint): Cents => cents(amount > 0n ? amount : 0n);

/** Settled = min(award, accepted spend); recovery = advances - settled when that is above zero, else the rest is paid. */
export function settlementOf({ awarded, spent, advanced }: SettlementGrounds): SettlementSum {
  const settled = spent < awarded ? spent : awarded;
  return {
    awarded,
    spent,
    advanced,
    settled,
    lapsed: cents(awarded - settled),
    recovery: positive(advanced - settled),
    remainder: positive(settled - advanced),
  };
}
