import { z } from "zod";
import { type EntryRow, isEmptyRow } from "@/lib/domain/entry/entry-fields";
import { MOST_LINES } from "@/lib/domain/entry/place-cells";

const CELL = /^lines\.(\d{1,3})\.([a-zA-Z]+(?:\.\d{4})?)$/;
const MOST_TEXT = 2_000;

const cellText = (value: unknown): string =>
  typeof value === "string" ? value.replaceAll("\u0000", "").slice(0, MOST_TEXT) : "";

/** The lines of a grid out of fields called `lines.3.areaId`; lines in between that have none are empty. */
function rowsOf(form: Readonly<Record<string, unknown>>): EntryRow[] {
  const rows: Record<string, string>[] = [];
  for (const [name, value] of Object.entries(form)) {
    const [, index = "", field = ""] = CELL.exec(name) ?? [];
    if (field === "" || Number(index) >= MOST_LINES) continue;
    while (rows.length <= Number(index)) rows.push({});
    const row = rows[Number(index)];
    if (row !== undefined) row[field] = cellText(value);
  }
  return rows;
}

/** What the buttons of the grid ask; what a cell must hold is for the domain, so that anything can be kept. */
export const gridSchema = z
  .looseObject({
    idempotencyKey: z.uuid("errors.form.broken"),
    trancheId: z.uuid("errors.form.broken"),
    name: z.string().max(200, "errors.text.tooLong").catch(""),
    intent: z.enum(["propose", "paste", "more", "keep"]).catch("propose"),
    pasted: z.string().max(500_000, "errors.text.tooLong").catch(""),
    draft: z.coerce.number().int().nonnegative().catch(0),
  })
  .transform(({ idempotencyKey, trancheId, name, intent, pasted, draft, ...cells }) => ({
    idempotencyKey,
    trancheId,
    name: name.trim(),
    intent,
    pasted,
    draft,
    rows: rowsOf(cells),
  }));

/** Lines as they come from the browser while typing. */
export const typedRows = z
  .array(z.record(z.string().max(40), z.string().transform(cellText)))
  .max(MOST_LINES);

/** Lines as they come back from the table of drafts. */
export const draftRows = typedRows.catch([]);

/** Without the empty lines at the end, which the grid adds by itself. */
export function withoutEmptyEnd(rows: readonly EntryRow[]): readonly EntryRow[] {
  return rows.slice(0, rows.findLastIndex((row) => !isEmptyRow(row)) + 1);
}
