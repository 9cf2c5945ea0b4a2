import { parse } from "csv-parse/sync";
import { readXlsx } from "hucre";
import { cents } from "@/lib/domain/money";
import { plainEuros } from "@/lib/views/money";
import { expect, test } from "../support/test";

const OEFEN = "/programma/oefen";

test("from the claim to one entry: the tree closes at every level, and leads to what made it", async ({
  as,
}) => {
  const page = await as("auditor");
  await page.goto(`${OEFEN}/werk`);
  await page.getByRole("link", { name: "Sluit de reservering aan op de besteding" }).click();
  await expect(page.getByText("Onverklaard").locator("..")).toContainText("€ 0,00");
  await page.getByLabel("Maat", { exact: false }).selectOption({ label: "Plafond en toegekend" });
  await page.getByRole("button", { name: "Toon deze stand" }).click();
  for (const name of [
    "Oefenregeling Wijken (noot 1)",
    "Tranche 1, 2023–2025",
    "Voorbeeldstad",
    "Voorbeeldstad Noord",
  ])
    await page.getByRole("link", { name: `Klap open: ${name}`, exact: true }).click();
  await page.getByRole("link", { name: /^Toegekend 2023–2025, Armoede en schulden/ }).click();
  const panel = page.getByRole("complementary", { name: /^Post \d+: toegekend/ });
  await expect(panel).toContainText("Goedgekeurd door");
  await expect(panel).toContainText("Vorige (");
  await panel.getByRole("link", { name: /^Post \d+/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("toegekend");
  await expect(page.getByRole("main")).toContainText("Boekingen");
});

test("every pair of measures closes, and a difference lists what makes it", async ({ as }) => {
  const page = await as("auditor");
  await page.goto(`${OEFEN}/aansluiting?maat=besteed&open=OW&open=OW.1`);
  for (const [label, reached] of [
    ["Claim en plafond", "Waarvan plafond, €"],
    ["Gerapporteerd en geaccepteerd", "Waarvan geaccepteerd, €"],
    ["Geaccepteerd en vastgesteld", "Waarvan vastgesteld, €"],
    ["Plafond en toegekend", "Waarvan toegekend, €"],
  ] as const) {
    await page.getByLabel("Maat", { exact: false }).selectOption({ label });
    await page.getByRole("button", { name: "Toon deze stand" }).click();
    await expect(page.getByRole("columnheader", { name: reached })).toBeVisible();
    await expect(page.getByText("Onverklaard").locator("..")).toContainText("€ 0,00");
  }
  await page.getByRole("link", { name: "Klap open: Nog niet toegekend" }).first().click();
  await page
    .getByRole("link", { name: /^Plafond vastgesteld 20/ })
    .first()
    .click();
  await expect(page.getByRole("complementary", { name: /^Post \d+: plafond vastgesteld/ })).toBeVisible();
});

test("from the top to an entry with the keyboard alone, in no more than eight steps", async ({ as }) => {
  const page = await as("auditor");
  await page.goto(`${OEFEN}/aansluiting?maat=besteed`);
  const steps = [
    "Klap open: Oefenregeling Wijken (noot 1)",
    "Klap open: Tranche 1, 2023–2025",
    "Klap open: Voorbeeldstad",
    "Klap open: Voorbeeldstad Noord",
  ];
  for (const name of steps) {
    await page.getByRole("link", { name, exact: true }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("link", { name: name.replace("open", "dicht"), exact: true })).toBeVisible();
  }
  await page
    .getByRole("link", { name: /^Besteed 20/ })
    .first()
    .focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("complementary", { name: /^Post \d+: besteed/ })).toBeVisible();
});

test("between two moments: the entries that came in are the difference, and the export has them", async ({
  as,
}) => {
  const page = await as("auditor");
  await page.goto(`${OEFEN}/aansluiting`);
  await page.getByRole("link", { name: "Verschil tussen twee momenten" }).click();
  await page.getByLabel("Eerste moment").fill("1-1-2021");
  await page.getByRole("button", { name: "Toon het verschil" }).click();
  const totals = page.getByRole("table", { name: /^Per maat/ });
  const spent = totals.getByRole("row", { name: /^Besteed/ });
  await expect(spent).toContainText("sluit");
  await expect(spent.getByRole("cell").first()).toHaveText("nog niets geboekt");
  await expect(totals).not.toContainText("sluit niet");
  await page
    .getByRole("table", { name: "Verschil per onderdeel" })
    .getByRole("link", { name: "Oefenregeling Wijken" })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Grootboek");
  await expect(page.getByLabel("Regeling")).toHaveValue("OW");
  await page.goBack();
  await page.getByText("Exporteer", { exact: true }).click();
  const href = await page.getByRole("link", { name: "Exporteer CSV" }).getAttribute("href");
  const csv = await (await page.request.get(href ?? "")).text();
  expect(csv).toContain("Verschil tussen twee momenten van weten");
  await page.getByLabel("Eerste moment").fill("31-02-2026");
  await page.getByRole("button", { name: "Toon het verschil" }).click();
  await expect(page.getByText("Dit is geen moment. Schrijf het als 23-11-2026 14:00.")).toBeVisible();
});

test("a date that cannot be read is named, and the rest of the question holds", async ({ as }) => {
  const page = await as("auditor");
  await page.goto(`${OEFEN}/aansluiting?geldig=31-02-2026&bekend=gisteren&maat=besteed&open=OW`);
  await expect(page.getByText("Dit is geen datum. Schrijf hem als 31-12-2026.")).toBeVisible();
  await expect(page.getByText("Dit is geen moment. Schrijf het als 23-11-2026 14:00.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Klap dicht: Oefenregeling Wijken (noot 1)" })).toBeVisible();
});

