import { type Cents, cents, sum } from "../money";
import type { BlockingReason } from "../refusal";

/** A part of an award that is to be paid on a day (yyyy-mm-dd), in cents. */
export interface PaymentTerm {
  readonly dueOn: string;
  readonly amount: Cents;
}

export interface ScheduleFacts {
  /** The net award of all decisions together, cents. */
  readonly awarded: Cents;
  readonly decisionOn: string;
  /** Last year of the programme. */
  readonly lastYear: number;
  readonly settled: boolean;
  /** The schedule that would be replaced; null for the first one. */
  readonly earlier: readonly PaymentTerm[] | null;
}

const text = (amount: bigint) => amount.toString();
export const scheduled = (terms: readonly PaymentTerm[]): Cents => sum(terms.map(({ amount }) => amount));

/** Why these terms cannot be the schedule of the award; fields are `terms.<index>.<name>` as in the form. */
export function scheduleReasons(
  terms: readonly PaymentTerm[],
  { awarded, decisionOn, lastYear, settled, earlier }: ScheduleFacts,
): BlockingReason[] {
  if (settled) return [{ code: "schedule.reasons.settled" }];
  if (terms.length === 0) return [{ code: "schedule.reasons.no_terms", field: "terms.0.dueOn" }];
  const reasons = terms.flatMap(({ dueOn, amount }, index): BlockingReason[] => [
    ...(dueOn < decisionOn
      ? [
          {
            code: "schedule.reasons.before_decision",
            field: `terms.${index}.dueOn`,
            facts: { givenOn: dueOn, decisionOn },
          },
        ]
      : []),
    ...(Number(dueOn.slice(0, 4)) > lastYear
      ? [
          {
            code: "schedule.reasons.after_programme",
            field: `terms.${index}.dueOn`,
            facts: { givenOn: dueOn, last: String(lastYear) },
          },
        ]
      : []),
    ...(terms.findIndex((one) => one.dueOn === dueOn) < index
      ? [{ code: "schedule.reasons.twice", field: `terms.${index}.dueOn`, facts: { givenOn: dueOn } }]
      : []),
    ...(amount <= 0n
      ? [
          {
            code: "schedule.reasons.not_above_zero",
            field: `terms.${index}.amount`,
            facts: { givenCents: text(amount) },
          },
        ]
      : []),
  ]);
  const total = scheduled(terms);
  if (total !== awarded)
    reasons.push({
      code: "schedule.reasons.other_total",
      facts: { givenCents: text(total), awardedCents: text(awarded), differenceCents: text(awarded - total) },
    });
  if (earlier !== null && sameTerms(earlier, terms)) reasons.push({ code: "schedule.reasons.same" });
  return reasons;
}

const inOrder = (terms: readonly PaymentTerm[]) => [...terms].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
const sameTerms = (a: readonly PaymentTerm[], b: readonly PaymentTerm[]) => {
  const [one, other] = [inOrder(a), inOrder(b)];
  return (
    one.length === other.length &&
    one.every(({ dueOn, amount }, index) => other[index]?.dueOn === dueOn && other[index]?.amount === amount)
  );
};

export type TermState = "paid" | "late" | "partly" | "coming";

export interface TermStanding extends PaymentTerm {
  /** What of the advances so far belongs to this term: earlier terms are paid first. */
  readonly paid: Cents;
  /** Paid less planned; below zero is still to be paid. */
  readonly difference: Cents;
  /** Planned up to and with this term. */
  readonly cumulative: Cents;
  readonly state: TermState;
}

/** How the terms stand, in the order of their days. What was paid above all of them is no term's: see `paidAbove`. */
export function termStandings(terms: readonly PaymentTerm[], advanced: Cents, today: string): TermStanding[] {
  let before = 0n;
  return inOrder(terms).map(({ dueOn, amount }) => {
    const left = advanced > before ? advanced - before : 0n;
    const paid = left < amount ? left : amount;
    before += amount;
    const state: TermState =
      paid === amount ? "paid" : dueOn < today ? "late" : paid > 0n ? "partly" : "coming";
    return {
      dueOn,
      amount,
      paid: cents(paid),
      difference: cents(paid - amount),
      cumulative: cents(before),
      state,
    };
  });
}

/** Advanced above everything that is scheduled, cents; zero when nothing is. */
export const paidAbove = (terms: readonly PaymentTerm[], advanced: Cents): Cents => {
  const above = advanced - scheduled(terms);
  return cents(above > 0n ? above : 0n);
};
