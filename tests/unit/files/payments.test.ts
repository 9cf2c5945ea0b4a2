import { describe, expect, it } from "vitest";
import { RefusedPaymentFile } from "@/lib/domain/payments/payment-line";
import { readPayments } from "@/lib/files/payments/read-payments";

const COLUMNS = {
  paidOn: "Datum",
  amount: "Bedrag",
  reference: "Kenmerk",
  counterparty: "Begunstigde",
  text: "Omschrijving",
};
const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readPayments(bytes(text), COLUMNS);
const problem = (work: () => unknown) => {
  try {
    work();
    return "read";
  } catch (error) {
    if (!(error instanceof RefusedPaymentFile)) throw error;
    return error.faults
      .map(({ problem: what, facts }) => [what, ...Object.values(facts)].join(" "))
      .join(", ");
  }
};

const entry = (amount: string, indicator: string, details = "", currency = "EUR") =>
  `<Ntry><Amt Ccy="${currency}">${amount}</Amt><CdtDbtInd>${indicator}</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
   <BookgDt><Dt>2026-03-16</Dt></BookgDt><AcctSvcrRef>BANK-1</AcctSvcrRef><NtryDtls>${details}</NtryDtls></Ntry>`;
const detail = (reference: string, amount: string) =>
  `<TxDtls><Refs><EndToEndId>${reference}</EndToEndId></Refs><Amt Ccy="EUR">${amount}</Amt>
   <RltdPties><Cdtr><Pty><Nm>Gemeente Proefrade</Nm></Pty></Cdtr></RltdPties>
   <RmtInf><Ustrd>Voorschot OEF-2026-0023-B</Ustrd></RmtInf></TxDtls>`;
const camt = (entries: string, summary = "", version = "08") =>
  `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}">
   <BkToCstmrStmt><Stmt><Id>1</Id>${summary}${entries}</Stmt></BkToCstmrStmt></Document>`;
const pain = (count: string, sum: string, amounts: readonly string[]) =>
  `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09"><CstmrCdtTrfInitn>
   <GrpHdr><MsgId>1</MsgId><NbOfTxs>${count}</NbOfTxs><CtrlSum>${sum}</CtrlSum></GrpHdr>
   <PmtInf><ReqdExctnDt><Dt>2026-03-16</Dt></ReqdExctnDt>${amounts
     .map(
       (amount, index) => `<CdtTrfTxInf><PmtId><EndToEndId>E${index + 1}</EndToEndId></PmtId>
       <Amt><InstdAmt Ccy="EUR">${amount}</InstdAmt></Amt><Cdtr><Nm>Gemeente A</Nm></Cdtr></CdtTrfTxInf>`,
     )
     .join("")}</PmtInf></CstmrCdtTrfInitn></Document>`;

describe("a statement (camt.053)", () => {
  it("gives what was paid and what came back, to the cent", () => {
    const { format, lines } = read(
      camt(entry("1000.50", "DBIT", detail("E-1", "1000.50")) + entry("7", "CRDT")),
    );
    expect(format).toBe("camt.053");
    expect(lines).toEqual([
      {
        line: 1,
        direction: "advance",
        paidOn: "2026-03-16",
        amount: 100_050n,
        reference: "E-1",
        counterparty: "Gemeente Proefrade",
        text: "Voorschot OEF-2026-0023-B",
      },
      expect.objectContaining({ line: 2, direction: "recovery", amount: 700n, reference: "BANK-1" }),
    ]);
  });

  it("opens a batch booking, whose details add up", () => {
    const both = detail("E-1", "1.10") + detail("E-2", "2.20");
    expect(read(camt(entry("3.30", "DBIT", both))).lines.map(({ amount }) => amount)).toEqual([110n, 220n]);
    expect(problem(() => read(camt(entry("3.31", "DBIT", both))))).toBe("entry_sum 331 330 1 1");
  });

  it("agrees with its own totals, or is refused", () => {
    const summary = (count: number, sum: string) =>
      `<TxsSummry><TtlNtries><NbOfNtries>${count}</NbOfNtries><Sum>${sum}</Sum></TtlNtries></TxsSummry>`;
    expect(read(camt(entry("5.00", "DBIT"), summary(1, "5.00"))).lines).toHaveLength(1);
    expect(problem(() => read(camt(entry("5.00", "DBIT"), summary(2, "5.00"))))).toBe("count 2 1 1");
    expect(problem(() => read(camt(entry("5.00", "DBIT"), summary(1, "5.01"))))).toBe("sum 501 500 1");
  });
});

describe("a payment order (pain.001)", () => {
  it("agrees with its count and control sum", () => {
    expect(read(pain("2", "3.30", ["1.10", "2.20"])).lines.map(({ reference }) => reference)).toEqual([
      "E1",
      "E2",
    ]);
    expect(problem(() => read(pain("3", "3.30", ["1.10", "2.20"])))).toBe("count 3 2 1");
    expect(problem(() => read(pain("2", "3.31", ["1.10", "2.20"])))).toBe("sum 331 330 1");
  });
});

