import { describe, expect, it } from "vitest";
import { cents } from "@/lib/domain/money";
import { fieldsOf } from "@/lib/domain/report-workbook/changed-fields";
import { knownSheets } from "@/lib/domain/report-workbook/known-row";
import { mergeCell } from "@/lib/domain/report-workbook/merge-cell";
import { countCells, mergeChanges, type PlacedChange } from "@/lib/domain/report-workbook/outcome";
import { withChanges } from "@/lib/domain/report-workbook/with-changes";
import { sample, sampleOverYears, withLine } from "../../files/report-world";

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
  expect(fieldsOf(changes, sample())).toEqual({
    lines: [{ key: "noord.school", spent: 0n, note: "Uitleg" }],
    results: [{ key: "bereik", resultNote: "Volgt" }],
  });
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

describe("years and projects", () => {
  const onProject = (id: string, column: string, old: string | null, next: string | null): PlacedChange => ({
    ...change(column, old, next),
    sheet: "projects",
    id,
  });

  it("become the years of the line, and all the projects that it would have", () => {
    const changes = [
      change("year.2028", "50000", "60000"),
      onProject("noord.school.1", "projectSpent", "30000", "25000"),
      onProject("noord.school.4", "project", null, "Moestuin"),
      onProject("noord.school.4", "projectSpent", null, "5000"),
      onProject("noord.kind.1", "project", null, "Inloop"),
    ];
    const report = sampleOverYears();
    const projects = [
      { position: 1, name: "Buurthuis", spent: 250_00n },
      { position: 2, name: "Speeltuin", spent: 200_00n },
      { position: 4, name: "Moestuin", spent: 50_00n },
    ];
    expect(fieldsOf(changes, report).lines).toEqual([
      { key: "noord.school", years: [{ year: 2028, amount: 600_00n }], projects },
      { key: "noord.kind", projects: [{ position: 1, name: "Inloop", spent: null }] },
    ]);
    expect(withChanges(report, changes).lines[1]).toMatchObject({
      spent: 500_00n,
      years: [
        { year: 2027, amount: 1_000_00n },
        { year: 2028, amount: 600_00n },
      ],
      projects,
    });
  });

  it("a project that is emptied goes, and the others keep their place", () => {
    const changes = [
      onProject("noord.school.1", "project", "Buurthuis", null),
      onProject("noord.school.1", "projectSpent", "30000", null),
    ];
    expect(fieldsOf(changes, sampleOverYears()).lines).toEqual([
      { key: "noord.school", projects: [{ position: 2, name: "Speeltuin", spent: 200_00n }] },
    ]);
  });

  it("an amount is not put under the name that a colleague wrote there meanwhile", () => {
    const stood = { project: "Buurthuis", projectSpent: "30000" };
    const raised = { ...onProject("noord.school.1", "projectSpent", "30000", "35000"), stood };
    const renamed = withLine(sampleOverYears(), "noord.school", {
      projects: [{ position: 1, name: "Iets anders", spent: cents(300_00n) }],
    });
    expect(mergeChanges([raised], knownSheets(renamed, "nl"))).toEqual({ apply: [], clashes: [raised] });
    expect(mergeChanges([raised], knownSheets(sampleOverYears(), "nl")).apply).toEqual([raised]);
    // Who wrote the same name has nothing to be asked.
    const both = [{ ...onProject("noord.school.1", "project", "Buurthuis", "Iets anders"), stood }, raised];
    expect(mergeChanges(both, knownSheets(renamed, "nl")).apply).toEqual([raised]);
  });
});