test("before the first entry was known there is nothing under the claim", async ({ as }) => {
  const page = await as("auditor");
  await page.goto(`${OEFEN}/grootboek?bekend=1-1-2020`);
  await expect(page.getByRole("heading", { name: "Geen posten bij deze keuze" })).toBeVisible();
});

test("the export is exactly what is on the screen: rows, totals and both dates, in csv and in a workbook", async ({
  as,
}) => {
  const page = await as("auditor");
  await page.goto(`${OEFEN}/grootboek?soort=spent&jaar=2025&geldig=31-12-2025`);
  const total = await page
    .getByRole("row", { name: /^Besteed, \d+ posten/ })
    .getByRole("cell")
    .last()
    .textContent();
  const count = /(\d+) posten/.exec((await page.getByRole("main").textContent()) ?? "")?.[1];
  await page.getByText("Exporteer", { exact: true }).click();
  const href = await page.getByRole("link", { name: "Exporteer CSV" }).getAttribute("href");
  const csv = await (await page.request.get(href ?? "")).text();
  expect(csv.startsWith("\uFEFFOefengegevens;")).toBe(true);
  const [head = "", table = ""] = csv.slice(1).split("\r\n\r\n");
  expect(head).toContain("Geldig op;2025-12-31");
  expect(head).toContain("Soort: Besteed; Jaar: 2025");
  const rows = parse(table, { delimiter: ";", columns: true }) as Record<string, string>[];
  expect(String(rows.length)).toBe(count);
  expect(head).toContain(`Aantal regels;${rows.length}`);
  const sum = rows.reduce((all, row) => all + BigInt((row.Bedrag ?? "").replace(",", "")), 0n);
  expect(plainEuros(cents(sum)).replace(".", ",")).toBe((total ?? "").replaceAll(".", ""));

  const book = await page.getByRole("link", { name: "Exporteer XLSX" }).getAttribute("href");
  const bytes = await (await page.request.get(book ?? "")).body();
  const { sheets } = await readXlsx(new Uint8Array(bytes));
  const [sheet] = sheets;
  const header = sheet?.rows[0]?.map(String) ?? [];
  const at = header.indexOf("Bedrag");
  const amounts = (sheet?.rows.slice(1) ?? []).map((row) => Math.round(Number(row[at]) * 100));
  expect(amounts.length).toBe(rows.length);
  expect(BigInt(amounts.reduce((all, one) => all + one, 0))).toBe(sum);
});

test("a coordinator gets no journal, and no other municipality's allocations", async ({ as }) => {
  const page = await as("coordinator.oefendam");
  expect((await page.request.get(`${OEFEN}/export/journaal.csv`)).status()).toBe(404);
  const csv = await (await page.request.get(`${OEFEN}/export/toekenningen.csv`)).text();
  expect(csv).toContain("Oefendam");
  expect(csv).not.toContain("Voorbeeldstad");
});
