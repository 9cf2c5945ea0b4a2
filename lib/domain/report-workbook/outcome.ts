import type { ChangedCell, CheckedReportRow } from "./check-row";
import type { KnownReportRow, KnownSheets } from "./known-row";
import { mergeCell } from "./merge-cell";
import type { CellValue } from "./report-column";
import type { ReportSheet } from "./template";

export interface CellCounts {
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  /** Changed by a colleague since the workbook was made, and left so. */
  readonly kept: number;
  /** Rows of the report that are not in the file: they stay as they are. */
  readonly absent: number;
}

/** An empty row for a project is nothing that could be missed. */
const isProject = ({ now }: KnownReportRow) => (now.project ?? null) !== null;

export function countCells(rows: readonly CheckedReportRow[], known: KnownSheets): CellCounts {
  const counts = { new: 0, changed: 0, unchanged: 0, refused: 0, kept: 0 };
  for (const { changes, unchanged, kept, reasons } of rows) {
    for (const { old } of changes) counts[old === null ? "new" : "changed"] += 1;
    counts.unchanged += unchanged;
    counts.kept += kept;
    counts.refused += new Set(reasons.map(({ field }) => field)).size;
  }
  const seen = new Set(rows.map(({ sheet, id }) => `${sheet} ${id}`));
  const all = Object.entries(known).flatMap(([sheet, list]) =>
    list.filter((row) => sheet !== "projects" || isProject(row)).map(({ id }) => `${sheet} ${id}`),
  );
  return { ...counts, absent: all.filter((id) => !seen.has(id)).length };
}

export interface PlacedChange extends ChangedCell {
  readonly sheet: ReportSheet;
  readonly id: string;
  /** Of a row whose cells are one fact: what they held when the file was read. */
  readonly stood?: Readonly<Record<string, CellValue>>;
}

export const changesOf = (
  rows: readonly Pick<CheckedReportRow, "sheet" | "id" | "changes" | "stood">[],
): PlacedChange[] =>
  rows.flatMap(({ sheet, id, changes, stood }) =>
    changes.map((change) => ({ ...change, sheet, id, ...(stood === undefined ? {} : { stood }) })),
  );

/** The changes of a file that was read before, beside what is stored now: what to do still, and where it clashes. */
export function mergeChanges(
  changes: readonly PlacedChange[],
  known: KnownSheets,
): { readonly apply: readonly PlacedChange[]; readonly clashes: readonly PlacedChange[] } {
  const rows = new Map(
    Object.entries(known).flatMap(([sheet, list]) => list.map((row) => [`${sheet} ${row.id}`, row] as const)),
  );
  const apply: PlacedChange[] = [];
  const clashes: PlacedChange[] = [];
  for (const change of changes) {
    const stored = rows.get(`${change.sheet} ${change.id}`)?.now ?? {};
    const now = stored[change.column] ?? null;
    const merged = mergeCell({ made: change.old, now, given: change.new });
    const overtaken = merged === "changed" && hasMoved(change, changes, stored);
    if (merged === "clash" || overtaken) clashes.push({ ...change, old: now });
    else if (merged === "changed") apply.push(change);
  }
  return { apply, clashes };
}

/** Whether another cell of the same fact is neither what it was when the file was read, nor what the file makes of it. */
function hasMoved(
  { sheet, id, stood = {} }: PlacedChange,
  changes: readonly PlacedChange[],
  stored: Readonly<Record<string, CellValue>>,
): boolean {
  return Object.entries(stood).some(([column, then]) => {
    const now = stored[column] ?? null;
    const meant = changes.find((one) => one.sheet === sheet && one.id === id && one.column === column);
    return now !== then && now !== meant?.new;
  });
}
