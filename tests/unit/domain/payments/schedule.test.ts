import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cents } from "@/lib/domain/money";
import {
  type PaymentTerm,
  paidAbove,
  type ScheduleFacts,
  scheduled,
  scheduleReasons,
  termStandings,
} from "@/lib/domain/payments/schedule";

const term = (dueOn: string, amount: bigint): PaymentTerm => ({ dueOn, amount: cents(amount) });
const FACTS: ScheduleFacts = {
  awarded: cents(1_000n),
  decisionOn: "2026-01-10",
  lastYear: 2042,
  settled: false,
  earlier: null,
};
const reasons = (terms: readonly PaymentTerm[], facts: Partial<ScheduleFacts> = {}) =>
  scheduleReasons(terms, { ...FACTS, ...facts }).map(
    ({ code, field }) => `${field ?? "-"}: ${code.replace("schedule.reasons.", "")}`,
  );

describe("a payment schedule", () => {
  it("is exactly the award, to the cent", () => {
    expect(reasons([term("2026-03-01", 600n), term("2026-09-01", 400n)])).toEqual([]);
    expect(reasons([term("2026-03-01", 600n), term("2026-09-01", 399n)])).toEqual(["-: other_total"]);
  });

  it("says everything that is wrong at once, at its row", () => {
    expect(reasons([])).toEqual(["terms.0.dueOn: no_terms"]);
    expect(reasons([term("2026-01-09", 1_001n), term("2043-01-01", 0n), term("2043-01-01", -1n)])).toEqual([
      "terms.0.dueOn: before_decision",
      "terms.1.dueOn: after_programme",
      "terms.1.amount: not_above_zero",
      "terms.2.dueOn: after_programme",
      "terms.2.dueOn: twice",
      "terms.2.amount: not_above_zero",
    ]);
  });

  it("is not the same again, in whatever order, and not planned on what is settled", () => {
    const earlier = [term("2026-03-01", 600n), term("2026-09-01", 400n)];
    expect(reasons(earlier.toReversed(), { earlier })).toEqual(["-: same"]);
    expect(reasons([term("2026-03-01", 601n), term("2026-09-01", 399n)], { earlier })).toEqual([]);
    expect(reasons(earlier, { settled: true })).toEqual(["-: settled"]);
  });
});

describe("beside what was paid", () => {
  const terms = [term("2026-09-01", 400n), term("2026-03-01", 600n)];

  it("the first term is paid first; a day that has passed is late, today is not", () => {
    const states = (advanced: bigint, today: string) =>
      termStandings(terms, cents(advanced), today).map(({ paid, state }) => [paid, state]);
    expect(states(0n, "2026-03-01")).toEqual([
      [0n, "coming"],
      [0n, "coming"],
    ]);
    expect(states(599n, "2026-03-02")).toEqual([
      [599n, "late"],
      [0n, "coming"],
    ]);
    expect(states(700n, "2026-08-31")).toEqual([
      [600n, "paid"],
      [100n, "partly"],
    ]);
  });

  it("every cent that was paid is of one term or above them all", () => {
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        days,
        fc.array(fc.bigInt(1n, 10n ** 12n), { minLength: 8, maxLength: 8 }),
        fc.bigInt(0n, 10n ** 13n),
        (on, amounts, paid) => {
          const planned = on.map((day, index) =>
            term(`2026-02-${String(day).padStart(2, "0")}`, amounts[index] ?? 1n),
          );
          const standings = termStandings(planned, cents(paid), "2026-02-14");
          const told = standings.reduce((all, one) => all + one.paid, 0n);
          expect(told + paidAbove(planned, cents(paid))).toBe(paid);
          expect(standings.at(-1)?.cumulative).toBe(scheduled(planned));
          expect(standings.every(({ paid: part, amount }) => part >= 0n && part <= amount)).toBe(true);
        },
      ),
    );
  });
});
