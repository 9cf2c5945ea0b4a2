/** One line of the grid as it was typed, by field. The fields are called as in the reasons of a proposal. */
export type EntryRow = Readonly<Record<string, string>>;

export const yearField = (year: number): string => `years.${year}`;
export const isYearField = (field: string): boolean => field.startsWith("years.");

/** The columns of the grid from left to right, which is also the order in which cells are pasted. */
export const entryFields = (years: readonly number[]): readonly string[] => [
  "areaId",
  "themeId",
  "decisionNumber",
  "decisionOn",
  ...years.map(yearField),
  "legalSource",
  "reason",
  "decisionDocument",
];

/** How many characters fit in each text of a line. */
export const LONGEST = { decisionNumber: 60, legalSource: 200, reason: 500, decisionDocument: 300 } as const;

/** Nothing was typed on it: such a line does not count. */
export const isEmptyRow = (row: EntryRow): boolean =>
  Object.values(row).every((value) => value.trim() === "");

/** The name of a cell in the form, and its id on the page. */
export const cellName = (row: number, field: string): string => `lines.${row}.${field}`;

/** A refusal about a line as a whole stands at the cell where it can be mended. */
export function cellOfReason(field: string, years: readonly number[]): string {
  const [first] = years;
  if (first !== undefined && (field === "years" || field === "decisionCents")) return yearField(first);
  return entryFields(years).includes(field) ? field : "areaId";
}
