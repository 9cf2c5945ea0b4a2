import { ownApplication } from "../support/own-application";
import { expect } from "../support/test";

const OEFEN = "/programma/oefen";
const test = ownApplication("signaal");

test("what stands out has its reason in one sentence, is judged, and is no finding by that", async ({
  as,
}) => {
  const page = await as("auditor", { javaScriptEnabled: false });
  await page.goto(`${OEFEN}/signalen`);
  await page.getByLabel("Jaar", { exact: true }).selectOption("2024");
  await page.getByRole("button", { name: "Toon" }).click();
  const silence = page.getByRole("table", { name: "Plotselinge stilte" });
  const row = silence.getByRole("row", { name: /^Modelveen/ }).first();
  await expect(row).toContainText("Jonge kind");
  await expect(row).toContainText("en nu nul.");
  await expect(row).toContainText("nog niet bekeken");
  await row.getByRole("link").click();
  await page.getByRole("button", { name: "Leg oordeel vast" }).click();
  const refused = page.getByRole("alert").filter({ hasText: "Uw oordeel is niet vastgelegd" });
  await expect(refused).toContainText("Kies een oordeel.");
  await expect(refused).toContainText("Geef een reden.");
  await page.getByLabel("In de gaten houden").check();
  await page.getByLabel("Waarom?").fill("De uitvoerder begint volgend jaar.");
  await page.getByRole("button", { name: "Leg oordeel vast" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Uw oordeel is vastgelegd" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("De uitvoerder begint volgend jaar.");
  await page.goto(`${OEFEN}/signalen?jaar=2024`);
  await expect(silence.getByRole("row", { name: /^Modelveen/ }).first()).toContainText("in de gaten");
  await page.goto(`${OEFEN}/bevindingen?jaar=2024`);
  await expect(page.getByRole("table", { name: "Bevindingen, open eerst" })).not.toContainText("Modelveen");
});

test("exports what is on the screen, and is for auditors only", async ({ as }) => {
  const page = await as("auditor");
  for (const format of ["csv", "xlsx", "ods", "pdf"])
    expect((await page.request.get(`${OEFEN}/export/signalen.${format}?jaar=2024`)).status(), format).toBe(
      200,
    );
  const csv = await (await page.request.get(`${OEFEN}/export/signalen.csv?jaar=2024`)).text();
  expect(csv).toContain("en nu nul.");
  for (const account of ["officer", "coordinator"]) {
    const other = await as(account);
    expect((await other.request.get(`${OEFEN}/signalen`)).status()).toBe(404);
    expect((await other.request.get(`${OEFEN}/export/signalen.csv`)).status()).toBe(404);
  }
});
