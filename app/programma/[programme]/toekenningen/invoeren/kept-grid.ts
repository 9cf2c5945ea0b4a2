import type { FormState } from "@/components/forms/form-state";
import { cellName, type EntryRow, entryFields } from "@/lib/domain/entry/entry-fields";

/** Lines that are on the page without anybody asking for more. */
export const FIRST_LINES = 10;

/** At least ten lines, so that there is always room to type. */
export const padded = (rows: readonly EntryRow[]): readonly EntryRow[] =>
  rows.length >= FIRST_LINES
    ? rows
    : [...rows, ...Array.from({ length: FIRST_LINES - rows.length }, () => ({}))];

/** The grid as an answer of its form: nothing refused, and these lines on the page. */
export function keptGrid(
  rows: readonly EntryRow[],
  years: readonly number[],
  values: Readonly<Record<string, string>>,
): FormState {
  const fields = entryFields(years);
  const cells = padded(rows).flatMap((row, index) =>
    fields.map((field) => [cellName(index, field), row[field] ?? ""] as const),
  );
  return {
    status: "idle",
    values: { ...values, ...Object.fromEntries(cells) },
    fieldErrors: {},
    reasons: [],
  };
}
