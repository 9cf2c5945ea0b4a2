import type { FileProblem } from "@/lib/domain/entry/entry-file";
import { type Grid, gridOf } from "@/lib/domain/own-ledger/grid";
import { csvRows } from "../entry/read-csv";
import { isWorkbook, openSheets, sheetLines } from "../entry/read-workbook";
import { RefusedFile } from "../entry/refused-file";

export interface GridTask {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly fileName: string;
}

export type GridMessage =
  | { readonly is: "grid"; readonly grid: Grid }
  | {
      readonly is: "refused";
      readonly problem: FileProblem;
      readonly facts: Readonly<Record<string, string>>;
    };

/** What a bookkeeping program puts between cells: a semicolon here, a tab or a comma elsewhere. */
const separatorOf = (first: string) => (first.includes(";") ? ";" : first.includes("\t") ? "\t" : ",");

/** The first sheet with bookings, or the csv; nothing of what it means is decided here. */
export function readGrid({ bytes: given, fileName }: GridTask): GridMessage {
  try {
    const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
    if (!isWorkbook(bytes, fileName)) {
      const grid = gridOf(fileName, csvRows(bytes, separatorOf));
      if (grid === null) throw new RefusedFile("no_rows", { given: fileName });
      return { is: "grid", grid };
    }
    const opened = openSheets(bytes, fileName);
    for (const [sheet, path] of opened.sheets) {
      const grid = gridOf(sheet, sheetLines(opened, path));
      if (grid !== null) return { is: "grid", grid };
    }
    throw new RefusedFile("no_rows", { given: [...opened.sheets.keys()].join(", ") });
  } catch (error) {
    const { problem, facts } = refusalOf(error);
    return { is: "refused", problem, facts: { name: fileName, ...facts } };
  }
}

/** A file whose own numbers point outside it, or that does not unpack, is broken: that is no fault of ours. */
function refusalOf(error: unknown): RefusedFile {
  if (error instanceof RefusedFile) return error;
  const { code = "" } = error as NodeJS.ErrnoException;
  if (error instanceof RangeError || code.startsWith("Z_")) return new RefusedFile("not_a_workbook");
  throw error;
}
