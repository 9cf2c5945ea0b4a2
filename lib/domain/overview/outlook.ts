import { type Cents, cents } from "../money";

/** What is needed to look ahead for one municipality in one tranche; cents, and calendar dates yyyy-mm-dd. */
export interface OutlookFacts {
  readonly allocated: Cents;
  readonly spent: Cents;
  /** The periods of which the spend was accepted. */
  readonly accepted: readonly { readonly startsOn: string; readonly endsOn: string }[];
  /** The last day on which money of the tranche can be spent; null when nobody recorded it. */
  readonly expiresOn: string | null;
}

export type Outlook =
  | {
      readonly known: true;
      readonly elapsedMonths: number;
      readonly remainingMonths: number;
      /** Accepted spend per month, cents rounded down. */
      readonly pace: Cents;
      /** Spend by the last day when the pace stays as it was. */
      readonly projected: Cents;
      /** What is then left unspent, and lapses; below zero is what the pace is too high. */
      readonly unspent: Cents;
    }
  | { readonly known: false; readonly why: "no_report" | "no_end" | "no_months" };

const monthOf = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;

/** Calendar months from one day up to and including another; a month that has begun counts. */
export const monthsIn = (from: string, to: string): number => Math.max(0, monthOf(to) - monthOf(from) + 1);

/**
 * In this pace: accepted spend / months of the accepted periods x months left. Whole cents throughout; the projection is
 * rounded down once, at its end, so that it is less than a cent too low.
 */
export function outlookOf({ allocated, spent, accepted, expiresOn }: OutlookFacts): Outlook {
  const ends = accepted.map(({ endsOn }) => endsOn).sort();
  const last = ends.at(-1);
  if (last === undefined) return { known: false, why: "no_report" };
  if (expiresOn === null) return { known: false, why: "no_end" };
  const elapsed = accepted.reduce((all, { startsOn, endsOn }) => all + monthsIn(startsOn, endsOn), 0);
  if (elapsed === 0) return { known: false, why: "no_months" };
  const remaining = Math.max(0, monthOf(expiresOn) - monthOf(last));
  const more = floorDivide(spent * BigInt(remaining), BigInt(elapsed));
  const projected = cents(spent + more);
  return {
    known: true,
    elapsedMonths: elapsed,
    remainingMonths: remaining,
    pace: cents(floorDivide(spent, BigInt(elapsed))),
    projected,
    unspent: cents(allocated - projected),
  };
}

/** Towards minus infinity, where BigInt's own division goes towards zero. */
function floorDivide(value: bigint, by: bigint): bigint {
  const cut = value / by;
  return value % by < 0n ? cut - 1n : cut;
}

/** The last day of spending: the end of the tranche's last year, else the day on which it closes. */
export const expiryOf = (tranche: {
  readonly lastYear: number | null;
  readonly closesOn: string | null;
}): string | null => (tranche.lastYear === null ? tranche.closesOn : `${tranche.lastYear}-12-31`);
