import { readDate } from "../calendar-day";
import type { YearAmount } from "../ledger/facts";
import { type AmountReading, type Cents, readAmount, sum } from "../money";
import type { BatchDraft } from "../proposals/batch";
import type { BlockingReason } from "../refusal";
import { type EntryRow, LONGEST, yearField } from "./entry-fields";
import type { Picked } from "./pick";

/** What a line of the grid is about, known before it is read. */
export interface EntryContext {
  readonly trancheId: string;
  readonly years: readonly number[];
  readonly pickArea: (typed: string) => Picked;
  readonly pickTheme: (typed: string) => Picked;
}

/** A line as a batch takes it. */
export type ReadLine = BatchDraft & { readonly legalSource: string | null };

export interface ReadRow {
  readonly line: ReadLine;
  /** What could not be read, with the field of the cell; what can be read and may not be is for the batch to say. */
  readonly reasons: readonly BlockingReason[];
}

/** Above any grant and far below what the database can hold. */
const MOST = 10n ** 14n;

/** Reads one line; each cell that cannot be read has a reason of its own, and is taken for empty. */
export function readRow(row: EntryRow, context: EntryContext): ReadRow {
  const reasons: BlockingReason[] = [];
  const typed = (field: string) => (row[field] ?? "").trim();
  const picked = (field: "areaId" | "themeId", pick: (typed: string) => Picked): string | null => {
    const given = typed(field);
    if (given === "") return null;
    const found = pick(given);
    if (found.ok) return found.id;
    const what = field === "areaId" ? "area" : "theme";
    const meant = found.meant.join(", ");
    reasons.push({ code: `entry.reasons.${what}_${found.problem}`, field, facts: { given, meant } });
    return null;
  };
  const text = (field: keyof typeof LONGEST): string | null => {
    const given = typed(field);
    if (given.length > LONGEST[field])
      reasons.push({
        code: "entry.reasons.text_too_long",
        field,
        facts: { length: String(given.length), most: String(LONGEST[field]) },
      });
    return given === "" ? null : given.slice(0, LONGEST[field]);
  };
  const day = (): string | null => {
    const given = typed("decisionOn");
    const read = readDate(given);
    if (given !== "" && read === null)
      reasons.push({ code: "entry.reasons.date_unreadable", field: "decisionOn", facts: { given } });
    return read;
  };
  const areaId = picked("areaId", context.pickArea);
  const themeId = picked("themeId", context.pickTheme);
  const decisionNumber = text("decisionNumber");
  const decisionOn = day();
  const years = context.years.flatMap((year): YearAmount[] => {
    const given = typed(yearField(year));
    if (given === "") return [];
    const reading = readTypedAmount(given);
    if (reading.ok) return [{ year, amount: reading.value }];
    reasons.push({ ...amountReason(given, reading), field: yearField(year) });
    return [];
  });
  return {
    line: {
      kind: "allocation",
      trancheId: context.trancheId,
      allocationId: null,
      areaId,
      themeId,
      decisionNumber,
      decisionOn,
      decisionDocument: text("decisionDocument"),
      decisionCents: years.length === 0 ? null : sum(years.map(({ amount }) => amount)),
      years,
      legalSource: text("legalSource"),
      reason: text("reason") ?? "",
    },
    reasons,
  };
}

type TypedAmount =
  | { readonly ok: true; readonly value: Cents }
  | { readonly ok: false; readonly problem: string; readonly meant?: string };

/** An amount of a cell. Letters that look like digits get what was probably meant, and are never taken for them. */
export function readTypedAmount(given: string): TypedAmount {
  const reading: AmountReading = readAmount(given);
  if (reading.ok)
    return reading.value > MOST || reading.value < -MOST ? { ok: false, problem: "too_large" } : reading;
  if (reading.problem !== "unreadable") return reading;
  const looked = given.replace(/[oO]/g, "0").replace(/[lI]/g, "1");
  return looked !== given && /\d/.test(given) && readAmount(looked).ok
    ? { ok: false, problem: "letters", meant: looked }
    : reading;
}

export const amountReason = (
  given: string,
  { problem, meant }: { readonly problem: string; readonly meant?: string },
): BlockingReason => ({
  code: `entry.reasons.amount_${problem}`,
  facts: { given, ...(meant === undefined ? {} : { meant }) },
});
