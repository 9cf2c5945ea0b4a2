import { describe, expect, it } from "vitest";
import { cents } from "@/lib/domain/money";
import { checkReport } from "@/lib/domain/reports/check-report";
import type { Finding, ReportToCheck } from "@/lib/domain/reports/finding";
import type { KnownFacts } from "@/lib/domain/reports/known";
import { REPORT_CHECKS } from "@/lib/domain/reports/report-checks";
import type { ReportLine } from "@/lib/domain/reports/report-line";
import { REPORT_RULE_CODES } from "@/lib/domain/rules/report-rules";
import { decision, known } from "./known-facts";
import { line, report, told } from "./sample-report";

type Changes = Parameters<typeof report>[1];

const checked = (lines: readonly ReportLine[], facts: Partial<KnownFacts> = {}, changes: Changes = {}) =>
  report(lines, { known: known(facts), ...changes });
const of = (code: string, one: ReportToCheck): Finding[] =>
  checkReport(one).filter((found) => found.code === code);
const says = (code: string, one: ReportToCheck) =>
  of(code, one).map(({ problem, severity, line: key, field }) => [
    problem,
    severity,
    key ?? null,
    field ?? null,
  ]);

const FINAL = { period: { final: true } } as const;
/** 300,00 before and 700,00 now: the whole allocation of 1.000,00. */
const spent = line({ spent: 700_00n, forecast: null });

it("every rule of a report has one implementation with a version", () => {
  expect(REPORT_CHECKS.map(({ code }) => code).sort()).toEqual([...REPORT_RULE_CODES].sort());
  expect(REPORT_CHECKS.every(({ version }) => Number.isInteger(version) && version >= 1)).toBe(true);
});

it("a report that is in order with everything that is known has nothing in the way", () => {
  expect(checkReport(checked([line()]))).toEqual([]);
});

describe("S1: costs fall between the first and the last day of the tranche", () => {
  const on = (from: string | null, to: string | null) =>
    says("S1", checked([line()], { eligible: { from, to } }));
  it("a period that ends on the first day still counts", () => expect(on("2026-08-31", null)).toEqual([]));
  it("one that ends before it does not", () =>
    expect(on("2026-09-01", null)).toEqual([["before", "block", "noord.school", "spent.noord.school"]]));
  it("a period that begins on the last day still counts", () => expect(on(null, "2026-05-01")).toEqual([]));
  it("one that begins after it does not", () => expect(on(null, "2026-04-30")).toHaveLength(1));
  it("nothing spent is nothing wrong", () =>
    expect(
      says(
        "S1",
        checked([line({ spent: 0n, forecast: 700_00n })], { eligible: { from: null, to: "2026-04-30" } }),
      ),
    ).toEqual([]));
});

describe("S9: the final report leaves nothing open", () => {
  it("everything spent, every result known, nothing later", () =>
    expect(says("S9", checked([spent], {}, FINAL))).toEqual([]));
  it("what is left asks why, also one cent", () =>
    expect(says("S9", checked([line({ spent: 699_99n, forecast: null })], {}, FINAL))).toEqual([
      ["left", "question", "noord.school", null],
    ]));
  it("above one tenth it is S6 that asks, once", () => {
    const one = checked([line({ spent: 500_00n, forecast: null })], {}, FINAL);
    expect(says("S9", one)).toEqual([]);
    expect(says("S6", one)).toHaveLength(1);
  });
  it("a note instead of a result is no longer enough", () => {
    const results = [{ ...told, value: null, note: "nog niet geteld" }];
    expect(says("S9", checked([spent], {}, { ...FINAL, results }))).toEqual([
      ["resultOpen", "block", null, "result.bereik"],
    ]);
    expect(says("S9", checked([line()], {}, { results }))).toEqual([]);
  });
  it("spend in a later period contradicts it", () =>
    expect(says("S9", checked([spent], { later: { year: 2027, period: 1, periods: 3 } }, FINAL))).toEqual([
      ["laterPeriod", "block", null, null],
    ]));
});

describe("S15: money that moves to a later year has a reason", () => {
  const END = { period: { period: 3 } } as const;
  /** 1.000,00 meant for the years so far; 300,00 before, the rest of what is not spent now is forecast. */
  const moving = (now: bigint) => checked([line({ spent: now, forecast: 700_00n - now })], {}, END);
  it("up to one tenth nobody asks", () => expect(says("S15", moving(600_00n))).toEqual([]));
  it("one cent more does", () => {
    expect(says("S15", moving(599_99n))).toEqual([["moved", "question", "noord.school", null]]);
    expect(of("S15", moving(599_99n))[0]?.facts).toMatchObject({ moved: { cents: 100_01n }, next: "2027" });
  });
  it("not before the year is over", () =>
    expect(says("S15", checked([line({ spent: 0n, forecast: 700_00n })]))).toEqual([]));
  it("not for money of a later year", () =>
    expect(
      says(
        "S15",
        checked(
          [line({ spent: 0n, forecast: 700_00n })],
          { allocatedToDate: new Map([["a/t", cents(300_00n)]]) },
          END,
        ),
      ),
    ).toEqual([]));
});

