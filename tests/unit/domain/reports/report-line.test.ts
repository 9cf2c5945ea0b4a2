import { describe, expect, it } from "vitest";
import { cumulative, leftOver } from "@/lib/domain/reports/report-line";
import { filledLines, isReportedZero, reportTotals } from "@/lib/domain/reports/totals";
import { line } from "./sample-report";

describe("a line", () => {
  it("cumulative is what was accepted, this period and the correction", () => {
    expect(cumulative(line({ correction: -50_00n }))).toBe(450_00n);
    expect(cumulative(line())).toBe(500_00n);
  });
  it("with this period empty, cumulative and what is left are unknown, never a sum without it", () => {
    expect(cumulative(line({ spent: null }))).toBeNull();
    expect(leftOver(line({ spent: null }), false)).toBeNull();
  });
  it("without a forecast what is left is unknown, except after the last period", () => {
    expect(leftOver(line({ forecast: null }), false)).toBeNull();
    expect(leftOver(line({ forecast: null }), true)).toBe(500_00n);
  });
});

describe("totals", () => {
  const totals = reportTotals(
    [line(), line({ spent: null }), line({ forecast: null, correction: -5n })],
    false,
  );
  it("say how many parts are missing", () => {
    expect(totals.spent).toEqual({ value: 400_00n, missing: 1 });
    expect(totals.cumulative.missing).toBe(1);
    expect(totals.forecast).toEqual({ value: 1_000_00n, missing: 1 });
    expect(totals.left.missing).toBe(2);
  });
  it("what is always known is always a sum", () => {
    expect([totals.allocated, totals.previous, totals.correction]).toEqual([3_000_00n, 900_00n, -5n]);
  });
});

describe("reported zero", () => {
  it("is a zero on every line that somebody wrote down", () => {
    expect(isReportedZero([line({ spent: 0n }), line({ spent: 0n, correction: 0n })])).toBe(true);
  });
  it("an empty line, a correction or no line at all is something else", () => {
    expect(isReportedZero([line({ spent: 0n }), line({ spent: null })])).toBe(false);
    expect(isReportedZero([line({ spent: 0n, correction: 1n })])).toBe(false);
    expect(isReportedZero([])).toBe(false);
  });
  it("counts the lines that are filled in", () =>
    expect(filledLines([line(), line({ spent: null }), line({ spent: 0n })])).toEqual({
      filled: 2,
      lines: 3,
    }));
});
