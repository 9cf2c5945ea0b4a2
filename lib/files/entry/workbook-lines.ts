import { readDate } from "@/lib/domain/calendar-day";
import { isInput } from "@/lib/domain/entry/entry-file";
import { readTypedAmount } from "@/lib/domain/entry/read-row";
import { readSheetAmount, readSheetDay } from "@/lib/domain/entry/sheet-number";
import type { KnownRow } from "@/lib/domain/entry/sheet-row";
import { cents, sum } from "@/lib/domain/money";
import { amount, date, text } from "../cell";
import { columnName } from "../workbook-xml";
import type { Look } from "./looks";
import type { StyledCell } from "./styled-workbook";
import type { EntryWorkbook, FilledRow } from "./workbook-plan";

/** The heading line, then a line for each row of the template. */
export function* lines(
  { rows, filled, words }: EntryWorkbook,
  columns: readonly string[],
): Generator<StyledCell[]> {
  yield columns.map((column) => ({ look: "title", cell: text(words.titles[column] ?? column) }));
  let number = 1;
  for (const row of rows) {
    number += 1;
    const given = filled.get(row.id);
    const bad = new Set(given?.faults.map(({ column }) => column));
    yield columns.map((column) =>
      isInput(column)
        ? openCell(row, column, given, bad.has(column))
        : lockedCell(row, column, columns, number, bad.has(column)),
    );
  }
}

function lockedCell(
  row: KnownRow,
  column: string,
  columns: readonly string[],
  number: number,
  bad: boolean,
): StyledCell {
  if (column === "total") {
    const years = columns.flatMap((name, index) => (name.startsWith("years.") ? [index] : []));
    const [first = 0, last = 0] = [years[0], years.at(-1)];
    const formula = `SUM(${columnName(first)}${number}:${columnName(last)}${number})`;
    return {
      look: "knownAmount",
      cell: { is: "formula", formula, value: sum(row.years.map((one) => one.amount)) },
    };
  }
  const values: Readonly<Record<string, string | null>> = {
    rowId: row.id,
    municipality: row.municipality,
    area: row.area,
    theme: row.theme,
    allocation: row.allocation?.number ?? null,
  };
  return { look: bad ? "badKnown" : "known", cell: text(values[column] ?? null) };
}

const lookOf = (column: string, bad: boolean): Look => {
  const kind = column.startsWith("years.") ? "Amount" : column === "decisionOn" ? "Date" : "Text";
  return `${bad ? "bad" : "open"}${kind}`;
};

/** What was filled in stands there again as it was; otherwise the amount that is allocated now. */
function openCell(row: KnownRow, column: string, given: FilledRow | undefined, bad: boolean): StyledCell {
  const look = lookOf(column, bad);
  if (given === undefined) {
    const now = row.years.find(({ year }) => `years.${year}` === column);
    return { look, cell: now && row.allocation !== null ? amount(now.amount) : null };
  }
  const typed = given.given[column] ?? "";
  if (typed === "") return { look, cell: null };
  if (column.startsWith("years.")) {
    // As a person writes it first: what a spreadsheet wrote as a number stands here with a comma.
    const [dutch, exact] = [readTypedAmount(typed), readSheetAmount(typed)];
    if (dutch.ok || exact.ok)
      return { look, cell: amount(dutch.ok ? dutch.value : exact.ok ? exact.value : cents(0n)) };
  }
  if (column === "decisionOn") {
    const day = readSheetDay(typed) ?? readDate(typed);
    if (day !== null) return { look, cell: date(day) };
  }
  return { look, cell: text(typed) };
}
