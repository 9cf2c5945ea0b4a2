import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { z } from "zod";

const folder = new URL("../data/", import.meta.url);

/** A row that cannot be used: says in which file, row and column, what is wrong and what would be right. */
export class DataError extends Error {
  override readonly name = "DataError";
}

export const dataText = (file: string) => readFileSync(fileURLToPath(new URL(file, folder)), "utf8");

/** Rows of a csv text, every one checked. The first row after the head is row 2, as a spreadsheet counts. */
export function rowsFrom<Row>(file: string, text: string, row: z.ZodType<Row>): Row[] {
  return records(file, text).map((record, index) => {
    const result = row.safeParse(record);
    if (result.success) return result.data;
    const [issue] = result.error.issues;
    const column = issue?.path.join(".") || "(whole row)";
    throw new DataError(
      `${file}, row ${index + 2}, column ${column}: ${wrong(record, column)}${issue?.message ?? ""}`,
    );
  });
}

export function readTable<Row>(file: string, row: z.ZodType<Row>): Row[] {
  return rowsFrom(file, dataText(file), row);
}

function records(file: string, text: string): Record<string, string>[] {
  try {
    return parse<Record<string, string>>(text, { columns: true, bom: true, skip_empty_lines: true });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new DataError(`${file}: ${why}. Put quotes around a cell that holds a comma.`);
  }
}

function wrong(record: Record<string, string>, column: string): string {
  const cell = record[column];
  if (cell === undefined) return "";
  return cell === "" ? "is empty; " : `"${cell}" cannot be used; `;
}
