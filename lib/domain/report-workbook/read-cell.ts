import { readDate } from "../calendar-day";
import { plainName } from "../entry/pick";
import { amountReason, readTypedAmount } from "../entry/read-row";
import { readSheetAmount } from "../entry/sheet-number";
import type { SheetCell } from "../entry/sheet-row";
import type { BlockingReason } from "../refusal";
import type { CellValue, ReportColumn } from "./report-column";

/** Of each choice its words, in every language the template is made in. */
export type ChoiceWords = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

export type CellReading =
  | { readonly ok: true; readonly value: CellValue }
  | { readonly ok: false; readonly reason: BlockingReason };

const MOST_COUNT = 10n ** 12n;
const COUNT = /^(?:\d{1,3}(?:\.\d{3})+|\d{1,15})$/;
/** Long texts are not repeated whole in the sentence about them. */
const shown = (text: string) => text.slice(0, 60);

const no = (code: string, field: string, facts: Readonly<Record<string, string>>): CellReading => ({
  ok: false,
  reason: { code, field, facts },
});
const yes = (value: CellValue): CellReading => ({ ok: true, value });

/** What was typed in a cell as a value, or the one reason why it cannot be read. Nothing is guessed. */
export function readCell(
  column: ReportColumn,
  cell: SheetCell | undefined,
  words: ChoiceWords,
  template: string,
): CellReading {
  const { name: field, kind } = column;
  const given = cell?.text.trim() ?? "";
  if (cell?.is === "formula" || cell?.is === "error")
    return no(`entry.reasons.cell_${cell.is}`, field, { given: shown(given) });
  if (given === "") return yes(null);
  if (kind === "amount") return readMoney(column, given, cell?.is === "number");
  if (kind === "count") return readCount(column, given, cell?.is === "number");
  if (kind === "choice") return readChoice(column, given, words[field] ?? {}, template);
  // PostgreSQL cannot hold the null character, and nobody types it.
  const text = given.replaceAll("\u0000", "").replaceAll("\r\n", "\n");
  const { most = 0 } = column;
  return text.length > most
    ? no("entry.reasons.text_too_long", field, { length: String(text.length), most: String(most) })
    : yes(text);
}

function readMoney({ name: field, negative }: ReportColumn, given: string, isNumber: boolean): CellReading {
  if (!isNumber && readDate(given) !== null) return no("workbook.reasons.date_given", field, { given });
  const reading = isNumber ? readSheetAmount(given) : readTypedAmount(given);
  if (!reading.ok) {
    const reason = amountReason(shown(given), reading);
    return { ok: false, reason: { ...reason, field } };
  }
  const typed = readTypedAmount(`${reading.value < 0n ? "-" : ""}${abs(reading.value) / 100n}`);
  if (!typed.ok) return { ok: false, reason: { ...amountReason(shown(given), typed), field } };
  if (negative !== undefined && reading.value < 0n)
    return { ok: false, reason: { code: negative, field, facts: { givenCents: reading.value.toString() } } };
  return yes(reading.value.toString());
}

const abs = (value: bigint) => (value < 0n ? -value : value);

function readCount({ name: field, negative }: ReportColumn, given: string, isNumber: boolean): CellReading {
  const bare = given.replace(/[\s\u00a0\u202f]/g, "");
  if (negative !== undefined && /^[-\u2212]\d/.test(bare))
    return { ok: false, reason: { code: negative, field, facts: { given } } };
  const number = isNumber ? readSheetAmount(bare) : null;
  const whole =
    number === null
      ? COUNT.test(bare) && BigInt(bare.replaceAll(".", ""))
      : number.ok && number.value % 100n === 0n && number.value / 100n;
  if (whole === false || whole > MOST_COUNT)
    return no("workbook.reasons.count_unreadable", field, { given: shown(given) });
  return yes(whole.toString());
}

/** A choice is read as its name; `valueOfChoice` says what it stands for. */
function readChoice(
  { name: field, choice }: ReportColumn,
  given: string,
  words: Readonly<Record<string, readonly string[]>>,
  template: string,
): CellReading {
  const meant = (name: string) => (words[name] ?? []).some((word) => plainName(word) === plainName(given));
  const option = choice?.options.find(({ name }) => meant(name));
  if (option !== undefined) return yes(option.name);
  const list = (choice?.options ?? []).map(({ name }) => words[name]?.[0] ?? name).join(", ");
  const old = choice?.retired.find(({ name }) => meant(name));
  return old === undefined
    ? no("workbook.reasons.choice_unknown", field, { given: shown(given), list, version: template })
    : no("workbook.reasons.choice_retired", field, { given: shown(given), list, until: old.until });
}
