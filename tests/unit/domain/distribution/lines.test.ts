import { describe, expect, it } from "vitest";
import { distribute } from "@/lib/domain/distribution/distribute";
import { droppedCodes, effects, inSharedYears } from "@/lib/domain/distribution/effects";
import { atLines } from "@/lib/domain/distribution/line-reasons";
import { plannedLines, withoutArea } from "@/lib/domain/distribution/lines";
import { cents } from "@/lib/domain/money";
import { basis, municipality } from "./sample-key";

const outcome = distribute(
  basis(
    [{ kind: "weighted", input: "inwoners", take: { of: "rest" } }],
    301n,
    ["GM01", "GM02"].map((code) => municipality(code)),
    { GM01: "201", GM02: "100" },
  ),
);
const areas = [
  { id: "z", code: "zuid", municipality: "GM01" },
  { id: "n", code: "noord", municipality: "GM01" },
  { id: "c", code: "centrum", municipality: "GM02" },
];

describe("the lines of a batch", () => {
  it("divide a municipality equally over its areas, the cent to the lowest area code", () => {
    const lines = plannedLines(outcome, "municipality", areas, new Map());
    expect(lines.map(({ areaId, kind, years }) => [areaId, kind, years])).toEqual([
      ["z", "allocation", [{ year: 2026, amount: 100n }]],
      ["n", "allocation", [{ year: 2026, amount: 101n }]],
      ["c", "allocation", [{ year: 2026, amount: 100n }]],
    ]);
  });

  it("are the difference where an allocation stands, and nothing where it is right already", () => {
    const standing = new Map([
      ["n", { allocationId: "A", number: "A-1", years: new Map([[2026, 150n]]) }],
      ["c", { allocationId: "B", number: "B-1", years: new Map([[2026, 100n]]) }],
    ]);
    const lines = plannedLines(outcome, "municipality", areas, standing);
    expect(lines.map(({ areaId, kind, years }) => [areaId, kind, years])).toEqual([
      ["z", "allocation", [{ year: 2026, amount: 100n }]],
      ["n", "revision", [{ year: 2026, amount: -49n }]],
      ["c", "unchanged", []],
    ]);
  });

  it("leave a recipient without an area out, and it is named", () => {
    expect(withoutArea(outcome, "municipality", areas.slice(0, 2))).toEqual(["GM02"]);
    expect(plannedLines(outcome, "municipality", areas.slice(0, 2), new Map())).toHaveLength(2);
  });
});

describe("who gains and who loses", () => {
  it("whoever had nothing is not somebody who had zero; whoever falls out loses all", () => {
    const before = new Map([
      ["GM01", cents(250n)],
      ["GM09", cents(40n)],
    ]);
    expect(effects(outcome, before)).toEqual([
      { code: "GM01", amount: 201n, before: 250n, change: -49n, roundedUp: false },
      { code: "GM02", amount: 100n, before: null, change: 100n, roundedUp: false },
      { code: "GM09", amount: 0n, before: 40n, change: -40n, roundedUp: false },
    ]);
    expect(droppedCodes(before.keys(), new Set(["GM01"]))).toEqual(["GM09"]);
  });
});

it("what all lines lack is said once, at its own field; the rest at its line", () => {
  const reason = (code: string, field: string) => ({ code, field });
  expect(
    atLines([
      reason("date", "lines.0.decisionOn"),
      reason("room", "lines.0.years.2026"),
      reason("date", "lines.1.decisionOn"),
      reason("taken", "lines.1.areaId"),
      { code: "whole" },
    ]),
  ).toEqual([
    { code: "date", field: "decisionOn" },
    { code: "room", field: "lines.0", line: 1 },
    { code: "taken", field: "lines.1", line: 2 },
    { code: "whole" },
  ]);
});

it("two outcomes are compared over the years that both have", () => {
  const [year] = outcome.years;
  if (year === undefined) throw new Error("no year");
  const longer = { ...outcome, years: [year, { ...year, year: 2027 }] };
  const shared = inSharedYears(longer, outcome);
  expect(shared.years).toEqual([2026]);
  expect(shared.one).toEqual(outcome);
  expect(inSharedYears(longer, { ...outcome, years: [] }).years).toEqual([]);
});
