import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cents } from "@/lib/domain/money";
import { compared, effectOf, effectTotal, SCENARIO_LEVELS } from "@/lib/domain/scenarios/effect";
import { proposalsOf, type ScenarioLine, type ScenarioPlace } from "@/lib/domain/scenarios/scenario";

const place = (area: string, allocated: boolean): ScenarioPlace => ({
  allocationId: allocated ? `al-${area}` : null,
  trancheId: "t",
  themeId: "th",
  areaId: area,
  streamId: "s",
  stream: "S",
  municipalityId: `m-${area.slice(0, 1)}`,
  municipality: `M ${area.slice(0, 1)}`,
  area,
  themeNl: "th",
  themeEn: "th",
});
const areas = fc.constantFrom("a1", "a2", "b1");
const years = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 2022, max: 2042 }), fc.bigInt(1n, 10n ** 13n)), {
    minLength: 1,
    maxLength: 4,
    selector: ([year]) => year,
  })
  .map((list) => list.map(([year, amount]) => ({ year, amount: cents(amount) })));
const line = fc
  .tuple(fc.uuid(), fc.option(areas), fc.option(fc.tuple(areas, fc.boolean())), years)
  .filter(([, from, to]) => from !== null || to !== null)
  .map(([id, from, to, amounts]): ScenarioLine => {
    const source = from === null ? null : { ...place(from, true), allocationId: `al-${from}` };
    return { id, trancheId: "t", from: source, to: to === null ? null : place(to[0], to[1]), years: amounts };
  });
const DECISION = { decisionNumber: "B", decisionOn: "2026-01-01", reason: "r" };
const added = (lines: readonly ScenarioLine[]) =>
  lines
    .flatMap((one) => proposalsOf(one, DECISION))
    .flatMap((proposal) => proposal.years)
    .reduce((all, { amount }) => all + amount, 0n);

describe("the effect of a scenario", () => {
  it("is the same in total at every level, and is what its proposals add up to", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const cells = ["a1", "b1"].map((area) => ({ ...place(area, true), year: 2026, amount: cents(500n) }));
        for (const level of SCENARIO_LEVELS) {
          const total = effectTotal(effectOf(cells, lines, level));
          expect(total.present).toBe(1_000n);
          expect(total.difference).toBe(added(lines));
          expect(total.scenario).toBe(total.present + total.difference);
        }
      }),
    );
  });

  it("of movements alone changes no total", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const moving = lines.filter(({ from, to }) => from !== null && to !== null);
        expect(effectTotal(effectOf([], moving, "area")).difference).toBe(0n);
        expect(added(moving)).toBe(0n);
      }),
    );
  });

  it("where nothing is allocated now is no zero, where all of it goes is", () => {
    const amounts = [{ year: 2026, amount: cents(5n) }];
    const giving = { ...place("a1", true), allocationId: "al-a1" };
    const cells = [{ ...place("a1", true), year: 2026, amount: cents(5n) }];
    const moved = { id: "1", trancheId: "t", from: giving, to: place("b1", false), years: amounts };
    const rows = effectOf(cells, [moved], "area").map(({ key, present, scenario }) => [
      key,
      present,
      scenario,
    ]);
    expect(rows).toEqual([
      ["a1", 5n, 0n],
      ["b1", null, 5n],
    ]);
  });

  it("does not depend on the order of the lines", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        expect(effectOf([], [...lines].reverse(), "municipality")).toEqual(
          effectOf([], lines, "municipality"),
        );
      }),
    );
  });
});

describe("two scenarios beside each other", () => {
  const lists = fc.array(line, { maxLength: 8 });
  const present = ["a1", "b1"].map((area) => ({ ...place(area, true), year: 2026, amount: cents(500n) }));

  it("show every row of both, and add up to what each adds up to alone", () => {
    fc.assert(
      fc.property(lists, lists, fc.constantFrom(...SCENARIO_LEVELS), (mine, theirs, level) => {
        const [first, second] = [effectOf(present, mine, level), effectOf(present, theirs, level)];
        const rows = compared(first, second);
        expect(new Set(rows.map(({ key }) => key))).toEqual(
          new Set([...first, ...second].map(({ key }) => key)),
        );
        const total = (of: "scenario" | "difference" | "second" | "between") =>
          rows.reduce((all, row) => all + row[of], 0n);
        expect(total("scenario")).toBe(effectTotal(first).scenario);
        expect(total("difference")).toBe(effectTotal(first).difference);
        expect(total("second")).toBe(effectTotal(second).scenario);
        expect(total("between")).toBe(total("second") - total("scenario"));
      }),
    );
  });

  it("where only the second brings money, the first stays as it is now", () => {
    const amounts = [{ year: 2026, amount: cents(7n) }];
    const brings = { id: "1", trancheId: "t", from: null, to: place("a2", false), years: amounts };
    const rows = compared(effectOf(present, [], "area"), effectOf(present, [brings], "area"));
    expect(rows.find(({ key }) => key === "a2")).toMatchObject({
      present: null,
      scenario: 0n,
      difference: 0n,
      second: 7n,
      between: 7n,
    });
  });
});

it("a line becomes what it says: new money, money back, or a pair that is approved together", () => {
  const amounts = [{ year: 2026, amount: cents(5n) }];
  const one = (from: ScenarioLine["from"], to: ScenarioLine["to"]) =>
    proposalsOf({ id: "1", trancheId: "t", from, to, years: amounts }, DECISION).map(
      ({ kind, areaId, decisionCents }) => [kind, areaId, decisionCents],
    );
  const giving = { ...place("a1", true), allocationId: "al-a1" };
  expect(one(null, place("b1", false))).toEqual([["allocation", "b1", 5n]]);
  expect(one(null, place("b1", true))).toEqual([["revision", "b1", 5n]]);
  expect(one(giving, null)).toEqual([["revision", "a1", -5n]]);
  expect(one(giving, place("b1", true))).toEqual([
    ["revision", "a1", -5n],
    ["revision", "b1", 5n],
  ]);
});
