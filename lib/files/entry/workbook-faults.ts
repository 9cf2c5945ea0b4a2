import { text } from "../cell";
import { columnName } from "../workbook-xml";
import type { CellNote } from "./comments-xml";
import type { SheetPlan, StyledCell } from "./styled-workbook";
import type { CellFault, FilledRow, WorkbookWords } from "./workbook-plan";

interface FaultySheet {
  readonly rows: readonly { readonly id: string }[];
  readonly filled: ReadonlyMap<string, FilledRow>;
  readonly words: Pick<WorkbookWords, "sheet">;
}

/** What is wrong, as a note at each faulty cell and as a list. */
export function faultList({ rows, filled, words }: FaultySheet, columns: readonly string[]) {
  const notes: CellNote[] = [];
  const listed: StyledCell[][] = [];
  const list = (cell: string, given: string, { message, lift, more = [] }: CellFault) => {
    const line = [words.sheet, cell, given, message, lift, ...more];
    listed.push(line.map((value): StyledCell => ({ look: "note", cell: text(value) })));
  };
  for (const [index, row] of rows.entries()) {
    const given = filled.get(row.id);
    const faulty = given?.faults ?? [];
    for (const column of new Set(faulty.map((fault) => fault.column))) {
      const faults = faulty.filter((fault) => fault.column === column);
      const at = Math.max(0, columns.indexOf(column));
      const cell = `${columnName(at)}${index + 2}`;
      const said = faults.map(({ message, lift }) => `${message} ${lift}`).join("\n");
      notes.push({ at: cell, row: index + 1, column: at, text: said });
      for (const fault of faults) list(cell, given?.given[column] ?? "", fault);
    }
  }
  // Lines of the file that are no row of this workbook have no cell to be marked.
  const known = new Set(rows.map(({ id }) => id));
  for (const [id, { given, faults }] of filled)
    if (!known.has(id)) for (const fault of faults) list("", given[fault.column] ?? "", fault);
  return { notes, rows: listed };
}

export const faultSheet = (
  words: Pick<WorkbookWords, "faultsSheet" | "faultHeads">,
  rows: readonly StyledCell[][],
): SheetPlan => ({
  name: words.faultsSheet,
  columns: words.faultHeads.map((_, index) => ({ title: "", width: [20, 10, 24, 60, 60][index] ?? 18 })),
  rows: [words.faultHeads.map((head): StyledCell => ({ look: "title", cell: text(head) })), ...rows],
  frozen: 0,
});
