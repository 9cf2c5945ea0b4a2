import { describe, expect, it } from "vitest";
import { CROSS_RULES, type LevelRuleCode } from "@/lib/domain/cross-checks/cross-rules";
import type { ProgrammeFacts } from "@/lib/domain/cross-checks/facts";
import { differenceOf } from "@/lib/domain/cross-checks/finding";
import { cents } from "@/lib/domain/money";
import {
  allocation,
  award,
  carried,
  judged,
  line,
  position,
  report,
  SPOT,
  tiedFile,
  validation,
  WORLD,
  withPosition,
} from "./whole-world";

/** What breaks each rule, and what it then says: problem, both figures and the difference. */
interface Broken {
  readonly change: Partial<ProgrammeFacts>;
  readonly problem: string;
  readonly source: bigint | null;
  readonly target: bigint | null;
  readonly thing?: string;
}

const ZUID = { ...SPOT, areaId: "zuid" };

const BROKEN: Readonly<Record<LevelRuleCode, readonly Broken[]>> = {
  X1: [
    {
      change: { awards: [award({ decided: cents(100_01n) }), carried()] },
      problem: "differs",
      source: 100_01n,
      target: 100_00n,
      thing: "OW",
    },
    {
      // What has no theme or year is in no cell of theme and year.
      change: withPosition("allocated", position("allocated", 100_00n, { year: null })),
      problem: "differs",
      source: 100_00n,
      target: 0n,
    },
  ],
  X2: [
    { change: withPosition("ceiling"), problem: "no_ceiling", source: null, target: 100_00n },
    { change: withPosition("allocated"), problem: "no_allocation", source: 150_00n, target: null },
  ],
  X3: [
    {
      change: {
        external: [
          tiedFile({
            exceptions: [{ cause: "amount_differs", count: 2, theirs: cents(10n), ours: cents(7n) }],
          }),
        ],
      },
      problem: "amount_differs",
      source: 10n,
      target: 7n,
      thing: "payment~amount_differs",
    },
    {
      change: {
        external: [
          tiedFile({
            kind: "sisa",
            year: 2025,
            exceptions: [{ cause: "only_ours", count: 1, theirs: null, ours: cents(7n) }],
          }),
        ],
      },
      problem: "only_ours",
      source: null,
      target: 7n,
      thing: "sisa-2025~only_ours",
    },
    {
      // The same amount, and still an exception.
      change: {
        external: [
          tiedFile({ exceptions: [{ cause: "other_number", count: 2, theirs: cents(7n), ours: cents(7n) }] }),
        ],
      },
      problem: "other_number",
      source: 2n,
      target: 0n,
    },
    { change: { external: [tiedFile({ unread: 3 })] }, problem: "unreadable_rows", source: 3n, target: 0n },
  ],
  X4: [
    {
      change: {
        turns: [{ streamId: "s", kind: "spent", year: 2026, opening: cents(60_00n), closing: cents(59_99n) }],
      },
      problem: "differs",
      source: 60_00n,
      target: 59_99n,
      thing: "OW~spent~2026",
    },
  ],
  X5: [
    {
      change: withPosition("unallocated", position("unallocated", 49_00n)),
      problem: "commitment",
      source: 150_00n,
      target: 149_00n,
    },
    {
      change: withPosition("to_spend", position("to_spend", 41_00n)),
      problem: "accountability",
      source: 100_00n,
      target: 101_00n,
    },
    {
      change: withPosition("advanced", position("advanced", 79_00n)),
      problem: "cash",
      source: 80_00n,
      target: 79_00n,
    },
  ],
  X6: [
    {
      // Right as a whole, and wrong in two years.
      change: withPosition(
        "allocated",
        position("allocated", 74_00n),
        position("allocated", 26_00n, { year: 2026 }),
      ),
      problem: "differs",
      source: 74_00n,
      target: 75_00n,
      thing: "OW~2025",
    },
    {
      change: {
        awards: [award(), carried(), award({ id: "p3", years: [{ year: 2027, amount: cents(5n) }] })],
      },
      problem: "differs",
      source: null,
      target: 5n,
      thing: "OW~2027",
    },
  ],
  X7: [
    {
      change: { positions: [...WORLD.positions, position("spent", 5_00n, ZUID)] },
      problem: "not_allocated",
      source: 5_00n,
      target: null,
      thing: "ow~t1~zuid~jeugd",
    },
  ],
  X8: [
    {
      change: withPosition("spent", position("spent", 75_01n)),
      problem: "ahead",
      source: 75_01n,
      target: 75_00n,
    },
    {
      change: withPosition("spent", position("spent", 100_01n)),
      problem: "above",
      source: 100_01n,
      target: 100_00n,
    },
  ],
  X9: [
    {
      change: { register: [allocation(), allocation({ id: "a2", number: "A-2" })] },
      problem: "twice",
      source: 2n,
      target: 1n,
    },
  ],
  X10: [
    {
      change: { reports: [report({ lines: [] })] },
      problem: "not_reported",
      source: 100_00n,
      target: null,
      thing: "a-1",
    },
  ],
  X11: [
    {
      change: { register: [allocation({ posted: cents(99_99n) })] },
      problem: "differs",
      source: 99_99n,
      target: 100_00n,
    },
    { change: { awards: [] }, problem: "differs", source: 100_00n, target: null },
    {
      change: { register: [allocation({ posted: null })] },
      problem: "differs",
      source: null,
      target: 100_00n,
    },
  ],
  X14: [
    {
      change: {
        reports: [report(), report({ id: "r2", number: "R-2", year: 2026, endsOn: "2026-04-30", lines: [] })],
      },
      problem: "gone",
      source: 60_00n,
      target: null,
    },
  ],
  X15: [
    {
      change: { reports: [report({ lines: [] })] },
      problem: "no_lines",
      source: null,
      target: 1n,
      thing: "r-1",
    },
    { change: { register: [] }, problem: "no_register", source: 1n, target: null },
    {
      change: { reports: [report({ lines: [line(), line({ areaId: "zuid", spent: null })] })] },
      problem: "blank",
      source: 1n,
      target: 2n,
    },
  ],
  X16: [
    {
      change: { validations: [validation({ since: 0 })] },
      problem: "before_change",
      source: 0n,
      target: 1n,
      thing: "r-1",
    },
  ],
  X17: [
    {
      change: { reports: [report(), report({ id: "r2", number: "R-2" })] },
      problem: "twice",
      source: 2n,
      target: 1n,
    },
  ],
  X18: [
    {
      change: { reports: [report({ lines: [line({ projects: [cents(59_99n)] })] })] },
      problem: "differs",
      source: 59_99n,
      target: 60_00n,
    },
  ],
  X19: [
    { change: { postings: [] }, problem: "no_entry", source: 60_00n, target: null },
    {
      change: { reports: [] },
      problem: "no_line",
      source: null,
      target: 60_00n,
      thing: "post-3~ow~t1~noord~jeugd~spent",
    },
    {
      change: { reports: [report({ lines: [line({ spent: cents(60_01n) })] })] },
      problem: "differs",
      source: 60_01n,
      target: 60_00n,
    },
    {
      change: { reports: [report({ lines: [line({ correction: cents(-1n) })] })] },
      problem: "no_entry",
      source: -1n,
      target: null,
    },
  ],
  X20: [
    {
      change: { register: [allocation({ originals: 2 })] },
      problem: "allocation",
      source: 2n,
      target: 1n,
    },
    { change: { originals: [{ trancheId: "t", ceilings: 2 }] }, problem: "ceiling", source: 2n, target: 1n },
  ],
  X21: [
    {
      change: withPosition("spent", position("spent", 76_00n)),
      problem: "hidden",
      source: 76_00n,
      target: 75_00n,
      thing: "OW~gm01~2025",
    },
    {
      change: withPosition("spent", position("spent", 101_00n)),
      problem: "above",
      source: 101_00n,
      target: 75_00n,
    },
  ],
  X23: [
    {
      // The forecast of an earlier report added to that of the last one.
      change: { forecasts: [{ streamId: "s", trancheId: "t", municipalityId: "m", counted: cents(70_00n) }] },
      problem: "differs",
      source: 70_00n,
      target: 20_00n,
    },
  ],
  D1: [
    {
      change: { divisions: WORLD.divisions.map((one) => ({ ...one, left: cents(0n) })) },
      problem: "differs",
      source: 99_99n,
      target: 100_00n,
    },
  ],
  D2: [
    {
      change: { awards: [award({ decided: cents(100_01n) })] },
      problem: "differs",
      source: 100_00n,
      target: 100_01n,
      thing: "p-1",
    },
  ],
  D4: [
    {
      change: { awards: [award(), carried({ decided: cents(1n) })] },
      problem: "adds",
      source: 1n,
      target: 0n,
      thing: "b-1",
    },
  ],
  D10: [
    {
      change: { norms: WORLD.norms.map((one) => ({ ...one, amount: cents(155_00n) })) },
      problem: "differs",
      source: 150_00n,
      target: 155_00n,
    },
  ],
  D11: [
    {
      change: { maxima: WORLD.maxima.map((one) => ({ ...one, amount: cents(74_99n) })) },
      problem: "above",
      source: 75_00n,
      target: 74_99n,
      thing: "ow~t1~jeugd~naar-inwoners~noord~2025",
    },
    {
      change: {
        maxima: WORLD.maxima.map((one) => ({
          ...one,
          grain: "municipality" as const,
          recipient: "GM01",
          amount: cents(74_99n),
        })),
      },
      problem: "above",
      source: 75_00n,
      target: 74_99n,
      thing: "ow~t1~jeugd~naar-inwoners~gm01~2025",
    },
  ],
  D12: [
    { change: { carryOver: [] }, problem: "no_rule", source: 25_00n, target: null, thing: "a-1~2025" },
    {
      change: {
        carryOver: WORLD.carryOver.map(({ trancheId, rule }) => ({
          trancheId,
          rule: { ...rule, sharePercent: 24 },
        })),
      },
      problem: "over_share",
      source: 25_00n,
      target: 24_00n,
    },
    {
      change: {
        awards: [
          award(),
          carried({
            years: [
              { year: 2025, amount: cents(-25_00n) },
              { year: 2027, amount: cents(25_00n) },
            ],
          }),
        ],
      },
      problem: "too_late",
      source: 25_00n,
      target: 0n,
    },
  ],
};

