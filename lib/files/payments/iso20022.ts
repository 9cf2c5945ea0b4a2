import { readDate } from "@/lib/domain/calendar-day";
import { type Cents, cents } from "@/lib/domain/money";
import {
  everyPart,
  type PaymentFileRead,
  type PaymentLine,
  RefusedPaymentFile,
} from "@/lib/domain/payments/payment-line";
import { all, at, type Element, needed, textAt, xmlTree } from "./xml-tree";

/** Versions whose elements are the ones read here. */
const CAMT = /^urn:iso:std:iso:20022:tech:xsd:camt\.053\.001\.(02|04|06|08)$/;
const PAIN = /^urn:iso:std:iso:20022:tech:xsd:pain\.001\.001\.(03|09)$/;

/** @throws RefusedPaymentFile */
export function readIso20022(xml: string): PaymentFileRead {
  const { root, namespace } = xmlTree(xml);
  if (CAMT.test(namespace)) return { format: "camt.053", lines: numbered(statementLines(root)) };
  if (PAIN.test(namespace)) return { format: "pain.001", lines: numbered(orderLines(root)) };
  throw new RefusedPaymentFile("namespace", { found: namespace.slice(0, 80) || root.name });
}

type Line = Omit<PaymentLine, "line">;
const numbered = (lines: readonly Line[]): PaymentLine[] => {
  if (lines.length === 0) throw new RefusedPaymentFile("empty");
  return lines.map((line, index) => ({ ...line, line: index + 1 }));
};

/** An amount with at most two decimals, in euros; exact. */
function euros(text: string, currency: string): Cents {
  if (currency !== "EUR") throw new RefusedPaymentFile("currency", { found: currency || "?" });
  const [, whole, fraction = ""] = /^(\d{1,13})(?:\.(\d{1,5}))?$/.exec(text) ?? [];
  const amount = BigInt((whole ?? "0") + fraction.slice(0, 2).padEnd(2, "0"));
  if (amount === 0n || /[1-9]/.test(fraction.slice(2)))
    throw new RefusedPaymentFile("amount", { found: text.slice(0, 40) });
  return cents(amount);
}

function amountOf(element: Element, ...path: readonly string[]): Cents {
  const text = needed(element, ...path);
  return euros(text, at(element, ...path)?.attributes["Ccy"] ?? "");
}

function dayOf(text: string): string {
  const day = readDate(/^(\d{4}-\d{2}-\d{2})(?:T.*)?$/.exec(text)?.[1] ?? "");
  if (day === null) throw new RefusedPaymentFile("date", { found: text.slice(0, 40) });
  return day;
}

const total = (amounts: readonly bigint[]) => amounts.reduce((sum, amount) => sum + amount, 0n);
const agree = (problem: "count" | "sum" | "entry_sum", said: bigint, found: bigint) => {
  if (said === found) return;
  const facts: [string, bigint][] = [
    ["said", said],
    ["found", found],
    ["difference", said < found ? found - said : said - found],
  ];
  const unit = problem === "count" ? "" : "Cents";
  throw new RefusedPaymentFile(
    problem,
    Object.fromEntries(facts.map(([name, value]) => [name + unit, String(value)])),
  );
};

/** A statement: what was booked. Money that left is an advance, money that came is a recovery. */
function statementLines(root: Element): Line[] {
  const statements = all(at(root, "BkToCstmrStmt") ?? root, "Stmt");
  if (statements.length === 0) throw new RefusedPaymentFile("missing", { element: "BkToCstmrStmt/Stmt" });
  return statements.flatMap((statement) => {
    const entries = all(statement, "Ntry");
    const lines = everyPart(entries, (entry, index) =>
      inPart("entry", index, () => entryLines(entry)),
    ).flat();
    const summary = at(statement, "TxsSummry", "TtlNtries");
    if (summary !== null) {
      const count = textAt(summary, "NbOfNtries");
      if (/^\d+$/.test(count)) agree("count", BigInt(count), BigInt(entries.length));
      const sum = textAt(summary, "Sum");
      if (sum !== "") agree("sum", euros(sum, "EUR"), total(entries.map((entry) => amountOf(entry, "Amt"))));
    }
    return lines;
  });
}

