import type { Page } from "@playwright/test";
import { ownApplication } from "../support/own-application";
import { expect } from "../support/test";
import { areasNamed } from "./entry-places";

/** An application of its own: the amounts of this story are exact, so nobody else may be at work in it. */
const test = ownApplication("whole-desk");

const OEFEN = "/programma/oefen";
const BUURTEN = "Oefenregeling Buurten, Tranche 1, 2026–2027";
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const main = (page: Page) => page.getByRole("main");
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const follow = (page: Page, name: string) => page.getByRole("link", { name, exact: true }).click();

/** Cents per node and per difference of the reconciliation as it is exported, by key. */
async function reconciliation(page: Page, measure: string, ...open: string[]): Promise<Map<string, bigint>> {
  const query = new URLSearchParams([["maat", measure], ...open.map((key) => ["open", key])]);
  const answer = await page.request.get(`${OEFEN}/export/aansluiting.csv?${query}`);
  expect(answer.status()).toBe(200);
  const rows = (await answer.text()).split("\r\n").map((line) => line.split(";"));
  return new Map(
    rows.flatMap(([key = "", , , amount = "", difference = ""]) => {
      const told = (amount === "" ? difference : amount).replaceAll('"', "");
      return /^-?\d+,\d\d$/.test(told) ? [[key.replaceAll('"', ""), BigInt(told.replace(",", ""))]] : [];
    }),
  );
}

async function approveAll(page: Page, address: string, lines: number) {
  await page.goto(address.replace(/\?.*/, ""));
  await page.getByRole("button", { name: /^Keur (de ene|alle)/ }).click();
  await expect(main(page)).toContainText(
    lines === 1 ? "1 regel is goedgekeurd en geboekt." : `${lines} regels zijn goedgekeurd en geboekt.`,
  );
}

async function distribute(page: Page) {
  await page.goto(`${OEFEN}/verdeelsleutels`);
  await follow(page, "Naar inwoners met een vloer");
  await field(page, "2026").fill("35.000.000");
  await press(page, "Bereken de verdeling");
  await follow(page, "Maak verzamelvoorstel");
  await field(page, "Thema").selectOption({ label: "Buurt en bewoners" });
  await press(page, "Kies");
  await field(page, "Nummer van het besluit").fill("BU-2026-V");
  await field(page, "Datum van het besluit").fill("2-3-2026");
  await field(page, "Reden").fill("Verdeling van de pot van 2026.");
  await press(page, "Leg 20 regels voor ter goedkeuring");
  await page.waitForURL(/\/verzamelvoorstellen\/[0-9a-f-]{36}/);
}

