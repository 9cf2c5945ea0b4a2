import { describe, expect, it } from "vitest";
import type { CheckedReportRow } from "@/lib/domain/report-workbook/check-row";
import { countCells } from "@/lib/domain/report-workbook/outcome";
import type { ReportColumn } from "@/lib/domain/report-workbook/report-column";
import { sheetColumns } from "@/lib/domain/report-workbook/report-columns";
import { REPORT_TEMPLATE } from "@/lib/domain/report-workbook/template";
import { ruleOfReason } from "@/lib/domain/rules/catalogue";
import { checkReportFile } from "@/lib/files/report-workbook/check-report-file";
import { columnName } from "@/lib/files/workbook-xml";
import { keptBytes, outOfDate } from "../../fixtures/corpus";
import { type Case, type Outcome, REPORT_CORPUS } from "../../fixtures/report-workbooks/cases";
import { bomb, otherWorkbook, textRow } from "./hostile-files";
import { reportTask, sample } from "./report-world";

const { mustPass, mustFail } = REPORT_CORPUS;
const stored = (one: Case) => keptBytes(REPORT_CORPUS, one);

/** The columns of the csv files of the corpus, counted from one. */
const IN_A_CSV = {
  lines: ["rowId", "area", "theme", "spent", "correction", "note", "cumulative", "forecast", "explanation"],
  projects: ["rowId", "area", "theme", "number", "project", "projectSpent"],
  results: ["rowId", "result", "resultNote"],
};

function cellOf({ sheet, row, id }: CheckedReportRow, field: string, one: Case, years: readonly number[]) {
  if (one.file.endsWith(".csv")) return `${IN_A_CSV[sheet].indexOf(field) + 1} ${id}`;
  const columns: readonly ReportColumn[] = sheetColumns(years)[sheet];
  return `${columnName(columns.findIndex(({ name }) => name === field))}${row}`;
}

/** What came of a file, in the words of the table. */
function outcomeOf(one: Case, bytes: Uint8Array<ArrayBuffer>): Outcome {
  const task = reportTask(bytes, one.stored ?? sample(), one.file);
  const last = [...checkReportFile(task)].at(-1);
  if (last?.is === "refused") return { refused: last.problem };
  if (last?.is !== "done") throw new Error(`${one.file} came to no end`);
  const wrong = last.rows.flatMap((row) =>
    row.reasons.map(({ code, field = "" }) => [cellOf(row, field, one, task.years), code]),
  );
  if (wrong.length > 0) return { wrong: Object.fromEntries(wrong) };
  const { kept, absent } = countCells(last.rows, task.known);
  const changes = last.rows.flatMap(({ id, changes: list }) =>
    list.map(({ column, new: value }) => [`${id} ${column}`, value] as const),
  );
  return {
    changes: Object.fromEntries(changes),
    ...(kept > 0 ? { kept } : {}),
    ...(absent > 0 ? { absent } : {}),
  };
}

describe("a file that must pass", () => {
  it.each(mustPass.map((one) => [one.file, one] as const))("%s", (_, one) => {
    expect(outcomeOf(one, stored(one)), one.about).toEqual(one.outcome);
  });
});

describe("a file that must fail", () => {
  it.each(mustFail.map((one) => [one.file, one] as const))("%s", (_, one) => {
    expect(outcomeOf(one, stored(one)), one.about).toEqual(one.outcome);
  });

  it("for the rule that it stands for", () => {
    expect(mustFail.length).toBeGreaterThan(30);
    for (const { file, rule, outcome } of mustFail) {
      const reasons =
        "refused" in outcome
          ? [`entry.file.${outcome.refused}`]
          : "wrong" in outcome
            ? Object.values(outcome.wrong)
            : [];
      // Suppression is seen by what is not said.
      if (rule !== "S14") expect(reasons.map(ruleOfReason), file).toContain(rule);
    }
  });

  it.each([
    ["a bomb that says so", () => bomb(1024 ** 3), "zip_bomb"],
    ["a bomb that lies", () => bomb(0), "zip_bomb"],
    ["a million rows", () => millionRows(), "too_many_rows"],
  ])("%s", async (_, make, problem) => {
    const last = [...checkReportFile(reportTask(await make()))].at(-1);
    expect(last).toMatchObject({ is: "refused", problem });
  });
});

it("the files and their table are what the corpus makes", async () => {
  expect(await outOfDate(REPORT_CORPUS)).toEqual([]);
});

function millionRows() {
  const rows = Array.from(
    { length: 1_000_000 },
    (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>1</v></c></row>`,
  );
  const facts = [
    ["format", "geldstroom-rapportage"],
    ["version", REPORT_TEMPLATE.version],
    ["programme", "oefen"],
    ["report", "OEF-R-OW-2026-2-OEF01"],
    ["municipality", "OEF01"],
    ["sheet.lines", "Regels"],
  ];
  return otherWorkbook({
    Regels: rows.join(""),
    geldstroom: facts.map((cells, index) => textRow(index + 1, cells)).join(""),
  });
}
