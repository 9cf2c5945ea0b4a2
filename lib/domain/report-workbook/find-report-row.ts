import { plainName } from "../entry/pick";
import type { SheetRow } from "../entry/sheet-row";
import type { BlockingReason } from "../refusal";
import type { KnownReportRow } from "./known-row";
import type { ReportColumn } from "./report-column";

const unknown = (field: string, given: string): BlockingReason => ({
  code: "workbook.reasons.row_unknown",
  field,
  facts: { given: given.slice(0, 60) },
});

/**
 * Finds the row of this report: by its id, or in a file without ids by its names. A row of somebody else gets the same
 * answer as one that does not exist. Each row only once.
 */
export function reportRowFinder(
  known: readonly KnownReportRow[],
  columns: readonly ReportColumn[],
  /** A row that the report has no more, and that may still be in a workbook made before. */
  more: (id: string) => KnownReportRow | undefined = () => undefined,
): (cells: SheetRow["cells"]) => KnownReportRow | BlockingReason {
  const naming = columns.filter(({ names }) => names === true).map(({ name }) => name);
  const byId = new Map(known.map((row) => [row.id, row]));
  const nameOf = (texts: readonly string[]) => texts.map(plainName).join("/");
  const byName = new Map<string, KnownReportRow[]>();
  for (const row of known) {
    const name = nameOf(naming.map((column) => row.now[column] ?? ""));
    byName.set(name, [...(byName.get(name) ?? []), row]);
  }
  const seen = new Set<string>();
  const once = (row: KnownReportRow, field: string): KnownReportRow | BlockingReason => {
    if (seen.has(row.id)) return { code: "entry.reasons.row_twice", field, facts: { given: row.id } };
    seen.add(row.id);
    return row;
  };
  return (cells) => {
    const id = cells.rowId?.text.trim() ?? "";
    if (id !== "") {
      const row = byId.get(id) ?? more(id);
      return row === undefined ? unknown("rowId", id) : once(row, "rowId");
    }
    const [field = "rowId"] = naming;
    const given = naming.map((column) => cells[column]?.text.trim() ?? "");
    const [row, another] = byName.get(nameOf(given)) ?? [];
    return row === undefined || another !== undefined
      ? unknown(field, given.filter(Boolean).join(", "))
      : once(row, field);
  };
}
