import type { Page } from "@playwright/test";
import { expect, test } from "../support/test";

const REPORT = "Oefenregeling Wijken, periode 2 van 2026";
/** Given back in the practice data. */
const RETURNED = "Oefenregeling Wijken, periode 1 van 2026";
const said = (page: Page, text: string) =>
  expect(page.getByRole("status").filter({ hasText: text }).first()).toBeVisible();
const cell = (page: Page, area: string, theme: string, column = "Deze periode") =>
  page.getByLabel(`${area}, ${theme}, ${column}`, { exact: true });

async function openReport(page: Page, name = REPORT) {
  await page.goto("/programma/oefen/rapportages");
  await page.getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { name: "Regels per gebied en thema" })).toBeVisible();
}

test("a report goes from the last empty line to the ledger, through three pairs of eyes", async ({ as }) => {
  const coordinator = await as("coordinator");
  await coordinator.goto("/programma/oefen/werk");
  await coordinator.getByRole("link", { name: `Rapportage ${REPORT} afmaken` }).click();
  const why = coordinator.getByRole("region", { name: "Waarom kan ik niet indienen?" });
  await expect(coordinator.getByRole("heading", { name: "Waarom kan ik niet indienen?" })).toBeVisible();
  await expect(coordinator.getByRole("button", { name: "Dien in" })).toHaveCount(0);

  await cell(coordinator, "Voorbeeldstad Noord", "School en omgeving").fill("80.000,15");
  await cell(coordinator, "Voorbeeldstad Noord", "Jonge kind", "Prognose rest").fill("550.361,69");
  await cell(coordinator, "Voorbeeldstad Zuid", "School en omgeving").fill("0,00");
  await cell(coordinator, "Voorbeeldstad Zuid", "Jonge kind", "Prognose rest").fill("531.598,68");
  await coordinator.getByLabel("Bereikte huishoudens, deze periode").fill("1.240");
  await coordinator.getByRole("button", { name: "Bewaar en controleer" }).click();
  await said(coordinator, "Bewaard");

  // Nothing spent where much was allocated: the rule asks why, and submitting waits for the answer.
  await expect(why).toContainText("uitleg bij onderbesteding ontbreekt");
  await expect(why).toContainText("is niet verdeeld over 2026 tot en met 2028");
  await coordinator.getByLabel(/^Waarom blijft/).fill("Het project begint in 2027.");
  // The years are asked for where more than one is left: one line says them, the other says why it cannot yet.
  const year = (one: string) => cell(coordinator, "Voorbeeldstad Noord", "Jonge kind", `prognose ${one}`);
  await year("2026").fill("50.361,69");
  await year("2027").fill("250.000,00");
  await year("2028").fill("250.000,00");
  await coordinator
    .getByLabel(/prognose van €.531\.598,68 is niet verdeeld/i)
    .fill("De aanbesteding loopt nog.");
  await coordinator.getByRole("button", { name: "Bewaar en controleer" }).click();
  await expect(why).toHaveCount(0);
  await coordinator.getByRole("button", { name: "Dien in" }).click();
  await said(coordinator, "De rapportage is ingediend");

  const signer = await as("signer");
  await openReport(signer);
  await signer.getByRole("button", { name: "Onderteken deze rapportage" }).click();
  await said(signer, "De rapportage is ondertekend");

  const officer = await as("officer");
  await officer.goto("/programma/oefen/werk");
  await officer.getByRole("link", { name: "Beoordeel de rapportage van Voorbeeldstad" }).click();
  await expect(officer.getByRole("main")).toContainText("80.000,15");
  await officer.getByRole("button", { name: "Accepteer en boek" }).click();
  await said(officer, "De rapportage is geaccepteerd");

  await coordinator.goto("/programma/oefen/toekenningen?zoek=Noord");
  const row = coordinator
    .getByRole("row")
    .filter({ hasText: "Tranche 2" })
    .filter({ hasText: "School en omgeving" });
  await expect(row).toContainText("155.743,65");
});

test("what cannot be read is refused at its field and kept", async ({ as }) => {
  const coordinator = await as("coordinator.proefrade");
  await openReport(coordinator, RETURNED);
  // Whom to ask is said with a name and an address.
  await coordinator.getByText("Wat vul ik waar in?").click();
  await expect(coordinator.getByRole("main")).toContainText("Wie u kunt vragen bij Oefenministerie A:");
  await expect(coordinator.getByRole("link", { name: /^\S+@\S+$/ }).first()).toHaveAttribute(
    "href",
    /^mailto:\S+@\S+$/,
  );
  const field = coordinator.getByLabel(/Proefrade Centrum, Jonge kind, Deze periode/);
  await coordinator.getByRole("button", { name: "Bewaar en controleer" }).click();
  const saved = coordinator.getByRole("heading", { name: "Bewaard", exact: true });
  await expect(saved).toBeVisible();
  await field.fill("12.34");
  await coordinator.getByRole("button", { name: "Bewaar en controleer" }).click();
  await expect(
    coordinator.getByRole("alert").filter({ hasText: "Dit is Engelse notatie. Bedoelt u 12,34?" }),
  ).toBeVisible();
  await expect(saved).toBeHidden();
  await expect(field).toHaveValue("12.34");
});

test("a draft keeps itself while it is typed", async ({ as }) => {
  const coordinator = await as("coordinator.proefrade");
  await openReport(coordinator, RETURNED);
  const kept = coordinator.waitForResponse(
    (response) => response.request().method() === "POST" && response.url() === coordinator.url(),
  );
  await coordinator.getByLabel(/Proefrade Centrum, Jonge kind, Deze periode/).fill("12.345,67");
  await kept;
  await coordinator.reload();
  const field = coordinator.getByLabel(/Proefrade Centrum, Jonge kind, Deze periode/);
  await expect(field).toHaveValue("12.345,67");

  // What is typed after a save and cannot be kept does not stand under the word that it was saved.
  await coordinator.getByRole("button", { name: "Bewaar en controleer" }).click();
  const saved = coordinator.getByRole("heading", { name: "Bewaard", exact: true });
  await expect(saved).toBeVisible();
  await field.fill("12.34");
  await expect(
    coordinator.getByRole("status").filter({
      hasText: "Niet bewaard: er staat iets dat niet te lezen is.",
    }),
  ).toBeVisible();
  await expect(saved).toBeHidden();
  await field.fill("12.345,67");
  await expect(coordinator.getByRole("status").filter({ hasText: /^bewaard / })).toBeVisible();
});

test("a municipality does not find the report of another", async ({ as, application }) => {
  const own = await as("coordinator.oefendam");
  await openReport(own);
  const address = own.url();
  const other = await as("coordinator");
  const response = await other.goto(address.replace(application.url, ""));
  expect(response?.status()).toBe(404);
});

test("without JavaScript a report is saved by its button", async ({ as }) => {
  const coordinator = await as("coordinator.proefrade", { javaScriptEnabled: false });
  await openReport(coordinator, RETURNED);
  await coordinator.getByLabel(/Proefrade Centrum, Jonge kind, Deze periode/).fill("12.000,01");
  await coordinator.getByRole("button", { name: "Bewaar en controleer" }).click();
  await expect(coordinator.getByLabel(/Proefrade Centrum, Jonge kind, Deze periode/)).toHaveValue(
    "12.000,01",
  );
});
