import type { BlockingReason } from "../refusal";
import { cellOfReason } from "./entry-fields";
import type { ReadLine } from "./read-row";
import type { CheckedRow } from "./sheet-row";

/** The rows that ask for something, in their order: each becomes a line of the batch. */
export const askingLines = (rows: readonly CheckedRow[]): ReadLine[] =>
  rows.flatMap(({ line }) => (line === null ? [] : [line]));

/** Puts what the rules say about the lines of the batch (`lines.<index>.<field>`) at the rows they came from. */
export function withBatchReasons(
  rows: readonly CheckedRow[],
  found: readonly BlockingReason[],
  years: readonly number[],
): CheckedRow[] {
  const byLine = new Map<number, BlockingReason[]>();
  for (const reason of found) {
    const [, line = "", field = ""] = /^lines\.(\d+)\.(.*)$/.exec(reason.field ?? "") ?? [];
    const list = byLine.get(Number(line)) ?? [];
    byLine.set(Number(line), list);
    list.push({ ...reason, field: cellOfReason(field, years) });
  }
  let line = -1;
  const rowOf = rows.filter((row) => row.line !== null).map(({ row }) => row);
  return rows.map((row) => {
    if (row.line === null) return row;
    line += 1;
    const unread = new Set(row.reasons.map(({ field }) => field));
    const anyYear = row.reasons.some(({ field }) => field?.startsWith("years."));
    const more = (byLine.get(line) ?? [])
      // Of a cell that could not be read nothing more is said.
      .filter(({ field }) => !unread.has(field) && !(anyYear && field === cellOfReason("years", years)))
      .map((reason) => onItsRow(reason, rowOf));
    if (more.length === 0) return row;
    return { ...row, state: "refused" as const, reasons: [...row.reasons, ...more] };
  });
}

/** A sentence that names another line names its row in the file. */
const onItsRow = (reason: BlockingReason, rowOf: readonly number[]): BlockingReason =>
  reason.facts?.line === undefined
    ? reason
    : { ...reason, facts: { ...reason.facts, line: String(rowOf[Number(reason.facts.line) - 1] ?? 0) } };

export interface FileCounts {
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
}

export function countStates(rows: readonly CheckedRow[]): FileCounts {
  const counts = { new: 0, changed: 0, unchanged: 0, refused: 0 };
  for (const { state } of rows) counts[state] += 1;
  return counts;
}