describe.each(CROSS_RULES)("$code", ({ code }) => {
  it("holds in a programme in which nothing is wrong, and has looked at something", () => {
    const found = judged(code);
    expect(found).toMatchObject({ found: 0, findings: [], unjudged: 0, why: null });
    expect(found.checked).toBeGreaterThan(0);
  });

  it.each(BROKEN[code])("finds $problem, with both figures", ({ change, problem, source, target, thing }) => {
    const { found, checked, findings } = judged(code, change);
    const finding = findings.find((one) => one.problem === problem && (thing ?? one.thing) === one.thing);
    expect(
      finding,
      JSON.stringify(findings, (_, one) => (typeof one === "bigint" ? String(one) : one)),
    ).toBeDefined();
    if (finding === undefined) return;
    expect([finding.source.value, finding.target.value]).toEqual([source, target]);
    expect(differenceOf(finding)).toBe(source === null || target === null ? null : source - target);
    expect(found).toBe(findings.length);
    expect(checked).toBeGreaterThanOrEqual(found);
  });

  it("cannot be judged, and is not in order, where there is nothing", () => {
    const nothing: ProgrammeFacts = {
      ...WORLD,
      positions: [],
      turns: [],
      register: [],
      originals: [],
      awards: [],
      reports: [],
      postings: [],
      forecasts: [],
      divisions: [],
      norms: [],
      maxima: [],
      carryOver: [],
      validations: [],
      external: [],
    };
    const rule = CROSS_RULES.find((one) => one.code === code);
    const found = rule?.judge(nothing);
    expect(found).toMatchObject({ checked: 0, found: 0 });
    expect(found?.unjudged).toBeGreaterThan(0);
    expect(found?.why).not.toBeNull();
  });
});

