import type { Page } from "@playwright/test";
import { expect, test } from "../support/test";

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const refused = (page: Page, why: string | RegExp) =>
  expect(page.getByRole("alert").filter({ hasText: why })).toBeVisible();
const main = (page: Page) => page.getByRole("main");

async function open(page: Page, number: string, kind: "gebied" | "jaar" = "gebied") {
  await page.goto(`/programma/oefen/toekenningen?zoek=${number}`);
  await page.getByRole("link", { name: number }).click();
  await page.getByRole("link", { name: "Herschikken" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Herschikken" })).toBeVisible();
  if (kind === "jaar") await page.getByRole("link", { name: "Naar een later jaar" }).click();
}

async function decision(page: Page, number: string) {
  await field(page, "Nummer van het besluit").fill(number);
  await field(page, "Datum van het besluit").fill("3-11-2026");
  await field(page, "Reden").fill("Het project is verhuisd.");
}

test("money goes from one area to another, both halves approved together", async ({ as }) => {
  const officer = await as("officer");
  await open(officer, "OEF-2026-0023");
  const destination = field(officer, "Toekenning die ontvangt (niet verplicht)");
  const label = (await destination.getByRole("option").nth(1).textContent()) ?? "";
  await decision(officer, "OM-2026-H7");
  await field(officer, "2026").fill("9.000.000,00");
  await officer.getByRole("button", { name: "Leg voor ter goedkeuring" }).click();
  await refused(officer, "Er is geen bestemming gekozen.");
  await destination.selectOption({ label });
  await officer.getByRole("button", { name: "Leg voor ter goedkeuring" }).click();
  await refused(officer, /In 2026 is €\s[\d.,]+ vrij van €\s[\d.,]+ toegekend/);
  await field(officer, "2026").fill("1.000,00");
  await officer.getByRole("button", { name: "Leg voor ter goedkeuring" }).click();
  await expect(officer).toHaveURL(/verzamelvoorstellen/);
  await expect(main(officer)).toContainText("Herschikking van OEF-2026-0023");

  const approver = await as("approver");
  await approver.goto(officer.url().replace(/\?.*/, ""));
  await expect(main(approver)).toContainText("1.000,00");
});

test("what the regulation allows to a later year, and no more", async ({ as }) => {
  const officer = await as("officer", { javaScriptEnabled: false });
  await open(officer, "OEF-2026-0023", "jaar");
  await expect(main(officer)).toContainText("Ten hoogste 50% van het bedrag van een jaar.");
  await expect(main(officer)).toContainText("Oefenbesluit 12, artikel 9");
  await field(officer, "Van jaar").selectOption("2027");
  await field(officer, "Naar jaar").selectOption("2028");
  await field(officer, "Bedrag").fill("9.000.000,00");
  await decision(officer, "OM-2026-D7");
  await officer.getByRole("button", { name: "Leg voor ter goedkeuring" }).click();
  await refused(officer, /Uit 2027 mag ten hoogste €\s[\d.,]+ door, 50% van het jaarbedrag/);
  await field(officer, "Bedrag").fill("1.000,00");
  await officer.getByRole("button", { name: "Leg voor ter goedkeuring" }).click();
  await expect(officer).toHaveURL(/verzamelvoorstellen/);
  await expect(main(officer)).toContainText("Doorschuiven op OEF-2026-0023");
});

test("without a rule nothing goes to a later year", async ({ as }) => {
  const officer = await as("officer.b");
  await officer.goto("/programma/oefen/toekenningen?geldstroom=OWO");
  await main(officer).getByRole("link", { name: /^OEF-/ }).first().click();
  await officer.getByRole("link", { name: "Herschikken" }).click();
  await officer.getByRole("link", { name: "Naar een later jaar" }).click();
  await expect(main(officer)).toContainText("Voor deze tranche is geen regel over doorschuiven vastgelegd.");
});
