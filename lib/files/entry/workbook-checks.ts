import { LONGEST } from "@/lib/domain/entry/entry-fields";
import { METADATA_SHEET } from "@/lib/domain/entry/entry-file";
import { columnName } from "../workbook-xml";
import type { CellNote } from "./comments-xml";
import type { Validation } from "./styled-workbook";
import type { EntryWorkbook, WorkbookWords } from "./workbook-plan";

/** What may be typed in each open column; Excel says it while somebody types. */
export function validations(
  { words, years, legalSources }: EntryWorkbook,
  columns: readonly string[],
  last: number,
): Validation[] {
  const of = (column: string, rule: Validation["rule"]): Validation => {
    const name = columnName(columns.indexOf(column));
    const kind = column.startsWith("years.") ? "years" : column;
    return {
      range: `${name}2:${name}${Math.max(2, last)}`,
      rule,
      title: (words.titles[column] ?? column).slice(0, 32),
      text: (words.hints[kind] ?? "").slice(0, 250),
    };
  };
  return [
    of("decisionNumber", { is: "length", most: LONGEST.decisionNumber }),
    of("decisionOn", { is: "date" }),
    ...years.map((year) => of(`years.${year}`, { is: "amount" })),
    ...(legalSources.length > 0
      ? [of("legalSource", { is: "list", from: `'${METADATA_SHEET}'!$D$1:$D$${legalSources.length}` })]
      : []),
    of("reason", { is: "length", most: LONGEST.reason }),
    of("decisionDocument", { is: "length", most: LONGEST.decisionDocument }),
  ];
}

/** At each heading what to fill in. */
export const headNotes = (words: WorkbookWords, columns: readonly string[]): CellNote[] =>
  columns.flatMap((column, index) => {
    const hint = words.hints[column.startsWith("years.") ? "years" : column];
    return hint === undefined ? [] : [{ at: `${columnName(index)}1`, row: 0, column: index, text: hint }];
  });