it("what is settled needs no more reporting (X14), and what was withdrawn whole is no second allocation (X9)", () => {
  const gone = { reports: [report({ lines: [] })] };
  expect(judged("X14", gone).found).toBe(1);
  expect(judged("X14", { ...gone, ...withPosition("entitlement") }).found).toBe(0);
  const withdrawn = allocation({ id: "a2", number: "A-2", posted: cents(0n) });
  expect(judged("X9", { register: [allocation(), withdrawn] }).found).toBe(0);
});

it("a decision of after the last report's period need not be in it, and is not in order by that (X10)", () => {
  const later = { register: [allocation({ decidedOn: "2026-01-01" })], reports: [report({ lines: [] })] };
  expect(judged("X10", later)).toMatchObject({ checked: 0, found: 0, unjudged: 1, why: "decided_later" });
  const onTheLastDay = { ...later, register: [allocation({ decidedOn: "2025-12-31" })] };
  expect(judged("X10", onTheLastDay)).toMatchObject({ checked: 1, found: 1 });
});

it("a decision without any accepted report, and a norm without a total, cannot be judged", () => {
  expect(judged("X10", { reports: [] })).toMatchObject({ checked: 0, unjudged: 1, why: "no_reports" });
  const norms = WORLD.norms.map((one) => ({ ...one, amount: null }));
  expect(judged("D10", { norms })).toMatchObject({ checked: 0, unjudged: 1, why: "no_norm" });
});

