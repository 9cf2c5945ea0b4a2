import type { Cents } from "../money";

/** One payment of a file. Amount in cents above zero; the direction is seen from the ministry. */
export interface PaymentLine {
  /** Place in the file, from 1. */
  readonly line: number;
  readonly direction: "advance" | "recovery";
  /** yyyy-mm-dd: booked, or to be executed. */
  readonly paidOn: string;
  readonly amount: Cents;
  /** End-to-end reference, or that of the bank. */
  readonly reference: string;
  readonly counterparty: string;
  /** What was written with it. */
  readonly text: string;
}

/** Which column of a csv holds what, by its head. */
export interface PaymentColumns {
  readonly paidOn: string;
  readonly amount: string;
  readonly reference: string;
  readonly counterparty: string;
  readonly text: string;
}

/** The calendar year that a payment falls in. */
export const yearOfPayment = ({ paidOn }: Pick<PaymentLine, "paidOn">): number => Number(paidOn.slice(0, 4));

export const PAYMENT_PROBLEMS = [
  "empty",
  "too_large",
  "too_many_lines",
  "not_a_payment_file",
  "doctype",
  "not_xml",
  "namespace",
  "missing",
  "currency",
  "amount",
  "date",
  "direction",
  "not_booked",
  "count",
  "sum",
  "entry_sum",
  "columns",
  "source",
] as const;
export type PaymentProblem = (typeof PAYMENT_PROBLEMS)[number];

/** Problems whose sentence needs both amounts of money that do not agree. */
export const SUM_PROBLEMS: readonly PaymentProblem[] = ["sum", "entry_sum"];

/** One thing that is wrong with a file, with the facts of its sentence and of the place where it stands. */
export interface PaymentFault {
  readonly problem: PaymentProblem;
  readonly facts: Readonly<Record<string, string>>;
}

/** A file that cannot be used, with everything that is wrong with it. Nothing of it is kept. */
export class RefusedPaymentFile extends Error {
  override readonly name = "RefusedPaymentFile";
  readonly faults: readonly PaymentFault[];

  constructor(
    problem: PaymentProblem,
    facts: Readonly<Record<string, string>> = {},
    others: readonly PaymentFault[] = [],
  ) {
    super(problem);
    this.faults = [{ problem, facts }, ...others];
  }

  static of([first, ...others]: readonly PaymentFault[]): RefusedPaymentFile {
    return new RefusedPaymentFile(first?.problem ?? "empty", first?.facts, others);
  }
}

/**
 * Reads every part of a file, and says what is wrong with each instead of the first thing alone.
 * @throws RefusedPaymentFile
 */
export function everyPart<P, R>(parts: readonly P[], read: (part: P, index: number) => R): R[] {
  const faults: PaymentFault[] = [];
  const results = parts.flatMap((part, index) => {
    try {
      return [read(part, index)];
    } catch (error) {
      if (!(error instanceof RefusedPaymentFile)) throw error;
      faults.push(...error.faults);
      return [];
    }
  });
  if (faults.length > 0) throw RefusedPaymentFile.of(faults);
  return results;
}

export interface PaymentFileRead {
  readonly format: "camt.053" | "pain.001" | "csv";
  readonly lines: readonly PaymentLine[];
}
