import type { BlockingReason } from "../refusal";
import { cellName, cellOfReason, type EntryRow, isEmptyRow, isYearField } from "./entry-fields";
import { type EntryContext, type ReadLine, readRow } from "./read-row";

export interface ReadRows {
  readonly lines: readonly ReadLine[];
  /** Of each line, the line of the grid it stands on: empty lines are left out. */
  readonly rowOf: readonly number[];
  /** What could not be read, at `lines.<row of the grid>.<field>`. */
  readonly reasons: readonly BlockingReason[];
}

export function readRows(rows: readonly EntryRow[], context: EntryContext): ReadRows {
  const filled = [...rows.entries()].filter(([, row]) => !isEmptyRow(row));
  const read = filled.map(([index, row]) => ({ index, ...readRow(row, context) }));
  return {
    lines: read.map(({ line }) => line),
    rowOf: filled.map(([index]) => index),
    reasons: read.flatMap(({ index, reasons }) =>
      reasons.map((reason) => ({ ...reason, field: cellName(index, reason.field ?? "areaId") })),
    ),
  };
}

const OF_A_LINE = /^lines\.(\d+)\.(.*)$/;

/**
 * Reasons of the batch at the cells of the grid, after what could not be read. Of a cell that could not be read nothing
 * more is said, and of its line nothing that follows from it.
 */
export function atTheirCells(
  { rowOf, reasons }: Pick<ReadRows, "rowOf" | "reasons">,
  found: readonly BlockingReason[],
  years: readonly number[],
): BlockingReason[] {
  const unread = new Set(reasons.map(({ field }) => field));
  const rowsWithUnreadYear = new Set(
    reasons.flatMap(({ field = "" }) => {
      const [, row = "", name = ""] = OF_A_LINE.exec(field) ?? [];
      return isYearField(name) ? [row] : [];
    }),
  );
  const more = found.flatMap((reason): BlockingReason[] => {
    const [, line = "", field = ""] = OF_A_LINE.exec(reason.field ?? "") ?? [];
    const row = rowOf[Number(line)];
    if (line === "" || row === undefined) return [reason];
    if (rowsWithUnreadYear.has(String(row)) && (field === "years" || field === "decisionCents")) return [];
    const cell = cellName(row, cellOfReason(field, years));
    if (unread.has(cell)) return [];
    const facts =
      reason.facts?.line === undefined
        ? reason.facts
        : { ...reason.facts, line: String((rowOf[Number(reason.facts.line) - 1] ?? 0) + 1) };
    return [{ ...reason, field: cell, ...(facts ? { facts } : {}) }];
  });
  return [...reasons, ...more];
}
