import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cents } from "@/lib/domain/money";
import { type Move, type Movement, movementLines } from "@/lib/domain/movements/movement";
import { type MovementFacts, movementReasons } from "@/lib/domain/movements/movement-reasons";

const from = { allocationId: "a", trancheId: "t", themeId: "th", areaId: "g" };
const movement = (moves: readonly Move[], to: Partial<Movement["to"]> = {}): Movement => ({
  from,
  to: { ...from, allocationId: "b", areaId: "h", ...to },
  moves,
  decisionNumber: "B-1",
  decisionOn: "2026-03-01",
  reason: "verhuisd",
});
const move = (fromYear: number, toYear: number, amount: bigint): Move => ({
  fromYear,
  toYear,
  amount: cents(amount),
});
const FACTS: MovementFacts = {
  allocated: new Map([
    [2026, 1_000n],
    [2027, 500n],
  ]),
  spent: new Map([[2026, 300n]]),
  leaving: new Map([[2026, 100n]]),
  carried: new Map(),
  carrying: new Map(),
  rule: { sharePercent: 20, nextYearOnly: true, lastYear: 2028, legalSource: "Stb. 1" },
};
const codes = (one: Movement, facts: Partial<MovementFacts> = {}) =>
  movementReasons(one, { ...FACTS, ...facts }).map(({ code, field }) => [
    code.replace("movements.reasons.", ""),
    field,
  ]);

describe("a movement", () => {
  const anyMove = fc
    .tuple(
      fc.integer({ min: 2022, max: 2042 }),
      fc.integer({ min: 2022, max: 2042 }),
      fc.bigInt(1n, 10n ** 14n),
    )
    .map(([a, b, amount]) => move(a, b, amount));

  it("adds up to nothing, whatever moves where: no cent is made or lost", () => {
    fc.assert(
      fc.property(fc.array(anyMove, { minLength: 1 }), fc.boolean(), (moves, within) => {
        const lines = movementLines(movement(moves, within ? { allocationId: "a", areaId: "g" } : {}));
        const total = lines.flatMap(({ years }) => years).reduce((all, { amount }) => all + amount, 0n);
        expect(total).toBe(0n);
        expect(lines).toHaveLength(within ? 1 : 2);
        for (const { decisionCents, years } of lines)
          expect(decisionCents).toBe(years.reduce((all, { amount }) => all + amount, 0n));
      }),
    );
  });

  it("takes from the giving allocation exactly what it brings to the receiving one, year by year", () => {
    const [leaves, arrives] = movementLines(movement([move(2026, 2026, 40n), move(2027, 2027, 2n)]));
    expect(leaves).toMatchObject({ kind: "revision", allocationId: "a" });
    expect(leaves?.years).toEqual([
      { year: 2026, amount: -40n },
      { year: 2027, amount: -2n },
    ]);
    expect(arrives?.years.map(({ year, amount }) => [year, -amount])).toEqual(
      leaves?.years.map(({ year, amount }) => [year, amount]),
    );
  });

  it("to a place without allocation makes one there", () => {
    const [, arrives] = movementLines(movement([move(2026, 2026, 40n)], { allocationId: null }));
    expect(arrives).toMatchObject({ kind: "allocation", allocationId: null, areaId: "h" });
  });
});

describe("what stands in its way", () => {
  it("what is spent or under way already cannot leave", () => {
    expect(codes(movement([move(2026, 2026, 600n)]))).toEqual([]);
    expect(codes(movement([move(2026, 2026, 601n)]))).toEqual([["not_free", "years.2026"]]);
    expect(codes(movement([move(2026, 2026, 400n), move(2026, 2026, 201n)]))).toEqual([
      ["not_free", "years.2026"],
    ]);
    expect(codes(movement([move(2030, 2030, 1n)]))).toEqual([["not_free", "years.2030"]]);
  });

  it("another tranche, the same place, place and year at once", () => {
    expect(codes(movement([move(2026, 2026, 1n)], { trancheId: "u" }))).toEqual([["other_tranche", "to"]]);
    expect(codes(movement([move(2026, 2026, 1n)], { allocationId: "a" }))).toEqual([["same_place", "to"]]);
    expect(codes(movement([move(2026, 2027, 1n)]))).toEqual([["place_and_year", "moves"]]);
    expect(codes(movement([]))).toEqual([["no_amount", "moves"]]);
  });
});

describe("carrying over", () => {
  const within = (moves: readonly Move[]) => movement(moves, { allocationId: "a", areaId: "g" });

  it("needs a rule of the regulation", () => {
    expect(codes(within([move(2026, 2027, 1n)]), { rule: null })).toEqual([["no_rule", "toYear"]]);
  });

  it("goes to a later year, not further than the rule", () => {
    expect(codes(within([move(2026, 2027, 200n)]))).toEqual([]);
    expect(codes(within([move(2027, 2026, 1n)]))).toEqual([["not_later", "toYear"]]);
    expect(codes(within([move(2026, 2028, 1n)]))).toEqual([["too_late", "toYear"]]);
    const last = { rule: { sharePercent: null, nextYearOnly: false, lastYear: 2028, legalSource: "Stb. 1" } };
    expect(codes(within([move(2026, 2028, 600n)]), last)).toEqual([]);
    expect(codes(within([move(2026, 2029, 600n)]), last)).toEqual([["too_late", "toYear"]]);
  });

  it("counts what open proposals carry over already", () => {
    expect(codes(within([move(2026, 2027, 150n)]), { carrying: new Map([[2026, 51n]]) })).toEqual([
      ["over_share", "years.2026"],
    ]);
    expect(codes(within([move(2026, 2027, 150n)]), { carrying: new Map([[2026, 50n]]) })).toEqual([]);
  });

  it("is never more than the share, with what went before and rounded down", () => {
    fc.assert(
      fc.property(
        fc.bigInt(1n, 10n ** 12n),
        fc.integer({ min: 0, max: 100 }),
        fc.bigInt(0n, 10n ** 10n),
        fc.bigInt(1n, 10n ** 12n),
        (allocated, sharePercent, carried, amount) => {
          const said = codes(within([move(2026, 2027, amount)]), {
            allocated: new Map([[2026, allocated]]),
            spent: new Map(),
            leaving: new Map(),
            carried: new Map([[2026, carried]]),
            rule: { sharePercent, nextYearOnly: true, lastYear: null, legalSource: "Stb. 1" },
          });
          const original = allocated + carried;
          const within100 = (carried + amount) * 100n <= original * BigInt(sharePercent);
          expect(said.some(([code]) => code === "over_share")).toBe(!within100);
        },
      ),
    );
  });
});