describe("a csv", () => {
  const head = "Datum;Bedrag;Kenmerk;Begunstigde;Omschrijving\r\n";

  it("in Dutch notation, also in Windows-1252, a minus is money that came back", () => {
    const text = `${head}16-3-2026;1.250,50;B-1;Coördinatie Één;x\r\n17-3-2026;-10,00;B-2;y;z\r\n`;
    const latin = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    for (const file of [bytes(text), latin])
      expect(readPayments(file, COLUMNS).lines).toEqual([
        expect.objectContaining({ amount: 125_050n, direction: "advance", counterparty: "Coördinatie Één" }),
        expect.objectContaining({ amount: 1_000n, direction: "recovery", paidOn: "2026-03-17" }),
      ]);
  });

  it("says which line cannot be read, and guesses nothing", () => {
    expect(problem(() => read(`${head}16-3-2026;1,250.50;B-1;a;b`))).toBe("amount 1,250.50 2");
    expect(problem(() => read(`${head}16-3-2026;1,00;B-1;a;b\n31-2-2026;1,00;B-2;a;b`))).toBe(
      "date 31-2-2026 3",
    );
    expect(problem(() => read(`${head}16-3-2026;1,00;;a;b`))).toBe("missing Kenmerk 2");
    expect(
      problem(() => read(`${head}gisteren;veel;;a;b\n16-3-2026;1,00;B-1;a;b\n16-3-2026;0;B-2;a;b`)),
    ).toBe("amount veel 2, date gisteren 2, missing Kenmerk 2, amount 0 4");
    expect(problem(() => read("Dag;Som\n1-1-2026;1"))).toBe("columns Datum, Bedrag, Kenmerk Dag, Som");
  });
});

it("refuses what would pay twice or what was never paid", () => {
  const one = camt(entry("1.00", "DBIT"));
  expect(problem(() => read(one.replace("BOOK", "PDNG")))).toBe("not_booked PDNG 1");
  expect(problem(() => read(one.replace("DBIT", "XXXX")))).toBe("direction XXXX 1");
  expect(problem(() => read(one.replace("2026-03-16", "2026-02-31")))).toBe("date 2026-02-31 1");
  expect(problem(() => read(camt(entry("0.00", "DBIT"))))).toBe("amount 0.00 1");
  const order = pain("1", "1.00", ["1.00"]);
  const within = (part: string) => order.replace("<PmtInf>", `<PmtInf>${part}`);
  expect(read(within("<NbOfTxs>1</NbOfTxs><CtrlSum>1.00</CtrlSum>")).lines).toHaveLength(1);
  expect(problem(() => read(within("<NbOfTxs>9</NbOfTxs>")))).toBe("count 9 1 8");
  expect(problem(() => read(within("<CtrlSum>99.00</CtrlSum>")))).toBe("sum 9900 100 9800");
});

it("says what is wrong with each entry and each transfer, with its place", () => {
  const three = entry("0.00", "DBIT") + entry("1.00", "DBIT") + entry("1.00", "DBIT", "", "USD");
  expect(problem(() => read(camt(three)))).toBe("amount 0.00 1, currency USD 3");
  expect(problem(() => read(pain("3", "1.00", ["0", "1.00", "x"])))).toBe("amount 0 1, amount x 3");
});

it("what is not a payment file gets its own sentence", () => {
  const bomb = `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${camt(entry("1.00", "DBIT"))}`;
  expect(problem(() => read(bomb))).toBe("doctype");
  expect(problem(() => read(""))).toBe("empty");
  expect(problem(() => read(camt("")))).toBe("empty");
  expect(problem(() => read("<Document><a></Document>")).split(" ")[0]).toBe("not_xml");
  expect(problem(() => read(camt(entry("1.00", "DBIT"), "", "99")))).toContain("namespace urn:iso");
  expect(problem(() => read(camt(entry("1.00", "DBIT", "", "USD"))))).toBe("currency USD 1");
  expect(problem(() => read(camt(entry("1.005", "DBIT"))))).toBe("amount 1.005 1");
  expect(problem(() => readPayments(Uint8Array.from([0x50, 0x4b, 3, 4]), COLUMNS))).toBe(
    "not_a_payment_file",
  );
  const many = `Datum;Bedrag;Kenmerk\n${"1-1-2026;1,00;B\n".repeat(20_001)}`;
  expect(problem(() => read(many))).toBe("too_many_lines 20001 20000");
  expect(problem(() => readPayments(new Uint8Array(5 * 1024 * 1024 + 1), COLUMNS))).toBe("too_large 6 5");
});
