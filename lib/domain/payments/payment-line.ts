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

/** The calendar year that a payment falls in. */
export const yearOfPayment = ({ paidOn }: Pick<PaymentLine, "paidOn">): number => Number(paidOn.slice(0, 4));

export const PAYMENT_PROBLEMS = [
  "empty",
  "too_large",
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
] as const;
export type PaymentProblem = (typeof PAYMENT_PROBLEMS)[number];

/** A file that cannot be used, with the facts of its sentence. Nothing of it is kept. */
export class RefusedPaymentFile extends Error {
  override readonly name = "RefusedPaymentFile";
  readonly problem: PaymentProblem;
  readonly facts: Readonly<Record<string, string>>;

  constructor(problem: PaymentProblem, facts: Readonly<Record<string, string>> = {}) {
    super(problem);
    this.problem = problem;
    this.facts = facts;
  }
}

export interface PaymentFileRead {
  readonly format: "camt.053" | "pain.001" | "csv";
  readonly lines: readonly PaymentLine[];
}
