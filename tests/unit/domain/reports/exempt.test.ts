import { describe, expect, it } from "vitest";
import { cents } from "@/lib/domain/money";
import { checkReport } from "@/lib/domain/reports/check-report";
import { askedLines, isExempt } from "@/lib/domain/reports/report-line";
import { filledLines, reportTotals } from "@/lib/domain/reports/totals";
import { replay } from "@/lib/domain/rules/replay";
import { decision, known } from "./known-facts";
import { line, report } from "./sample-report";

const exempt = { kind: "waived", expiresOn: "2026-12-31" } as const;
const blank = () =>
  line({ key: "zuid.school", spent: null, forecast: null, previous: 0n, allocated: 500_00n, exempt });

describe("a line of an area that is exempt", () => {
  it("asks nothing, and is in no sum and no count", () => {
    const lines = [line(), blank()];
    expect(checkReport(report(lines))).toEqual([]);
    expect(filledLines(lines)).toEqual({ filled: 1, lines: 1 });
    const { spent, allocated, left } = reportTotals(lines, false);
    expect([spent, allocated, left.missing]).toEqual([{ value: 200_00n, missing: 0 }, 1_000_00n, 0]);
  });

  it("without the exemption is empty, and says so", () => {
    const empty = { ...blank(), exempt: null };
    expect(checkReport(report([empty])).map(({ problem }) => problem)).toEqual([
      "spentEmpty",
      "forecastEmpty",
    ]);
  });

  it("is a line like any other once something is written on it", () => {
    const begun = { ...blank(), spent: cents(1n) };
    expect(isExempt(begun)).toBe(false);
    expect(askedLines([begun, blank()])).toEqual([begun]);
    expect(checkReport(report([begun])).map(({ problem }) => problem)).toEqual(["forecastEmpty"]);
  });

  it("is there for the rules that ask whether a decision is reported at all", () => {
    const facts = known({ decisions: [decision(), decision({ place: "z/t" })] });
    const lines = [line(), { ...blank(), areaId: "z" }];
    expect(checkReport(report(lines, { known: facts }))).toEqual([]);
  });

  it("is passed over when a rule is tried on past periods", () => {
    const past = {
      id: "r",
      number: "1",
      streamName: "s",
      trancheName: "t",
      municipalityName: "m",
      report: report([line(), blank()]),
    };
    expect(replay("S3", [past])).toMatchObject({ reports: 1, hit: 0 });
  });
});
