import { expect, it } from "vitest";
import { conflicts } from "@/lib/commands/reports/stale-differences";
import type { NamedLine } from "@/lib/domain/reports/report-file";
import { line } from "../domain/reports/sample-report";

const KEY = "noord.school";
const spend = (seq: bigint) => ({ seq, year: 2026, effectiveOn: "2026-04-30" });

/** A line of which the last of three earlier entries is corrected until somebody chooses. */
const stored = (correctsSeq: bigint | null): NamedLine => ({
  ...line({ corrects: spend(correctsSeq ?? 9n), earlierSpends: [spend(9n), spend(5n), spend(2n)] }),
  correctsSeq,
  key: KEY,
  section: "noord",
  areaName: "Noord",
  themeNameNl: "School",
  themeNameEn: "School",
});

const found = (now: bigint, before: bigint, saved: bigint | null) => {
  const typed = (corrects: bigint) => ({ lines: [{ key: KEY, corrects }], results: [] });
  const those = { lines: [stored(saved)], results: [], explanations: [] };
  return conflicts({ now: typed(now), before: typed(before) }, those, "Sam");
};

it("two who choose another entry to correct are told both, and one choice is nobody's conflict", () => {
  expect(found(5n, 9n, null)).toEqual([]);
  expect(found(2n, 9n, 5n)).toMatchObject([
    { code: "reports.stale.corrects", field: `corrects.${KEY}`, facts: { yours: "2", theirs: "5" } },
  ]);
  expect(found(5n, 9n, 5n)).toEqual([]);
});
