import { fileColumns } from "@/lib/domain/entry/entry-file";
import { text } from "../cell";
import { type SheetPlan, styledWorkbook } from "./styled-workbook";
import { headNotes, validations } from "./workbook-checks";
import { faultList, faultSheet } from "./workbook-faults";
import { lines } from "./workbook-lines";
import { metadata } from "./workbook-metadata";
import type { EntryWorkbook } from "./workbook-plan";

const WIDTHS: Readonly<Record<string, number>> = {
  rowId: 26,
  municipality: 20,
  area: 24,
  theme: 22,
  allocation: 16,
  decisionNumber: 18,
  decisionOn: 14,
  legalSource: 28,
  reason: 40,
  decisionDocument: 34,
};

/** The official workbook of a tranche: a line per area and theme, what is known locked, what is asked open. */
export function entryWorkbook(plan: EntryWorkbook): AsyncGenerator<Uint8Array> {
  const columns = fileColumns(plan.years);
  const { words } = plan;
  const faults = faultList(plan, columns);
  const last = plan.rows.length + 1;
  const main: SheetPlan = {
    name: words.sheet,
    columns: columns.map((column) => ({ title: "", width: WIDTHS[column] ?? 16 })),
    rows: lines(plan, columns),
    frozen: 4,
    locked: true,
    validations: validations(plan, columns, last),
    notes: [...headNotes(words, columns), ...faults.notes],
  };
  return styledWorkbook([
    main,
    ...(faults.rows.length > 0 ? [faultSheet(words, faults.rows)] : []),
    {
      name: words.helpSheet,
      columns: [{ title: "", width: 100 }],
      rows: words.help.map((line) => [{ look: "note" as const, cell: text(line) }]),
      locked: true,
    },
    metadata(plan),
  ]);
}
