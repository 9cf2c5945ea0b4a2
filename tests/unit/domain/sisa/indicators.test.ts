import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cents, sum } from "@/lib/domain/money";
import { groupDecisions } from "@/lib/domain/sisa/decision-groups";
import { measuresOf, type SisaMove } from "@/lib/domain/sisa/measures";
import { sisaRows } from "@/lib/domain/sisa/sisa-year";
import { allocation, facts, move } from "./sample-year";

const moves: fc.Arbitrary<SisaMove[]> = fc.array(
  fc
    .record({
      reportedIn: fc.integer({ min: 2023, max: 2028 }),
      back: fc.integer({ min: 0, max: 3 }),
      amount: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
    })
    .map(({ reportedIn, back, amount }) => ({
      seq: 1n,
      kind: back === 0 ? ("spent" as const) : ("spend_corrected" as const),
      place: "p",
      reportedIn,
      about: reportedIn - back,
      amount: cents(amount),
    })),
  { maxLength: 40 },
);

describe("the indicators of a year", () => {
  it("cumulative(T) = cumulative(T-1) + spent(T) + correction(T-1), whatever was posted", () => {
    fc.assert(
      fc.property(moves, fc.integer({ min: 2022, max: 2029 }), (all, year) => {
        const [now, last] = [measuresOf(all, year), measuresOf(all, year - 1)];
        expect(now.before).toBe(last.cumulative);
        expect(now.cumulative).toBe(last.cumulative + now.spent + now.correction);
      }),
    );
  });

  it("ends at everything that was posted, and an earlier year stays as it was when a later one is added", () => {
    fc.assert(
      fc.property(moves, (all) => {
        expect(measuresOf(all, 2028).cumulative).toBe(sum(all.map(({ amount }) => amount)));
        const until = all.filter(({ reportedIn }) => reportedIn <= 2025);
        expect(measuresOf(all, 2025)).toEqual(measuresOf(until, 2025));
      }),
    );
  });

  it("a correction of an earlier year is apart, one of the same year is spend", () => {
    const all = [
      move({ amount: cents(500n) }),
      move({ kind: "spend_corrected", amount: cents(-20n) }),
      move({ kind: "spend_corrected", about: 2024, amount: cents(-7n) }),
    ];
    expect(measuresOf(all, 2025)).toEqual({ before: 0n, spent: 480n, correction: -7n, cumulative: 473n });
  });
});

describe("rows per decision", () => {
  it("one decision over two places is one row with both amounts", () => {
    const allocations = [allocation(), allocation({ number: "A-2", place: "t/armoede/zuid" })];
    const rows = sisaRows(
      facts({ allocations, moves: [move(), move({ place: "t/armoede/zuid", amount: cents(1n) })] }),
    );
    expect(rows.map(({ key, measures }) => [key, measures?.spent])).toEqual([["W|B-1", 100_000_01n]]);
    expect(rows[0]?.awarded).toBe(2_000_000_00n);
  });

  it("decisions that share a place are one row together, with the place's award once and no split", () => {
    const allocations = [
      allocation({ decisionNumber: "B-2", number: "A-2" }),
      allocation(),
      allocation({ decisionNumber: "B-2", number: "A-3", place: "t/armoede/zuid" }),
      allocation({ decisionNumber: "B-3", number: "A-4", place: "t/armoede/west" }),
    ];
    const groups = groupDecisions(allocations, () => "W");
    expect(groups.map(({ key, awarded }) => [key, awarded])).toEqual([
      ["W|B-1+B-2", 2_000_000_00n],
      ["W|B-3", 1_000_000_00n],
    ]);
  });

  it("every place is on exactly one row, in whatever order the allocations come", () => {
    const some = fc.array(
      fc.record({
        place: fc.constantFrom("a", "b", "c", "d", "e"),
        decision: fc.constantFrom("1", "2", "3"),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(some, fc.infiniteStream(fc.nat()), (made, order) => {
        const list = made.map(({ place, decision }, index) =>
          allocation({ place, decisionNumber: decision, number: `A-${index}` }),
        );
        const groups = groupDecisions(list, () => "W");
        const places = groups.flatMap((group) => group.places);
        expect([...places].sort()).toEqual([...new Set(made.map(({ place }) => place))].sort());
        const ranks = new Map(list.map((one) => [one, order.next().value]));
        const shuffled = [...list].sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
        expect(groupDecisions(shuffled, () => "W").map(({ key }) => key)).toEqual(
          groups.map(({ key }) => key),
        );
      }),
    );
  });

  it("no accepted report is no amount, and not zero; an accepted one without entries is zero", () => {
    const windows = facts().windows.map((one) => ({ ...one, accepted: one.year !== 2025 }));
    expect(sisaRows(facts({ windows, moves: [] }))[0]?.measures).toBeNull();
    expect(sisaRows(facts({ moves: [] }))[0]?.measures?.spent).toBe(0n);
  });

  it("a decision of a later year, and one without award or movement, has no row", () => {
    expect(sisaRows(facts({ allocations: [allocation({ decisionOn: "2026-01-01" })], moves: [] }))).toEqual(
      [],
    );
    expect(sisaRows(facts({ allocations: [allocation({ awarded: cents(0n) })], moves: [] }))).toEqual([]);
  });
});
