import { describe, expect, it } from "vitest";
import { knownSheets } from "@/lib/domain/report-workbook/known-row";
import { mergeCell } from "@/lib/domain/report-workbook/merge-cell";
import {
  countCells,
  fieldsOf,
  mergeChanges,
  type PlacedChange,
  withChanges,
} from "@/lib/domain/report-workbook/outcome";
import { sample } from "../../files/report-world";

describe("one cell of a workbook that may be older than what is stored", () => {
  it.each([
    ["nobody changed it", "1", "1", "1", "unchanged"],
    ["only the sender changed it", "1", "1", "2", "changed"],
    ["only a colleague changed it", "1", "2", "1", "kept"],
    ["both changed it to the same", "1", "2", "2", "unchanged"],
    ["both changed it to something else", "1", "2", "3", "clash"],
    ["the sender cleared what a colleague changed", "1", "2", null, "clash"],
    ["empty is not zero", null, null, "0", "changed"],
  ] as const)("%s", (_, made, now, given, expected) => {
    expect(mergeCell({ made, now, given })).toBe(expected);
  });
});

const change = (column: string, old: string | null, next: string | null): PlacedChange => ({
  sheet: "lines",
  id: "noord.school",
  column,
  old,
  new: next,
});

it("changes that were read before are held against what is stored now, one by one", () => {
  const known = knownSheets(sample(), "nl");
  const merged = mergeChanges(
    [change("spent", "50000", "1"), change("forecast", "7", "8"), change("note", null, null)],
    known,
  );
  expect(merged.apply.map(({ column }) => column)).toEqual(["spent"]);
  // The stored forecast is neither what the file was held against nor what it asks for.
  expect(merged.clashes).toEqual([change("forecast", "150000", "8")]);
});

it("changes become the fields of the form, and the report as the rules will see it", () => {
  const changes = [
    change("spent", "50000", "0"),
    change("note", null, "Uitleg"),
    { sheet: "results" as const, id: "bereik", column: "resultNote", old: null, new: "Volgt" },
  ];
  expect(fieldsOf(changes, "lines")).toEqual([{ key: "noord.school", spent: 0n, note: "Uitleg" }]);
  expect(fieldsOf(changes, "results")).toEqual([{ key: "bereik", resultNote: "Volgt" }]);
  const { lines, results } = withChanges(sample(), changes);
  expect(lines[1]).toMatchObject({ spent: 0n, correctionNote: "Uitleg", forecast: 150_000n });
  expect(results[0]).toMatchObject({ note: "Volgt", value: null });
  expect(lines[0]).toEqual(sample().lines[0]);
});

it("counts cells: new, changed, unchanged, refused, kept, and rows that are not in the file", () => {
  const known = knownSheets(sample(), "nl");
  const row = { sheet: "lines" as const, row: 2, id: "noord.kind", given: {}, unchanged: 3, kept: 1 };
  const reason = { code: "x", field: "spent" };
  const counts = countCells(
    [{ ...row, changes: [change("spent", null, "1"), change("note", "a", "b")], reasons: [reason, reason] }],
    known,
  );
  expect(counts).toEqual({ new: 1, changed: 1, unchanged: 3, refused: 1, kept: 1, absent: 5 });
});
