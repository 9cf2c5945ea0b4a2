/**
 * What the fields of a table are called, where a sentence stands far from its field: "spent.area.theme" is the column "spent"
 * of the row "area.theme". Rows and columns apart, so that a large table says each name once.
 */
export type FieldNames = {
  readonly rows: Readonly<Record<string, string>>;
  readonly columns: Readonly<Record<string, string>>;
};

/** Null for a field that is not in the table. */
export function fieldName({ rows, columns }: FieldNames, field: string): string | null {
  // The longest key first: one row can be called as the end of another.
  const row = Object.keys(rows)
    .filter((key) => field.endsWith(`.${key}`))
    .sort((a, b) => b.length - a.length)[0];
  if (row === undefined) return null;
  const [column = "", number] = field.slice(0, -row.length - 1).split(".");
  return [rows[row], columns[column]?.replace("{number}", number ?? "")].filter(Boolean).join(", ");
}
