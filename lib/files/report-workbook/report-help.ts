import { isTypedIn, type ReportColumn, wordOf } from "@/lib/domain/report-workbook/report-column";
import { sheetColumns } from "@/lib/domain/report-workbook/report-columns";
import type { ReportSheet } from "@/lib/domain/report-workbook/template";
import { text } from "../cell";
import type { SheetPlan, StyledCell } from "../entry/styled-workbook";
import type { ReportPlan } from "./report-plan";

const note = (value: string): StyledCell => ({ look: "note", cell: text(value) });
const title = (value: string): StyledCell => ({ look: "title", cell: text(value) });

/** How to go about it, what this workbook is of, and of every column what may be in it and by which rule. */
export function helpSheet({ words, years }: ReportPlan, sheets: readonly ReportSheet[]): SheetPlan {
  const state = (column: ReportColumn) => {
    if (column.computed !== undefined) return words.computed;
    return isTypedIn(column) ? words.open : words.locked;
  };
  const columns = sheetColumns(years);
  const schema = sheets.flatMap((sheet) =>
    columns[sheet].map((column: ReportColumn) => {
      const { sheet: name, titles, hints } = words.sheets[sheet];
      const options = Object.values(words.choices[column.name] ?? {}).join(" / ");
      const hint = [wordOf(hints, column) ?? "", options].filter((part) => part !== "").join(" ");
      return [
        name,
        wordOf(titles, column) ?? column.name,
        words.kinds[column.kind] ?? column.kind,
        state(column),
        hint,
        column.rule ?? "",
      ].map(note);
    }),
  );
  return {
    name: words.helpSheet,
    columns: [28, 34, 18, 20, 80, 8].map((width) => ({ title: "", width })),
    rows: [
      ...words.about.map(([name, value]) => [title(name), note(value)]),
      ...words.help.map((line) => [null, null, null, null, note(line)]),
      words.schemaHeads.map(title),
      ...schema,
    ],
    locked: true,
  };
}
