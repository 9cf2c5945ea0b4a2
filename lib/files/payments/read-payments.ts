import { parse } from "csv-parse/sync";
import { readDate } from "@/lib/domain/calendar-day";
import { cents, readAmount } from "@/lib/domain/money";
import {
  everyPart,
  type PaymentColumns,
  type PaymentFault,
  type PaymentFileRead,
  type PaymentLine,
  RefusedPaymentFile,
} from "@/lib/domain/payments/payment-line";
import { decoded } from "../decoded";
import { readIso20022 } from "./iso20022";

const MEGABYTE = 1024 * 1024;
export const MOST_BYTES = 5 * MEGABYTE;
const MOST_LINES = 20_000;

/**
 * Reads a payment file: camt.053, pain.001, or a csv with these columns. Nothing is guessed.
 * @throws RefusedPaymentFile that says what is wrong and where
 */
export function readPayments(bytes: Uint8Array, columns: PaymentColumns): PaymentFileRead {
  if (bytes.length === 0) throw new RefusedPaymentFile("empty");
  if (bytes.length > MOST_BYTES) throw tooLarge(bytes.length);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) throw new RefusedPaymentFile("not_a_payment_file");
  const text = decoded(bytes).replace(/^\uFEFF/, "");
  if (text.includes("\u0000")) throw new RefusedPaymentFile("not_a_payment_file");
  return text.trimStart().startsWith("<") ? readIso20022(text) : readCsv(text, columns);
}

/** Also for a file of which only the size is known. */
export const tooLarge = (size: number): RefusedPaymentFile =>
  new RefusedPaymentFile("too_large", {
    given: String(Math.ceil(size / MEGABYTE)),
    most: String(MOST_BYTES / MEGABYTE),
  });

function readCsv(text: string, columns: PaymentColumns): PaymentFileRead {
  const rows = records(text);
  const [head = [], ...body] = rows;
  const names = head.map((name) => name.trim().toLowerCase());
  const place = (column: string) => (column.trim() === "" ? -1 : names.indexOf(column.trim().toLowerCase()));
  const missing = [columns.paidOn, columns.amount, columns.reference].filter((column) => place(column) < 0);
  if (missing.length > 0)
    throw new RefusedPaymentFile("columns", {
      missing: missing.map((name) => name || "?").join(", "),
      found: head.join(", ").slice(0, 160),
    });
  if (body.length === 0) throw new RefusedPaymentFile("empty");
  if (body.length > MOST_LINES)
    throw new RefusedPaymentFile("too_many_lines", { given: String(body.length), most: String(MOST_LINES) });
  const lines = everyPart(body, (row, index) => readRow(row, index, columns, place));
  return { format: "csv", lines };
}

/** @throws RefusedPaymentFile with everything that is wrong with the row */
function readRow(
  row: readonly string[],
  index: number,
  columns: PaymentColumns,
  place: (column: string) => number,
): PaymentLine {
  const cell = (column: string) => row[place(column)]?.trim() ?? "";
  const line = String(index + 2);
  const faults: PaymentFault[] = [];
  const [typed, day] = [cell(columns.amount), cell(columns.paidOn)];
  const amount = readAmount(typed);
  if (!amount.ok || amount.value === 0n)
    faults.push({ problem: "amount", facts: { found: typed.slice(0, 40), line } });
  const paidOn = readDate(day);
  if (paidOn === null) faults.push({ problem: "date", facts: { found: day.slice(0, 40), line } });
  const reference = cell(columns.reference);
  if (reference === "") faults.push({ problem: "missing", facts: { element: columns.reference, line } });
  if (!amount.ok || paidOn === null || faults.length > 0) throw RefusedPaymentFile.of(faults);
  const back = amount.value < 0n;
  return {
    line: index + 1,
    direction: back ? "recovery" : "advance",
    paidOn,
    amount: back ? cents(-amount.value) : amount.value,
    reference,
    counterparty: cell(columns.counterparty),
    text: cell(columns.text).slice(0, 500),
  };
}

function records(text: string): string[][] {
  const [first = ""] = text.split(/\r?\n/, 1);
  const delimiter = first.includes(";") ? ";" : first.includes("\t") ? "\t" : ",";
  try {
    return parse(text, {
      delimiter,
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
      skip_empty_lines: true,
    });
  } catch {
    throw new RefusedPaymentFile("not_a_payment_file");
  }
}
