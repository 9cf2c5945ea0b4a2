import { writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expect, test } from "../support/test";

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const refused = (page: Page, why: string) =>
  expect(page.getByRole("alert").filter({ hasText: why })).toBeVisible();
const main = (page: Page) => page.getByRole("main");

const statement = (rows: readonly (readonly [reference: string, amount: string, text: string])[]) =>
  `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt>${rows
    .map(
      ([
        reference,
        amount,
        text,
      ]) => `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
        <BookgDt><Dt>2026-11-02</Dt></BookgDt><AcctSvcrRef>${reference}</AcctSvcrRef><NtryDtls><TxDtls>
        <Refs><EndToEndId>${reference}</EndToEndId></Refs><RltdPties><Cdtr><Nm>Gemeente Voorbeeldstad</Nm></Cdtr></RltdPties>
        <RmtInf><Ustrd>${text}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`,
    )
    .join("")}</Stmt></BkToCstmrStmt></Document>`;

async function read(page: Page, name: string, contents: string) {
  await page.goto("/programma/oefen/voorschotten/inlezen");
  await bring(page, name, contents);
}

async function bring(page: Page, name: string, contents: string) {
  await page
    .getByLabel("Betaalbestand", { exact: true })
    .setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(contents) });
  await page.getByRole("button", { name: "Lees in" }).click();
}

test("a payment file is matched, proposed, and confirmed by another person", async ({ as }) => {
  const officer = await as("officer");
  const file = statement([
    ["E2E-PAY-1", "1000.01", "Voorschot OEF-2026-0023"],
    ["E2E-PAY-2", "250.00", "Factuur zonder nummer"],
  ]);
  await read(officer, "betaalrun.xml", file);
  await expect(main(officer)).toContainText("camt.053, 2 betalingen, samen € 1.250,01.");
  const rows = officer.getByRole("table", { name: "Betalingen in dit bestand" }).getByRole("row");
  await expect(rows.nth(1)).toContainText("Herkend");
  await expect(rows.nth(2)).toContainText("Kies zelf");
  await officer.getByRole("button", { name: "Leg voor ter goedkeuring" }).click();
  await expect(officer).toHaveURL(/verzamelvoorstellen/);
  await expect(main(officer)).toContainText("Betaalbestand betaalrun.xml");

  const approver = await as("approver");
  await approver.goto(officer.url().replace(/\?.*/, ""));
  await approver.getByRole("button", { name: /Keur (de ene|alle)/ }).click();
  await expect(main(approver)).toContainText("1 regel is goedgekeurd en geboekt.");

  await read(officer, "betaalrun.xml", file);
  await expect(main(officer)).toContainText("Deze betalingen zijn voorgelegd");
});

test("one payment without JavaScript: never above the award, and only another person posts it", async ({
  as,
}) => {
  const officer = await as("officer", { javaScriptEnabled: false });
  await officer.goto("/programma/oefen/voorschotten?zoek=OEF-2026-0024");
  await officer.getByRole("link", { name: /Leg betaling vast/ }).click();
  await field(officer, "Bedrag").fill("90.000.000,00");
  await field(officer, "Betalingskenmerk").fill("E2E-PAY-9");
  await field(officer, "Betaald op").fill("2-11-2026");
  await field(officer, "Omschrijving").fill("Tweede voorschot.");
  await officer.getByRole("button", { name: "Leg voor ter goedkeuring" }).click();
  await refused(officer, "te veel");
  await field(officer, "Bedrag").fill("1.000,00");
  await officer.getByRole("button", { name: "Leg voor ter goedkeuring" }).click();
  await expect(main(officer)).toContainText("Dit voorstel wacht op een ander");
  const approver = await as("approver");
  await approver.goto(officer.url().replace(/\?.*/, ""));
  await expect(main(approver)).toContainText("E2E-PAY-9");
  await approver.getByRole("button", { name: "Keur goed en boek" }).click();
  await expect(main(approver)).toContainText("Geboekt als post");
});