/** What is wrong in one entry or transfer is said with its place in the statement or the order. */
function inPart<T>(what: "entry" | "transfer", index: number, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RefusedPaymentFile)) throw error;
    const place = { [what]: String(index + 1) };
    throw RefusedPaymentFile.of(
      error.faults.map(({ problem, facts }) => ({ problem, facts: { ...facts, ...place } })),
    );
  }
}

const DIRECTIONS: ReadonlyMap<string, PaymentLine["direction"]> = new Map([
  ["DBIT", "advance"],
  ["CRDT", "recovery"],
]);

function entryLines(entry: Element): Line[] {
  const amount = amountOf(entry, "Amt");
  const direction = DIRECTIONS.get(needed(entry, "CdtDbtInd"));
  if (direction === undefined)
    throw new RefusedPaymentFile("direction", { found: textAt(entry, "CdtDbtInd").slice(0, 20) });
  const status = textAt(entry, "Sts", "Cd") || needed(entry, "Sts");
  if (status !== "BOOK") throw new RefusedPaymentFile("not_booked", { found: status.slice(0, 20) });
  const paidOn = dayOf(textAt(entry, "BookgDt", "Dt") || needed(entry, "BookgDt", "DtTm"));
  const details = all(entry, "NtryDtls").flatMap((one) => all(one, "TxDtls"));
  const party = direction === "advance" ? "Cdtr" : "Dbtr";
  const lineOf = (detail: Element, paid: Cents): Line => {
    const endToEnd = textAt(detail, "Refs", "EndToEndId");
    const reference =
      endToEnd !== "" && endToEnd !== "NOTPROVIDED"
        ? endToEnd
        : textAt(detail, "Refs", "AcctSvcrRef") || needed(entry, "AcctSvcrRef");
    const counterparty =
      textAt(detail, "RltdPties", party, "Nm") || textAt(detail, "RltdPties", party, "Pty", "Nm");
    return { direction, paidOn, amount: paid, reference, counterparty, text: remittance(detail) };
  };
  if (details.length <= 1) return [lineOf(details[0] ?? entry, amount)];
  const lines = details.map((detail) =>
    lineOf(
      detail,
      at(detail, "Amt") === null ? amountOf(detail, "AmtDtls", "TxAmt", "Amt") : amountOf(detail, "Amt"),
    ),
  );
  agree("entry_sum", amount, total(lines.map((line) => line.amount)));
  return lines;
}

/** A payment order: what the bank was asked to pay. */
function orderLines(root: Element): Line[] {
  const order = at(root, "CstmrCdtTrfInitn");
  if (order === null) throw new RefusedPaymentFile("missing", { element: "CstmrCdtTrfInitn" });
  const lines = all(order, "PmtInf").flatMap((payment) => {
    const transfers = all(payment, "CdtTrfTxInf");
    const paidOn = dayOf(textAt(payment, "ReqdExctnDt", "Dt") || needed(payment, "ReqdExctnDt"));
    const read = everyPart(transfers, (transfer, index) =>
      inPart(
        "transfer",
        index,
        (): Line => ({
          direction: "advance",
          paidOn,
          amount: amountOf(transfer, "Amt", "InstdAmt"),
          reference: needed(transfer, "PmtId", "EndToEndId"),
          counterparty: needed(transfer, "Cdtr", "Nm"),
          text: remittance(transfer),
        }),
      ),
    );
    const said = textAt(payment, "NbOfTxs");
    if (/^\d+$/.test(said)) agree("count", BigInt(said), BigInt(transfers.length));
    const control = textAt(payment, "CtrlSum");
    if (control !== "") agree("sum", euros(control, "EUR"), total(read.map(({ amount }) => amount)));
    return read;
  });
  const count = needed(order, "GrpHdr", "NbOfTxs");
  if (!/^\d+$/.test(count)) throw new RefusedPaymentFile("missing", { element: "GrpHdr/NbOfTxs" });
  agree("count", BigInt(count), BigInt(lines.length));
  const sum = textAt(order, "GrpHdr", "CtrlSum");
  if (sum !== "") agree("sum", euros(sum, "EUR"), total(lines.map((line) => line.amount)));
  return lines;
}

const remittance = (detail: Element): string =>
  [
    ...all(at(detail, "RmtInf") ?? { ...detail, children: [] }, "Ustrd").map(({ text }) => text.trim()),
    textAt(detail, "RmtInf", "Strd", "CdtrRefInf", "Ref"),
  ]
    .filter((text) => text !== "")
    .join(" ")
    .slice(0, 500);