describe("S21: round and equal figures are mentioned", () => {
  const three = (amounts: readonly bigint[]) =>
    checked(
      amounts.map((amount, index) =>
        line({
          key: `noord.${index}`,
          spent: amount,
          forecast: 0n,
          allocated: 9_000_000_00n,
          explanation: "x",
        }),
      ),
    );
  it("three whole thousands", () =>
    expect(says("S21", three([5_000_00n, 6_000_00n, 7_000_00n]))).toEqual([["round", "inform", null, null]]));
  it("two are no pattern", () => expect(says("S21", three([5_000_00n, 6_000_00n, 7_000_01n]))).toEqual([]));
  it("three equal amounts", () =>
    expect(of("S21", three([5_123_45n, 5_123_45n, 5_123_45n]))[0]).toMatchObject({
      problem: "same",
      facts: { count: "3", amount: { cents: 5_123_45n } },
    }));
  it("small amounts are often equal", () =>
    expect(says("S21", three([999_99n, 999_99n, 999_99n]))).toEqual([]));
});

describe("W7: what comes back is different, or says why not", () => {
  it("unchanged", () =>
    expect(says("W7", checked([line()], { sameAsReturned: true }))).toEqual([
      ["same", "question", null, null],
    ]));
  it("changed", () => expect(says("W7", checked([line()]))).toEqual([]));
  it("is no matter of the reviewer", () =>
    expect(says("W7", checked([line()], { sameAsReturned: true }, { stage: "review" }))).toEqual([]));
});

describe("X7: what is spent was allocated", () => {
  it("a line with a decision", () => expect(says("X7", checked([line()]))).toEqual([]));
  it("a line without one, whatever was filled in", () =>
    expect(says("X7", checked([line()], { decisions: [] }))).toEqual([
      ["notAllocated", "block", "noord.school", "spent.noord.school"],
    ]));
});

describe("X8: spend stays within what was allocated up to the year", () => {
  const upTo = (amount: bigint) =>
    says("X8", checked([line()], { allocatedToDate: new Map([["a/t", cents(amount)]]) }));
  it("exactly that much fits", () => expect(upTo(500_00n)).toEqual([]));
  it("one cent more is mentioned", () =>
    expect(upTo(499_99n)).toEqual([["ahead", "inform", "noord.school", null]]));
  it("above the whole allocation it is S6 that blocks, once", () => {
    const one = checked([line({ spent: 900_00n, forecast: 0n })], { allocatedToDate: new Map() });
    expect(says("X8", one)).toEqual([]);
    expect(says("S6", one)).toHaveLength(1);
  });
});

describe("X10: every decision is reported, and what is reported has one", () => {
  const other = decision({ place: "a/u", number: "B-2" });
  it("a decision without a line is named, with how many more", () => {
    const one = checked([line()], {
      decisions: [decision(), other, decision({ place: "a/v", number: "B-3" })],
    });
    expect(says("X10", one)).toEqual([["notReported", "question", null, null]]);
    expect(of("X10", one)[0]?.facts).toMatchObject({ number: "B-2", more: "1" });
  });
  it("not one of after the period", () =>
    expect(
      says("X10", checked([line()], { decisions: [decision(), { ...other, decidedOn: "2026-09-01" }] })),
    ).toEqual([]));
  it("spend before the decision asks why", () => {
    const late = { decisions: [decision({ decidedOn: "2026-09-01" })] };
    expect(says("X10", checked([line()], late))).toEqual([
      ["decidedLater", "question", "noord.school", null],
    ]);
    expect(says("X10", checked([line({ spent: 0n, forecast: 700_00n })], late))).toEqual([]);
  });
});

describe("X14: a line with spend stays in the report until it is settled", () => {
  const before = (spentBefore: bigint, settled = false) => ({
    spentBefore: [{ ...decision({ place: "a/u" }), spent: cents(spentBefore), settled }],
  });
  it("a line that is gone", () => {
    const one = checked([line()], before(40_00n));
    expect(says("X14", one)).toEqual([["gone", "question", null, null]]);
    expect(of("X14", one)[0]?.facts).toMatchObject({ spent: { cents: 40_00n }, more: "0" });
  });
  it("that was settled", () => expect(says("X14", checked([line()], before(40_00n, true)))).toEqual([]));
  it("on which nothing remained", () => expect(says("X14", checked([line()], before(0n)))).toEqual([]));
  it("that is still there", () =>
    expect(
      says(
        "X14",
        checked([line()], { spentBefore: [{ ...decision(), spent: cents(40_00n), settled: false }] }),
      ),
    ).toEqual([]));
});
