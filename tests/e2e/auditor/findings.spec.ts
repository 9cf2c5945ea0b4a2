import type { Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { ownApplication } from "../support/own-application";
import { expect } from "../support/test";

const OEFEN = "/programma/oefen";
const test = ownApplication("bevinding");
const TITLE = "Werkbezoek dubbel gedeclareerd";

const said = (page: Page, text: string) =>
  expect(page.getByRole("status").filter({ hasText: text }).first()).toBeVisible();
const main = (page: Page) => page.getByRole("main");
const listed = async (page: Page) => {
  await page.goto(`${OEFEN}/bevindingen`);
  return page.getByRole("link", { name: TITLE });
};

let finding = "";

test("an auditor writes a finding; what is missing is said at once, and nobody else sees the draft", async ({
  as,
}) => {
  const page = await as("auditor", { javaScriptEnabled: false });
  await page.goto(`${OEFEN}/werk`);
  await page.getByRole("link", { name: "Bevindingen", exact: true }).first().click();
  await page.getByRole("link", { name: "Nieuwe bevinding" }).click();
  await page.getByLabel("fout", { exact: true }).check();
  await page.getByLabel("de gemeente", { exact: true }).check();
  await page.getByRole("button", { name: "Schrijf de bevinding" }).click();
  const refused = page.getByRole("alert").filter({ hasText: "Deze bevinding is niet bewaard" });
  await expect(refused).toContainText("Schrijf een kop.");
  await expect(refused).toContainText("Kies een soort.");
  await page.getByLabel("Jaar van het geld").fill("2025");
  await page.getByLabel("Gemeente", { exact: true }).selectOption({ label: "Voorbeeldstad" });
  await page.getByLabel("Regeling", { exact: true }).selectOption({ label: "Oefenregeling Wijken" });
  await page.getByLabel("Kop", { exact: true }).fill(TITLE);
  await page.getByLabel("Tekst", { exact: true }).fill("Dezelfde reis staat bij twee regels.");
  await page.getByLabel("Soort", { exact: true }).selectOption({ label: "berekening of dubbeltelling" });
  await page.getByLabel(/^Posten/).fill("999999");
  await page.getByLabel("Wat moet er gebeuren?").fill("Corrigeer in de volgende rapportage.");
  await page.getByLabel("Uiterlijk op").fill("31-12-2099");
  await page.getByRole("button", { name: "Schrijf de bevinding" }).click();
  await expect(refused).toContainText("Bij een fout of onzekerheid hoort een bedrag.");
  await expect(refused).toContainText("Post 999999 bestaat niet in dit programma.");
  await page.getByLabel(/^Posten/).fill("");
  await page.getByLabel(/^Bedrag/).fill("1.234,56");
  await page.getByRole("button", { name: "Schrijf de bevinding" }).click();
  await said(page, "De bevinding is geschreven");
  finding = page.url().replace(/\?.*$/, "");
  await expect(main(page)).toContainText("een collega brengt haar uit");
  await expect(page.getByRole("button", { name: "Breng deze versie uit" })).toHaveCount(0);
  for (const account of ["coordinator", "officer"]) {
    const other = await as(account);
    expect((await other.request.get(finding)).status()).toBe(404);
    await expect(await listed(other)).toHaveCount(0);
  }
});

test("a colleague issues it; the municipality finds it in its work list and answers, and a neighbour finds nothing", async ({
  as,
}) => {
  const colleague = await as("auditor2", { javaScriptEnabled: false });
  await colleague.goto(finding);
  await colleague.getByRole("button", { name: "Breng deze versie uit" }).click();
  await said(colleague, "De bevinding is uitgebracht");

  const coordinator = await as("coordinator", { javaScriptEnabled: false });
  await coordinator.goto(`${OEFEN}/werk`);
  await coordinator.getByRole("link", { name: `Bevinding te beantwoorden: ${TITLE}` }).click();
  await expect(main(coordinator)).toContainText("€ 1.234,56, fout");
  await coordinator.getByRole("button", { name: "Verstuur antwoord" }).click();
  await expect(
    coordinator.getByRole("alert").filter({ hasText: "Het antwoord is niet verstuurd" }),
  ).toContainText("Kies of u het ermee eens bent.");
  await coordinator.getByLabel("Deels eens").check();
  await coordinator.getByLabel("Reactie").fill("Eén van de twee is terecht.");
  await coordinator.getByLabel(/^Klaar op/).fill("1-2-2099");
  await coordinator.getByRole("button", { name: "Verstuur antwoord" }).click();
  await said(coordinator, "Het antwoord is verstuurd");
  await expect(main(coordinator)).toContainText("Eén van de twee is terecht.");
  await expect(coordinator.getByRole("button", { name: "Trek de bevinding in" })).toHaveCount(0);

  const neighbour = await as("coordinator.oefendam");
  expect((await neighbour.request.get(finding)).status()).toBe(404);
  await expect(await listed(neighbour)).toHaveCount(0);
  const officer = await as("officer");
  await officer.goto(finding);
  await expect(main(officer)).toContainText("deels eens");
  await expect(officer.getByRole("button", { name: "Verstuur antwoord" })).toHaveCount(0);
});

test("the tolerance counts it, reads the norm in both ways without changing it, and exports what it shows", async ({
  as,
}) => {
  const page = await as("auditor");
  await page.goto(`${OEFEN}/bevindingen/tolerantie?jaar=2025&gemeente=OEF01`);
  const row = page.getByRole("row", { name: /^Oefenregeling Wijken/ });
  await expect(row).toContainText("1.234,56");
  await expect(page.getByRole("img", { name: /als deel van de norm/ })).toBeVisible();
  const readings = page.getByRole("navigation", { name: "Hoe de norm wordt gelezen" });
  await readings.getByRole("link", { name: "samen" }).click();
  await expect(page).toHaveURL(/lezing=samen/);
  await readings.getByRole("link", { name: "zoals de bron" }).click();
  await expect(main(page)).toContainText("De bron zegt niet of zij ook samen tellen.");
  const response = await page.request.get(`${OEFEN}/export/tolerantie.csv?jaar=2025&gemeente=OEF01`);
  expect(await response.text()).toContain("1234,56");
  for (const format of ["csv", "xlsx", "ods", "pdf"])
    expect((await page.request.get(`${OEFEN}/export/bevindingen.${format}`)).status(), format).toBe(200);
});

test("the list has as many rows as its export, for each reader", async ({ as }) => {
  for (const account of ["auditor", "officer", "coordinator"]) {
    const page = await as(account);
    await page.goto(`${OEFEN}/bevindingen?jaar=2025`);
    const rows = await page.getByRole("table", { name: "Bevindingen, open eerst" }).getByRole("row").count();
    const csv = await (await page.request.get(`${OEFEN}/export/bevindingen.csv?jaar=2025`)).text();
    const records = parse(csv, { bom: true, delimiter: ";", relax_column_count: true });
    const head = records.findIndex(([first]) => first === "Nummer");
    expect(records.length - head, account).toBe(rows);
  }
});

test("an auditor rewrites it, closes it as corrected, and then it counts no longer", async ({ as }) => {
  const page = await as("auditor");
  await page.goto(finding);
  await page.getByRole("link", { name: "Herschrijf" }).click();
  await page.getByLabel(/^Bedrag/).fill("617,28");
  await page.getByRole("button", { name: "Schrijf deze versie" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Geef een reden." })).toBeVisible();
  await page.getByLabel("Waarom opnieuw?").fill("De helft was terecht.");
  await page.getByRole("button", { name: "Schrijf deze versie" }).click();
  await said(page, "De nieuwe versie is geschreven");
  await expect(main(page)).toContainText("Anderen zien versie 1");
  const coordinator = await as("coordinator");
  await coordinator.goto(finding);
  await expect(main(coordinator)).toContainText("1.234,56");

  const colleague = await as("auditor2");
  await colleague.goto(finding);
  await colleague.getByRole("button", { name: "Breng deze versie uit" }).click();
  await said(colleague, "De bevinding is uitgebracht");
  await colleague.getByText("Sluit af", { exact: true }).click();
  await colleague.getByLabel("Hersteld").check();
  await colleague.getByLabel("Waaruit blijkt dat?").fill("Correctie gezien in de rapportage.");
  await colleague.getByRole("button", { name: "Sluit de bevinding af" }).click();
  await said(colleague, "De bevinding is afgesloten");
  await expect(main(colleague)).toContainText("telt niet mee voor de tolerantie");
});

test("a finding begins at an item of a sample, with what was established there", async ({ as }) => {
  const page = await as("auditor");
  await page.goto(`${OEFEN}/steekproeven`);
  await page.getByRole("link", { name: /^OEF-S-2026-001/ }).click();
  const items = page.getByRole("table", { name: "Posten van de steekproef" });
  await items.getByRole("link").first().click();
  await page.getByRole("link", { name: "Leg een bevinding over deze post vast" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nieuwe bevinding");
  await expect(page.getByLabel(/^Posten/)).not.toHaveValue("");
});
