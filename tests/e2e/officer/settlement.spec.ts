import type { Page } from "@playwright/test";
import { expect, test } from "../support/test";

const main = (page: Page) => page.getByRole("main");
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const propose = (page: Page) => page.getByRole("button", { name: "Leg voor ter goedkeuring" }).click();

async function open(page: Page, number: string) {
  await page.goto(`/programma/oefen/toekenningen?zoek=${number}`);
  await page.getByRole("link", { name: number }).click();
}

async function decision(page: Page, number: string, on: string) {
  await field(page, "Kenmerk van het besluit").fill(number);
  await field(page, "Datum van het besluit").fill(on);
  await field(page, "Reden").fill("Eindverantwoording akkoord.");
}

async function approve(page: Page, address: string) {
  await page.goto(address.replace(/\?.*/, ""));
  await page.getByRole("button", { name: "Keur goed en boek" }).click();
  await expect(page.getByRole("status")).toContainText("Goedgekeurd en geboekt");
}

test("from the last report to a settlement that is closed, and opened again with a reason", async ({
  as,
}) => {
  const officer = await as("officer", { javaScriptEnabled: false });
  await open(officer, "OEF-2023-0005");
  await officer.getByRole("link", { name: "Vaststellen", exact: true }).click();
  const table = officer.getByRole("table", { name: "Berekening van de vaststelling, in euro’s" });
  await expect(table.getByRole("row", { name: /^Vastgesteld/ })).toContainText("1.044.686,00");
  await expect(table.getByRole("row", { name: /^Nog te betalen/ })).toContainText("1.044.686,00");
  await decision(officer, "V-2026-5", "31-12-2099");
  await propose(officer);
  await expect(officer.getByRole("alert")).toContainText("De datum van het besluit is 31-12-2099");
  await field(officer, "Datum van het besluit").fill("2-11-2026");
  await propose(officer);
  await expect(officer).toHaveURL(/voorstellen/);
  await expect(main(officer)).toContainText("Vast te stellen");
  const approver = await as("approver");
  await approve(approver, officer.url());

  await open(officer, "OEF-2023-0005");
  await expect(main(officer)).toContainText(/Vastgesteld op €\s1\.044\.686,00/);
  await expect(officer.getByRole("link", { name: "Herschikken" })).toHaveCount(0);
  await officer.getByRole("link", { name: "Vaststelling", exact: true }).click();
  const href = await officer.getByRole("link", { name: "Download als JSON" }).getAttribute("href");
  const address = officer.url();
  const letter = await (await officer.request.get(href ?? "")).json();
  expect(letter.rows).toHaveLength(1);
  expect(letter.rows[0]).toMatchObject({
    number: "OEF-2023-0005",
    settlementNumber: "V-2026-5",
    settled: { cents: "104468600" },
    remainder: { cents: "104468600" },
  });

  await officer.goto(address.replace("vaststellen", "wijzigen"));
  await field(officer, "Nummer van het besluit").fill("H-1");
  await field(officer, "Datum van het besluit").fill("3-3-2023");
  await field(officer, "Wijziging in totaal").fill("1,00");
  await field(officer, "2025").fill("1,00");
  await field(officer, "Reden").fill("Toch nog iets.");
  await propose(officer);
  await expect(officer.getByRole("alert")).toContainText(/is vastgesteld op €\s1\.044\.686,00/);

  await officer.goto(address);
  await officer.getByRole("link", { name: "Heropen deze vaststelling" }).click();
  await decision(officer, "V-2026-5-H", "3-11-2026");
  await propose(officer);
  await expect(officer).toHaveURL(/voorstellen/);
  await approve(approver, officer.url());
  await open(officer, "OEF-2023-0005");
  await expect(main(officer)).toContainText("Vaststelling heropend");
  await expect(officer.getByRole("link", { name: "Herschikken" })).toBeVisible();
});

test("an allocation whose last report is not accepted says so, with where it can be lifted", async ({
  as,
}) => {
  const officer = await as("officer");
  await open(officer, "OEF-2023-0017");
  await officer.getByRole("link", { name: "Vaststellen", exact: true }).click();
  await expect(main(officer)).toContainText("De rapportage OW-1-2025 is nog niet geaccepteerd.");
  await expect(officer.getByRole("button", { name: "Leg voor ter goedkeuring" })).toHaveCount(0);
});
