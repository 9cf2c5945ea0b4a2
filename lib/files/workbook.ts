import { type Cell, type Column, type Rows, type Statement, type Table, text } from "./cell";
import { RowsAhead } from "./rows-ahead";
import {
  contentTypes,
  MOST_ROWS,
  PACKAGE_RELATIONS,
  rowXml,
  SHEET_END,
  STYLES,
  sheetStart,
  workbookRelations,
  workbookXml,
} from "./workbook-xml";
import { type ZipEntry, zip } from "./zip";

export interface WorkbookPlan {
  /** Of the sheet with the table; "Posten 2" and so on when there are more rows than one sheet holds. */
  readonly sheet: string;
  readonly table: Table;
  readonly statementSheet: string;
  readonly statement: Statement;
  readonly mostRows?: number;
}

const STATEMENT_COLUMNS: readonly Column[] = [
  { title: "", width: 34 },
  { title: "", width: 72 },
];
const CHUNK = 64 * 1024;

/**
 * A workbook of a table and, on a second sheet, what it is. Made while it is read. Excel's streams of other packages
 * hold one sheet of numbers that passed through a float; amounts here are written as the decimals they are.
 */
export function workbook(plan: WorkbookPlan): AsyncGenerator<Uint8Array> {
  return zip(parts(plan));
}

async function* parts({
  sheet,
  table,
  statementSheet,
  statement,
  mostRows = MOST_ROWS,
}: WorkbookPlan): AsyncGenerator<ZipEntry> {
  const rows = new RowsAhead(table.rows);
  const titles: Cell[] = table.columns.map(({ title }) => text(title));
  const names: string[] = [];
  try {
    do {
      names.push(names.length === 0 ? sheet : `${sheet} ${names.length + 1}`);
      yield { path: path(names.length), data: sheetXml(table.columns, rows.take(mostRows - 1), titles) };
    } while (await rows.more());
  } finally {
    await rows.close();
  }
  names.push(statementSheet);
  const lines = statement.map(({ name, value }) => [text(name), value]);
  yield { path: path(names.length), data: sheetXml(STATEMENT_COLUMNS, lines, null) };
  yield { path: "xl/workbook.xml", data: [workbookXml(names)] };
  yield { path: "xl/_rels/workbook.xml.rels", data: [workbookRelations(names.length)] };
  yield { path: "xl/styles.xml", data: [STYLES] };
  yield { path: "_rels/.rels", data: [PACKAGE_RELATIONS] };
  yield { path: "[Content_Types].xml", data: [contentTypes(names.length)] };
}

const path = (number: number) => `xl/worksheets/sheet${number}.xml`;

async function* sheetXml(
  columns: readonly Column[],
  rows: Rows,
  titles: readonly Cell[] | null,
): AsyncGenerator<string> {
  let held = sheetStart(columns, titles !== null);
  let row = 0;
  if (titles !== null) held += rowXml(titles, ++row, true);
  for await (const cells of rows) {
    held += rowXml(cells, ++row);
    if (held.length < CHUNK) continue;
    yield held;
    held = "";
  }
  yield held + SHEET_END;
}
