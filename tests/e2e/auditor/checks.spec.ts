import { ownApplication } from "../support/own-application";
import { expect } from "../support/test";

const OEFEN = "/programma/oefen";
const CHECKS = `${OEFEN}/regels/controles`;
const test = ownApplication("controle");

test("an auditor runs the rules, opens a finding, and writes a finding of it that leads back", async ({
  as,
}) => {
  const page = await as("auditor", { javaScriptEnabled: false });
  await page.goto(`${OEFEN}/werk`);
  const task = page.getByRole("link", { name: "Controles over alle niveaus" });
  await expect(page.getByRole("listitem").filter({ has: task })).toContainText(
    "8 nieuwe bevindingen in controle 1",
  );
  await task.click();
  await expect(page.getByRole("heading", { level: 1, name: "Controle 1" })).toBeVisible();

  await page.goto(CHECKS);
  await page.getByLabel("Geldig op").fill("31-31-2026");
  await page.getByRole("button", { name: "Voer uit" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "De controle is niet gevraagd" })).toBeVisible();
  await page.getByLabel("Geldig op").fill("");
  await page.getByRole("button", { name: "Voer uit" }).click();

  await expect(page.getByRole("heading", { level: 1, name: "Controle 2" })).toBeVisible();
  const levels = page.getByRole("table", { name: "Regels over alle niveaus" });
  await expect(levels.getByRole("row", { name: /^X11/ })).toContainText("in orde");
  await expect(levels.getByRole("row", { name: /^D12/ })).toContainText("er is niets doorgeschoven");
  const found = page.getByRole("table", { name: "Bevindingen van deze controle" });
  const row = found.getByRole("row", { name: /^X2/ });
  await expect(row).toContainText("De regeling heeft een plafond en geen enkele toekenning.");
  await expect(row).toContainText("47.000.000,00");
  await expect(row).toContainText("niet aanwezig");
  await expect(row).toContainText("sinds controle 1");
  await row.getByRole("link", { name: "plafonds" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Aansluiting/ })).toBeVisible();
  await page.goBack();

  await row.getByRole("link", { name: /^Schrijf een bevinding/ }).click();
  await expect(page.getByLabel("Kop")).toHaveValue(/^Regel X2: /);
  await expect(page.getByLabel("Tekst", { exact: true })).toHaveValue(/plafonds: €.47\.000\.000,00/);
  await page.getByLabel("Soort", { exact: true }).selectOption({ index: 1 });
  await page.getByLabel("Wat moet er gebeuren?").fill("Licht toe waarom nog niets is toegekend.");
  await page.getByLabel("Uiterlijk op").fill("30-6-2027");
  await page.getByRole("button", { name: "Schrijf de bevinding" }).click();
  await expect(page.getByRole("link", { name: "Uit controle 2, regel X2" })).toBeVisible();
  await page.getByRole("link", { name: "Uit controle 2, regel X2" }).click();
  await expect(row.getByRole("link", { name: /^OEF-B-/ })).toBeVisible();
});

test("filters stand in the address, exports give the same, and the ledger's health is green", async ({
  as,
}) => {
  const page = await as("auditor");
  await page.goto(`${CHECKS}/1?regel=X11`);
  await expect(page.getByRole("heading", { name: "Geen bevinding past bij deze vraag" })).toBeVisible();
  await page.getByRole("combobox", { name: "Regel", exact: true }).selectOption("X2");
  await page.getByRole("button", { name: "Toon" }).click();
  await expect(page).toHaveURL(/regel=X2/);
  await expect(page.getByRole("table", { name: "Bevindingen van deze controle" })).toContainText("X2");
  for (const format of ["csv", "xlsx", "ods", "json"])
    expect((await page.request.get(`${OEFEN}/export/controle.${format}?nummer=1`)).status(), format).toBe(
      200,
    );
  const csv = await (await page.request.get(`${OEFEN}/export/controle.csv?nummer=1`)).text();
  expect(csv).toContain("X2~OBU");
  expect(csv).toContain("47000000,00");
  await page.goto(`${OEFEN}/grootboek/gezondheid`);
  await expect(page.getByRole("heading", { name: "Het grootboek houdt al zijn beloften" })).toBeVisible();
});

test("a ministry reads checks and does not run them; a municipality sees none", async ({ as }) => {
  const officer = await as("officer");
  await officer.goto(`${CHECKS}/1`);
  await expect(officer.getByRole("table", { name: "Bevindingen van deze controle" })).toBeVisible();
  await expect(officer.getByRole("link", { name: /^Schrijf een bevinding/ })).toHaveCount(0);
  await officer.goto(CHECKS);
  await expect(officer.getByRole("button", { name: "Voer uit" })).toHaveCount(0);
  const coordinator = await as("coordinator");
  for (const path of [CHECKS, `${CHECKS}/1`, `${OEFEN}/grootboek/gezondheid`])
    expect((await coordinator.request.get(path)).status(), path).toBe(404);
});

test("the rules of an earlier date stand as they were known then", async ({ as }) => {
  const officer = await as("officer");
  await officer.goto(`${OEFEN}/regels`);
  const rules = officer.getByRole("table", { name: "Regels van rapportages" });
  const x8 = rules.getByRole("row", { name: /^X8/ });
  await expect(x8).toContainText("vraagt uitleg");
  await officer.goto(`${OEFEN}/regels?geldig=2026-11-28&bekend=2026-08-01`);
  await expect(x8).toContainText("meldt");
  await expect(x8).toContainText("zoals de regel is gemaakt");
  await expect(rules.getByRole("row", { name: /^S23/ })).toHaveCount(0);
  await expect(rules.getByRole("row", { name: /^S5/ })).toContainText("versie 1");
  await expect(officer.getByRole("button", { name: "Vraag aan" })).toHaveCount(0);
  const visitor = await as("auditor");
  await visitor.goto("/regels?geldig=2026-11-23");
  await expect(visitor.getByRole("row", { name: /^S23/ })).toHaveCount(0);
  await expect(visitor.getByRole("row", { name: /^S2 / })).toHaveCount(1);
});
