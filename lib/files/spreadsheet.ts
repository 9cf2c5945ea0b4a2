import { type Cell, type Column, text } from "./cell";
import { RowsAhead } from "./rows-ahead";
import {
  MANIFEST_XML,
  ODS_END,
  ODS_SHEET_END,
  ODS_TYPE,
  odsRow,
  odsSheet,
  odsStart,
} from "./spreadsheet-xml";
import type { WorkbookPlan } from "./workbook";
import { MOST_ROWS } from "./workbook-xml";
import { type StoredEntry, type ZipEntry, zip } from "./zip";

const STATEMENT_COLUMNS: readonly Column[] = [
  { title: "", width: 34 },
  { title: "", width: 72 },
];
const CHUNK = 64 * 1024;

/** The same as `workbook`, as OpenDocument: a table and, on a sheet of its own, what it is. Made while it is read. */
export const spreadsheet = (plan: WorkbookPlan): AsyncGenerator<Uint8Array> =>
  zip([
    { path: "mimetype", stored: ODS_TYPE } satisfies StoredEntry,
    { path: "content.xml", data: inChunks(content(plan)) } satisfies ZipEntry,
    { path: "META-INF/manifest.xml", data: [MANIFEST_XML] } satisfies ZipEntry,
  ]);

async function* content({
  sheet,
  table,
  statementSheet,
  statement,
  mostRows = MOST_ROWS,
}: WorkbookPlan): AsyncGenerator<string> {
  const titles: Cell[] = table.columns.map(({ title }) => text(title));
  const rows = new RowsAhead(table.rows);
  yield odsStart([table.columns, STATEMENT_COLUMNS]);
  try {
    let sheets = 0;
    do {
      sheets += 1;
      yield odsSheet(sheets === 1 ? sheet : `${sheet} ${sheets}`, 0, table.columns);
      yield odsRow(titles, true);
      for await (const cells of rows.take(mostRows - 1)) yield odsRow(cells);
      yield ODS_SHEET_END;
    } while (await rows.more());
  } finally {
    await rows.close();
  }
  yield odsSheet(statementSheet, 1, STATEMENT_COLUMNS);
  for (const { name, value } of statement) yield odsRow([text(name), value]);
  yield ODS_SHEET_END + ODS_END;
}

async function* inChunks(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let held = "";
  for await (const piece of pieces) {
    held += piece;
    if (held.length < CHUNK) continue;
    yield held;
    held = "";
  }
  yield held;
}