it("of two reports with the same end every rule takes the one about the longest period (X10, X14, X23)", () => {
  const year = report({ id: "r2", number: "R-2", lines: [line({ forecast: cents(30_00n) })] });
  const quarter = report({ period: 4, periods: 4, lines: [] });
  const counted = [{ streamId: "s", trancheId: "t", municipalityId: "m", counted: cents(30_00n) }];
  for (const reports of [
    [quarter, year],
    [year, quarter],
  ])
    for (const code of ["X10", "X14", "X23"] as const)
      expect(judged(code, { reports, forecasts: counted }), code).toMatchObject({ checked: 1, found: 0 });
});

it("projects of which an amount is absent, or a line without one, cannot be judged (X18)", () => {
  const absent = { checked: 0, found: 0, unjudged: 1, why: "no_amount" };
  for (const change of [{ projects: [cents(60_00n), null] }, { spent: null }])
    expect(judged("X18", { reports: [report({ lines: [line(change)] })] })).toMatchObject(absent);
});

it("a book of a tranche in which nothing was posted cannot be judged; one side of it alone is not in order (X5)", () => {
  const free = position("unallocated", 150_00n);
  const ceiling = WORLD.positions.filter(({ kind }) => kind === "ceiling");
  expect(judged("X5", { positions: [...ceiling, free] })).toMatchObject({
    checked: 1,
    found: 0,
    unjudged: 2,
    why: "empty_book",
  });
  expect(judged("X5", { positions: ceiling })).toMatchObject({ checked: 1, found: 1, unjudged: 2 });
});

