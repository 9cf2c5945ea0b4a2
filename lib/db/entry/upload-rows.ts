import type { CheckedRow } from "@/lib/domain/entry/sheet-row";
import { type Cents, cents } from "@/lib/domain/money";
import { canonicalJson } from "../hash";

/** Rows as the table of uploads keeps them: amounts as decimal text, never as a number. */
export const rowsAsJson = (rows: readonly CheckedRow[]): string => canonicalJson(rows);

type StoredLine = Omit<NonNullable<CheckedRow["line"]>, "years" | "decisionCents"> & {
  readonly decisionCents: string | null;
  readonly years: readonly { readonly year: number; readonly amount: string }[];
};
type StoredRow = Omit<CheckedRow, "line"> & { readonly line: StoredLine | null };

const amountOf = (text: string): Cents => cents(BigInt(text));

/** What `rowsAsJson` wrote; nobody else writes there. */
export const rowsFromJson = (stored: unknown): CheckedRow[] =>
  (stored as readonly StoredRow[]).map(({ line, ...row }) => ({
    ...row,
    line: line && {
      ...line,
      decisionCents: line.decisionCents === null ? null : amountOf(line.decisionCents),
      years: line.years.map(({ year, amount }) => ({ year, amount: amountOf(amount) })),
    },
  }));
