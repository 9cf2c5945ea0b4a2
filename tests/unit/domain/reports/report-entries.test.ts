import { expect, it } from "vitest";
import { type AcceptedReport, reportEntries } from "@/lib/domain/reports/report-entries";
import { line } from "./sample-report";

const accepted = (lines: AcceptedReport["lines"]): AcceptedReport => ({
  reportId: "r",
  number: "OEF-R-1",
  streamId: "s",
  trancheId: "tr",
  municipalityId: "m",
  period: { year: 2026, endsOn: "2026-08-31" },
  earlier: { year: 2025, endsOn: "2025-12-31" },
  lines,
});
const moved = (entry: ReturnType<typeof reportEntries>[number] | undefined) => entry?.postings[0];

it("posts the spend of the period in its year", () => {
  const [entry, ...rest] = reportEntries(accepted([line()]));
  expect(entry).toMatchObject({ kind: "spent", effectiveOn: "2026-08-31", reportId: "r" });
  expect(moved(entry)).toMatchObject({ amount: 200_00n, account: { kind: "spent", year: 2026 } });
  expect(rest).toEqual([]);
});

it("a reported zero moves no money", () => {
  expect(reportEntries(accepted([line({ spent: 0n }), line({ spent: 0n, correction: 0n })]))).toEqual([]);
});

it("a correction is an entry of its own, in the year and on the date of what it corrects", () => {
  const corrects = { seq: 41n, year: 2024, effectiveOn: "2024-12-31" };
  const [, entry] = reportEntries(
    accepted([line({ correction: -12_450_00n, correctionNote: "dubbel", corrects })]),
  );
  expect(entry).toMatchObject({ kind: "spend_corrected", correctsSeq: 41n, effectiveOn: "2024-12-31" });
  expect(entry?.reason).toBe("Correctie volgens rapportage OEF-R-1: dubbel");
  expect(moved(entry)).toMatchObject({ amount: -12_450_00n, account: { kind: "spent", year: 2024 } });
});

it("without an earlier entry, because zero was reported, it is about the last earlier period", () => {
  const [entry] = reportEntries(accepted([line({ spent: 0n, correction: 5n, correctionNote: "nagekomen" })]));
  expect(entry).toMatchObject({ kind: "spend_corrected", effectiveOn: "2025-12-31" });
  expect(entry?.correctsSeq).toBeUndefined();
  expect(moved(entry)).toMatchObject({ account: { year: 2025 } });
});