it("an ordinary revision that takes from one year and gives to a later one carries over what both have (D12)", () => {
  const revision = (...amounts: readonly bigint[]) => ({
    carryOver: [],
    awards: [
      award(),
      award({
        id: "p2",
        years: amounts.map((amount, index) => ({ year: 2025 + index, amount: cents(amount) })),
      }),
    ],
  });
  const carriedBy = (...amounts: readonly bigint[]) =>
    judged("D12", revision(...amounts)).findings.map(({ place, source, facts }) => [
      place.year,
      source.value,
      facts.reached,
    ]);
  expect(carriedBy(-1_00n, 1_10n)).toEqual([[2025, 1_00n, "2026"]]);
  expect(carriedBy(-1_00n, 40n)).toEqual([[2025, 40n, "2026"]]);
  // Out of the nearest year first.
  expect(carriedBy(-1_00n, -1_00n, 1_50n)).toEqual([
    [2026, 1_00n, "2027"],
    [2025, 50n, "2027"],
  ]);
  // To an earlier year is not on to a later one, and less is only less.
  expect(judged("D12", revision(1_00n, -1_00n))).toMatchObject({ checked: 0, why: "no_carry_over" });
  expect(judged("D12", revision(-1_00n, -1_00n))).toMatchObject({ checked: 0, why: "no_carry_over" });
});

it("a maximum holds for what its key divided: its tranche, theme, year and recipients, and nothing besides (D11)", () => {
  const maximum = WORLD.maxima[0];
  if (maximum === undefined) throw new Error("the world has a maximum");
  const low = { ...maximum, amount: cents(1n) };
  for (const elsewhere of [{ trancheId: "t2" }, { themeId: "wonen" }, { year: 2027 }, { recipient: "zuid" }])
    expect(judged("D11", { maxima: [{ ...low, ...elsewhere }] })).toMatchObject({ checked: 0, found: 0 });
  expect(judged("D11", { maxima: [low] })).toMatchObject({ checked: 1, found: 1 });
});

it("an external file of a kind that nobody brought is not judged, and hides no other (X3)", () => {
  expect(judged("X3", { external: [] })).toMatchObject({
    checked: 0,
    found: 0,
    unjudged: 3,
    why: "no_external_file",
  });
  const one = { cause: "timing", count: 1, theirs: cents(2n), ours: cents(1n) } as const;
  expect(judged("X3", { external: [tiedFile({ exceptions: [one] })] })).toMatchObject({
    found: 1,
    unjudged: 2,
  });
});

it("a year is divided by what its decisions are, and every cent is in one part (X6)", () => {
  const moved = award({
    id: "p4",
    kind: "revision",
    years: [
      { year: 2025, amount: cents(-3n) },
      { year: 2026, amount: cents(5n) },
    ],
  });
  const elsewhere = award({
    id: "p5",
    kind: "revision",
    years: [{ year: 2025, amount: cents(7n) }],
    batch: { id: "b2", number: "B-2" },
  });
  const { findings } = judged("X6", { positions: [], awards: [award(), moved, elsewhere] });
  expect(findings.map(({ target, facts }) => ({ target: target.value, ...facts }))).toEqual([
    {
      year: "2025",
      target: 100_04n,
      fresh: { cents: 100_00n },
      forward: { cents: -3n },
      adjusted: { cents: 0n },
      other: { cents: 7n },
    },
    {
      year: "2026",
      target: 5n,
      fresh: { cents: 0n },
      forward: { cents: 3n },
      adjusted: { cents: 2n },
      other: { cents: 0n },
    },
  ]);
});

it("zero is filled in, and nothing is not (X15)", () => {
  const zero = { reports: [report({ lines: [line({ spent: cents(0n) })] })] };
  expect(judged("X15", zero)).toMatchObject({ checked: 1, found: 0 });
});

it("a report over which no run was kept cannot be judged; without a change before it any run will do (X16)", () => {
  expect(judged("X16", { validations: [validation({ runs: 0, since: 0 })] })).toMatchObject({
    checked: 0,
    unjudged: 1,
    why: "no_rule_run",
  });
  expect(judged("X16", { validations: [validation({ since: 0, changedOn: null })] })).toMatchObject({
    found: 0,
  });
});