test("a file that cannot be used says why, and leaves nothing", async ({ as }, testInfo) => {
  const officer = await as("officer");
  await read(officer, "bom.xml", '<!DOCTYPE a [<!ENTITY b "c">]><Document/>');
  await expect(main(officer)).toContainText("documenttype (DOCTYPE)");
  await expect(main(officer).getByRole("link", { name: "Regel S20" })).toHaveAttribute("href", "/regels#S20");
  await read(officer, "ander.csv", "Dag;Som\n1-1-2026;1,00");
  await expect(main(officer)).toContainText("In het bestand staan de kolommen Dag, Som.");
  await read(officer, "usd.xml", statement([["R", "1.00", "x"]]).replaceAll("EUR", "USD"));
  await expect(main(officer)).toContainText("Er staat een bedrag in USD; alleen EUR wordt gelezen.");
  await main(officer).getByRole("link", { name: "Regel V10" }).click();
  await expect(officer.getByRole("row", { name: /^V10 / })).toContainText("in euro’s is betaald");
  // From disk: through the connection of the browser it takes longer than any step may.
  const large = testInfo.outputPath("groot.csv");
  writeFileSync(large, "x".repeat(12 * 1024 * 1024));
  await officer.goto("/programma/oefen/voorschotten/inlezen");
  await field(officer, "Betaalbestand").setInputFiles(large);
  await officer.getByRole("button", { name: "Lees in" }).click();
  await expect(main(officer)).toContainText("meer dan 5 MB wordt niet gelezen");
});

test("whatever stands in the address of a refusal, there is a page", async ({ as }) => {
  const officer = await as("officer");
  const fault = (problem: string, facts: unknown) => JSON.stringify([{ problem, facts }]);
  for (const said of [
    "{",
    fault("sum", {}),
    fault("sum", { saidCents: "x", foundCents: "1", differenceCents: "1" }),
    fault("count", { said: "1", otherCents: "y" }),
    fault("nothing", {}),
  ]) {
    const query = new URLSearchParams({ fouten: said });
    const answer = await officer.request.get(`/programma/oefen/voorschotten/inlezen?${query}`);
    expect(answer.status(), said).toBe(200);
    expect(await answer.text(), said).not.toContain("Dit bestand is niet ingelezen");
  }
  const query = new URLSearchParams({ fouten: fault("columns", {}) });
  await officer.goto(`/programma/oefen/voorschotten/inlezen?${query}`);
  await expect(main(officer)).toContainText("Niet gevonden: ?.");
});

for (const script of [true, false])
  test(`a csv names its source, says every fault, and its columns are known the next time, ${script ? "with" : "without"} script`, async ({
    as,
  }) => {
    const officer = await as("officer", { javaScriptEnabled: script });
    const source = `Bank ${script}`;
    await officer.goto("/programma/oefen/voorschotten/inlezen?bron=");
    await field(officer, "Bron van de csv").fill(source);
    await field(officer, "Datum").fill("Boekdatum");
    await field(officer, "Kenmerk").fill("Referentie");
    await bring(officer, "fout.csv", "Boekdatum;Bedrag;Referentie\n31-2-2026;1,000;\n2-11-2026;nul;R-2");
    const problems = officer.getByRole("alert").filter({ hasText: "Dit bestand is niet ingelezen" });
    await expect(problems.getByRole("listitem")).toHaveText([
      /^Regel 2: Een bedrag.*Regel S17$/,
      /^Regel 2: Een datum.*Regel S17$/,
      /^Regel 2: Referentie ontbreekt.*Regel V8$/,
      /^Regel 3: Een bedrag.*Regel S17$/,
    ]);
    await expect(field(officer, "Bron van de csv")).toHaveValue(source);
    await expect(field(officer, "Datum")).toHaveValue("Boekdatum");
    await bring(officer, "goed.csv", `Boekdatum;Bedrag;Referentie\n2-11-2026;1,00;CSV-${script}`);
    await expect(main(officer)).toContainText("csv, 1 betaling");

    await officer.goto("/programma/oefen/voorschotten/inlezen?bron=");
    await expect(field(officer, "Datum")).toHaveValue("Datum");
    await officer.getByRole("link", { name: source, exact: true }).click();
    await expect(field(officer, "Datum")).toHaveValue("Boekdatum");
    await expect(field(officer, "Kenmerk")).toHaveValue("Referentie");
  });
