import { readDate } from "../calendar-day";
import type { YearAmount } from "../ledger/facts";
import { type Cents, cents, sum } from "../money";
import type { BlockingReason } from "../refusal";
import { LONGEST, yearField } from "./entry-fields";
import { amountReason, type ReadLine, readTypedAmount } from "./read-row";
import { readSheetAmount, readSheetDay } from "./sheet-number";

/** A cell of a file: the characters that stand in it, and what the file says they are. */
export interface SheetCell {
  readonly text: string;
  readonly is: "text" | "number" | "formula" | "error";
  /** Of a number that the sheet shows as a day: that day, yyyy-mm-dd. */
  readonly day?: string;
}

/**
 * What stood in a cell as it can be given back as text: a number with a decimal comma. With a point it would be read as
 * another amount the next time, because as text "1.125" is a thousand and more.
 */
export const givenText = ({ text, is }: SheetCell): string =>
  is === "number" && /^-?\d+\.\d+$/.test(text) ? text.replace(".", ",") : text;

/** A line of a file, by column. */
export interface SheetRow {
  /** As the spreadsheet counts them. */
  readonly row: number;
  readonly cells: Readonly<Record<string, SheetCell>>;
}

/** A row of the template: a place for money, and what stands there now. */
export interface KnownRow {
  readonly id: string;
  readonly areaId: string;
  readonly themeId: string;
  readonly municipality: string;
  readonly area: string;
  readonly theme: string;
  readonly allocation: { readonly id: string; readonly number: string } | null;
  readonly years: readonly YearAmount[];
}

export type RowState = "new" | "changed" | "unchanged" | "refused";

export interface CheckedRow {
  readonly row: number;
  readonly id: string;
  readonly state: RowState;
  readonly line: ReadLine | null;
  /** What stood in the cells, to give it back. */
  readonly given: Readonly<Record<string, string>>;
  readonly reasons: readonly BlockingReason[];
}

/** "2026=10000;2027=0": the amounts that a row of the template was made with. */
export const baseOf = ({ years }: Pick<KnownRow, "years">): string =>
  years
    .filter(({ amount }) => amount !== 0n)
    .map(({ year, amount }) => `${year}=${amount}`)
    .join(";");

export interface SheetContext {
  readonly trancheId: string;
  readonly years: readonly number[];
  /** The row of the template that this line is, by its id or by what it names. */
  readonly find: (cells: SheetRow["cells"]) => KnownRow | BlockingReason;
  /** What the row held when the file was made; undefined when the file does not say. */
  readonly baseOf: (id: string) => string | undefined;
}

/** One row of a file beside what is true now: new, changed, unchanged, or refused with every reason. */
export function checkSheetRow({ row, cells }: SheetRow, context: SheetContext): CheckedRow {
  const given = Object.fromEntries(Object.entries(cells).map(([field, cell]) => [field, givenText(cell)]));
  const found = context.find(cells);
  if ("code" in found)
    return { row, id: cells.rowId?.text ?? "", state: "refused", line: null, given, reasons: [found] };
  const reasons: BlockingReason[] = [];
  const typed = (field: keyof typeof LONGEST): string | null => {
    const text = plainText(cells[field], field, reasons);
    if (text.length > LONGEST[field])
      reasons.push({
        code: "entry.reasons.text_too_long",
        field,
        facts: { length: String(text.length), most: String(LONGEST[field]) },
      });
    return text === "" ? null : text.slice(0, LONGEST[field]);
  };
  const [decisionNumber, decisionOn] = [typed("decisionNumber"), dayOf(cells.decisionOn, reasons)];
  const [legalSource, reason] = [typed("legalSource"), typed("reason")];
  const decisionDocument = typed("decisionDocument");
  const amounts = amountsOf(cells, context.years, found, reasons);
  const words = [decisionNumber, decisionOn, legalSource, reason, decisionDocument].some(
    (value) => value !== null,
  );
  const differs = amounts.some(({ amount }) => amount !== 0n);
  const checked = { row, id: found.id, given };
  if (reasons.length === 0 && !differs && !words)
    return { ...checked, state: "unchanged", line: null, reasons };
  const base = context.baseOf(found.id);
  if (base !== undefined && base !== baseOf(found))
    reasons.push({ code: "entry.reasons.row_stale", field: "rowId", facts: { given: found.id } });
  if (reasons.length === 0 && !differs && found.allocation !== null)
    reasons.push({ code: "entry.reasons.same_amounts", field: firstYear(context.years) });
  return {
    ...checked,
    state: reasons.length > 0 ? "refused" : found.allocation === null ? "new" : "changed",
    line: {
      kind: found.allocation === null ? "allocation" : "revision",
      trancheId: context.trancheId,
      areaId: found.areaId,
      themeId: found.themeId,
      allocationId: found.allocation?.id ?? null,
      decisionNumber,
      decisionOn,
      decisionDocument,
      decisionCents: amounts.length === 0 ? null : sum(amounts.map(({ amount }) => amount)),
      years: amounts,
      legalSource,
      reason: reason ?? "",
    },
    reasons,
  };
}

const firstYear = ([year]: readonly number[]) => (year === undefined ? "rowId" : yearField(year));

function plainText(cell: SheetCell | undefined, field: string, reasons: BlockingReason[]): string {
  if (cell === undefined) return "";
  if (cell.is === "formula" || cell.is === "error")
    reasons.push({ code: `entry.reasons.cell_${cell.is}`, field, facts: { given: cell.text } });
  return cell.text.trim();
}

function dayOf(cell: SheetCell | undefined, reasons: BlockingReason[]): string | null {
  const before = reasons.length;
  const given = plainText(cell, "decisionOn", reasons);
  if (given === "" || reasons.length > before) return null;
  const day = cell?.is === "number" ? readSheetDay(given) : readDate(given);
  if (day === null)
    reasons.push({ code: "entry.reasons.date_unreadable", field: "decisionOn", facts: { given } });
  return day;
}

/** What each year changes: of a new allocation its amount, of one that is there the difference. */
function amountsOf(
  cells: SheetRow["cells"],
  years: readonly number[],
  known: KnownRow,
  reasons: BlockingReason[],
): YearAmount[] {
  const now = new Map(known.years.map(({ year, amount }) => [year, amount]));
  return years.flatMap((year): YearAmount[] => {
    const field = yearField(year);
    const before = reasons.length;
    const present: Cents = now.get(year) ?? cents(0n);
    const given = plainText(cells[field], field, reasons);
    if (reasons.length > before) return [];
    if (given === "") {
      // Empty is not zero: what is allocated does not disappear because a cell was cleared.
      if (present !== 0n)
        reasons.push({
          code: "entry.reasons.amount_cleared",
          field,
          facts: { year: String(year), presentCents: String(present) },
        });
      return [];
    }
    const reading = cells[field]?.is === "number" ? readSheetAmount(given) : readTypedAmount(given);
    if (!reading.ok) {
      reasons.push({ ...amountReason(given, reading), field });
      return [];
    }
    const change = cents(reading.value - present);
    return known.allocation !== null && change === 0n ? [] : [{ year, amount: change }];
  });
}