async function pasteSixty(page: Page) {
  await page.goto(`${OEFEN}/toekenningen/invoeren`);
  await field(page, "Regeling en tranche").selectOption({
    label: "Oefenregeling Wijken, Tranche 2, 2026–2028",
  });
  await press(page, "Kies");
  const themes = ["armoede", "jonge-kind", "school"];
  const rows = Array.from({ length: 60 }, (_, index) =>
    [
      `verhaal-${1 + (index % 20)}`,
      themes[Math.floor(index / 20)],
      `VH-2026-${index}`,
      "3-3-2026",
      "1.250,50",
      "€ 1.000,-",
      "",
      "Oefenbesluit 12, artikel 3",
      "Na de aanvraag",
    ].join("\t"),
  );
  await page.getByLabel("Gebied, regel 1", { exact: true }).focus();
  await page.evaluate((copied) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", copied);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, rows.join("\r\n"));
  await expect(page.getByRole("row", { name: /^Ingevoerd/ })).toContainText("135.030,00");
  await field(page, "Naam van het verzamelvoorstel (niet verplicht)").fill("Aanvragen uit de spreadsheet");
  await press(page, "Leg voor ter goedkeuring");
  await page.waitForURL(/\/verzamelvoorstellen\/[0-9a-f-]{36}/);
}

async function moveTwoMillion(page: Page, from: string, to: string) {
  await page.goto(`${OEFEN}/scenarios`);
  await field(page, "Naam van het scenario").fill("Twee miljoen naar de haven");
  await press(page, "Maak dit scenario");
  await field(page, "Regeling en tranche").selectOption({ label: BUURTEN });
  await press(page, "Kies");
  const source = page.getByLabel("Waar het geld nu staat");
  await source.selectOption({
    label: (await source.getByRole("option", { name: from }).first().textContent()) ?? "",
  });
  const destination = field(page, "Gebied dat ontvangt");
  await destination.selectOption({
    label: (await destination.getByRole("option", { name: to }).first().textContent()) ?? "",
  });
  await field(page, "Thema dat ontvangt (niet verplicht)").selectOption({ label: "Buurt en bewoners" });
  await field(page, "2026").fill("2.000.000,00");
  await press(page, "Voeg toe");
  await expect(page.getByRole("table", { name: "Gevolg naast de stand van nu" })).toContainText(
    "2.000.000,00",
  );
  await field(page, "Nummer van het besluit").fill("BU-2026-S");
  await field(page, "Datum van het besluit").fill("3-11-2026");
  await field(page, "Reden").fill("Uitgeprobeerd en besproken.");
  await press(page, "Leg het scenario voor");
  await page.waitForURL(/\/verzamelvoorstellen\/[0-9a-f-]{36}/);
}

async function importPayment(page: Page, number: string) {
  await page.goto(`${OEFEN}/voorschotten/inlezen`);
  const statement = `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Ntry>
    <Amt Ccy="EUR">1234567.89</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-11-03</Dt></BookgDt>
    <AcctSvcrRef>VERHAAL-1</AcctSvcrRef><NtryDtls><TxDtls><Refs><EndToEndId>VERHAAL-1</EndToEndId></Refs>
    <RmtInf><Ustrd>Voorschot ${number}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>`;
  await page.getByLabel("Betaalbestand", { exact: true }).setInputFiles({
    name: "verhaal.xml",
    mimeType: "application/xml",
    buffer: Buffer.from(statement),
  });
  await press(page, "Lees in");
  await expect(main(page)).toContainText("Herkend");
  await press(page, "Leg voor ter goedkeuring");
  await page.waitForURL(/\/verzamelvoorstellen\/[0-9a-f-]{36}/);
}

test("from a pot of money to paid allocations, with each step in the reconciliation to the cent", async ({
  as,
  application,
}) => {
  test.setTimeout(240_000);
  const officer = await as("officer");
  const approver = await as("approver");
  const allocated = () => reconciliation(approver, "toegekend", "OBU", "OBU.1", "OW", "OW.2");
  const start = await allocated();
  expect(start.get("OBU.1!not_yet_allocated")).toBe(47_000_000_00n);

  await distribute(officer);
  expect(await allocated()).toEqual(start);
  await approveAll(approver, officer.url(), 20);
  const divided = await allocated();
  expect(divided.get("OBU.1!not_yet_allocated")).toBe(12_000_000_00n);
  const recipients = [...divided].filter(([key]) => /^OBU\.1\.OEF\d\d$/.test(key));
  expect(recipients).toHaveLength(19);
  expect(recipients.reduce((all, [, amount]) => all + amount, 0n)).toBe(35_000_000_00n);

  await areasNamed(application.addresses.superuser, "verhaal", 20);
  await pasteSixty(officer);
  await approveAll(approver, officer.url(), 60);
  const pasted = await allocated();
  const left = (tree: Map<string, bigint>) => tree.get("OW.2!not_yet_allocated") ?? 0n;
  expect(left(divided) - left(pasted)).toBe(135_030_00n);
  expect(pasted.get("OBU.1!not_yet_allocated")).toBe(12_000_000_00n);

  await moveTwoMillion(officer, "Voorbeeldstad Noord", "Schetsdijk Haven");
  expect(await allocated()).toEqual(pasted);
  await approveAll(approver, officer.url(), 2);
  const moved = await allocated();
  const change = (key: string) => (moved.get(key) ?? 0n) - (pasted.get(key) ?? 0n);
  expect([change("OBU.1.OEF01"), change("OBU.1.OEF06"), change("OBU.1")]).toEqual([
    -2_000_000_00n,
    2_000_000_00n,
    0n,
  ]);

  await officer.goto(`${OEFEN}/toekenningen?geldstroom=OBU&gemeente=OEF06`);
  const number =
    (await main(officer)
      .getByRole("link", { name: /^OEF-2026-/ })
      .first()
      .textContent()) ?? "";
  await importPayment(officer, number);
  await approveAll(approver, officer.url(), 1);
  const opened = ["OBU", "OBU.1", "OBU.1.OEF06"];
  const shut = await reconciliation(approver, "bevoorschot", ...opened);
  const area = [...shut.keys()].find((key) => /^OBU\.1\.OEF06\.[^.!]+$/.test(key)) ?? "";
  const paid = await reconciliation(approver, "bevoorschot", ...opened, area);
  const entries = [...paid].filter(([key]) => key.startsWith(`${area}.`)).map(([, amount]) => amount);
  expect(entries).toEqual([1_234_567_89n]);
  expect(paid.get(`${area}!not_yet_advanced`)).toBe((moved.get("OBU.1.OEF06") ?? 0n) - 1_234_567_89n);

  await approver.goto(`${OEFEN}/aansluiting?maat=bevoorschot`);
  await expect(main(approver).getByText("Onverklaard").locator("..")).toContainText("€ 0,00");
});
