import { parseDelimited } from "@/lib/domain/entry/delimited";
import type { SheetCell } from "@/lib/domain/entry/sheet-row";
import { decoded } from "../decoded";
import { type OpenedFile, refuseMany } from "./read-workbook";
import type { RawRow } from "./sheet-xml";

/** Undoes what exports put in front of text that a spreadsheet would calculate. */
const bare = (text: string) => (/^'[=+\-@]/.test(text) ? text.slice(1) : text);

/** A csv with semicolons, or with tabs. */
export function openCsv(bytes: Buffer, fileName: string): OpenedFile {
  const rows = csvRows(bytes, (first) => (first.includes(";") ? ";" : "\t"));
  return { template: null, tranche: null, programme: null, bases: new Map(), sheet: fileName, rows };
}

/** The lines of a csv that hold something; what separates its cells is seen on the first. */
export function csvRows(bytes: Buffer, separatorOf: (first: string) => string): RawRow[] {
  const text = decoded(bytes);
  const [first = ""] = text.split(/\r?\n/, 1);
  const lines = parseDelimited(text, separatorOf(first));
  refuseMany(lines.length);
  return lines.flatMap((line, index) => {
    if (line.every((cell) => cell.trim() === "")) return [];
    const cells = line.map((cell): SheetCell | undefined =>
      cell.trim() === "" ? undefined : { text: bare(cell), is: "text" },
    );
    return [{ row: index + 1, cells }];
  });
}
