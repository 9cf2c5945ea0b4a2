import { parse } from "csv-parse/sync";
import { readDate } from "@/lib/domain/calendar-day";
import { readAmount } from "@/lib/domain/money";
import { type PaymentFileRead, RefusedPaymentFile } from "@/lib/domain/payments/payment-line";
import { readIso20022 } from "./iso20022";

/** Which column of a csv holds what, by its head. */
export interface PaymentColumns {
  readonly paidOn: string;
  readonly amount: string;
  readonly reference: string;
  readonly counterparty: string;
  readonly text: string;
}

export const MOST_BYTES = 5 * 1024 * 1024;
const MOST_LINES = 20_000;

/**
 * Reads a payment file: camt.053, pain.001, or a csv with these columns. Nothing is guessed.
 * @throws RefusedPaymentFile that says what is wrong and where
 */
export function readPayments(bytes: Uint8Array, columns: PaymentColumns): PaymentFileRead {
  if (bytes.length === 0) throw new RefusedPaymentFile("empty");
  if (bytes.length > MOST_BYTES) throw new RefusedPaymentFile("too_large");
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) throw new RefusedPaymentFile("not_a_payment_file");
  const text = decoded(bytes).replace(/^\uFEFF/, "");
  if (text.includes("\u0000")) throw new RefusedPaymentFile("not_a_payment_file");
  return text.trimStart().startsWith("<") ? readIso20022(text) : readCsv(text, columns);
}

/** UTF-8 when it is that without a fault; otherwise what Dutch systems write beside it. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

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
  if (body.length > MOST_LINES) throw new RefusedPaymentFile("too_large");
  const lines = body.map((row, index) => {
    const cell = (column: string) => row[place(column)]?.trim() ?? "";
    const line = String(index + 2);
    const amount = readAmount(cell(columns.amount));
    if (!amount.ok || amount.value === 0n)
      throw new RefusedPaymentFile("amount", { found: cell(columns.amount).slice(0, 40), line });
    const paidOn = readDate(cell(columns.paidOn));
    if (paidOn === null)
      throw new RefusedPaymentFile("date", { found: cell(columns.paidOn).slice(0, 40), line });
    const reference = cell(columns.reference);
    if (reference === "") throw new RefusedPaymentFile("missing", { element: columns.reference, line });
    const back = amount.value < 0n;
    return {
      line: index + 1,
      direction: back ? ("recovery" as const) : ("advance" as const),
      paidOn,
      amount: back ? (-amount.value as typeof amount.value) : amount.value,
      reference,
      counterparty: cell(columns.counterparty),
      text: cell(columns.text).slice(0, 500),
    };
  });
  return { format: "csv", lines };
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
