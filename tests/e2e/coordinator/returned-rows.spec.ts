import type { Page } from "@playwright/test";
import { ownApplication } from "../support/own-application";
import { expect } from "../support/test";

/** An application of its own: what these people fill in and give back is nobody else's draft. */
const test = ownApplication("returned-rows");

const REPORT = "Oefenregeling Wonen, 2025";
const said = (page: Page, text: string) =>
  expect(page.getByRole("status").filter({ hasText: text }).first()).toBeVisible();
const cell = (page: Page, area: string, theme: string, column = "Deze periode") =>
  page.getByLabel(`${area}, ${theme}, ${column}`, { exact: true });
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const main = (page: Page) => page.getByRole("main");

async function openReport(page: Page) {
  await page.goto("/programma/oefen/rapportages?geldstroom=OWO&jaar=2025");
  await page.getByRole("link", { name: REPORT, exact: true }).click();
  await expect(page.getByRole("heading", { name: "Regels per gebied en thema" })).toBeVisible();
}

test("three rows are given back, only those open, only their sections are signed anew, and it is accepted", async ({
  as,
}) => {
  test.setTimeout(240_000);
  const officer = await as("officer.b");
  await officer.goto("/programma/oefen/rapportages?status=signed&gemeente=OEF01");
  await officer.getByRole("link", { name: REPORT, exact: true }).click();
  await press(officer, "Geef terug");
  await expect(officer.getByRole("alert").filter({ hasText: "Schrijf wat er anders moet." })).toBeVisible();

  await officer.locator("summary", { hasText: /^Voorbeeldstad Noord$/ }).click();
  await officer.getByLabel("Voorbeeldstad Noord, Renovatie", { exact: true }).fill("Lager dan de facturen.");
  await officer.getByLabel("Voorbeeldstad Noord, Isolatie", { exact: true }).fill("Welke woningen zijn dit?");
  await officer.locator("summary", { hasText: "Resultaten" }).click();
  await officer.getByLabel("Gerenoveerde woningen", { exact: true }).fill("Tel alleen wat is opgeleverd.");
  await officer.getByLabel("Terug vóór", { exact: false }).fill("15-12-2099");
  await press(officer, "Geef terug");
  await said(officer, "De rapportage is teruggegeven");

  const coordinator = await as("coordinator");
  await coordinator.goto("/programma/oefen/werk");
  await expect(main(coordinator)).toContainText("Lager dan de facturen.");
  await coordinator.getByRole("link", { name: `Rapportage ${REPORT} aanpassen` }).click();
  await expect(main(coordinator)).toContainText("Teruggegeven door B. Oefening");
  await expect(main(coordinator)).toContainText("Alleen deze onderdelen zijn open om te wijzigen.");
  await expect(cell(coordinator, "Voorbeeldstad Noord", "Renovatie")).toHaveValue("754.152,00");
  await expect(cell(coordinator, "Voorbeeldstad Zuid", "Renovatie")).toHaveCount(0);

  await cell(coordinator, "Voorbeeldstad Noord", "Renovatie").fill("750.000,00");
  await coordinator.getByLabel("Gerenoveerde woningen, deze periode").fill("41");
  await press(coordinator, "Bewaar en controleer");
  await said(coordinator, "Bewaard");
  const signatures = coordinator.getByRole("table", { name: "Handtekeningen per onderdeel" });
  await expect(signatures.getByRole("row", { name: /Voorbeeldstad Noord/ })).toContainText("vervallen");
  await expect(signatures.getByRole("row", { name: /Voorbeeldstad Zuid/ })).toContainText("geldig");
  await press(coordinator, "Dien in");
  await said(coordinator, "De rapportage is ingediend");

  const signer = await as("signer");
  await openReport(signer);
  const changes = signer.getByRole("table", { name: "Oude en nieuwe waarden" });
  await expect(changes.getByRole("row", { name: /Voorbeeldstad Noord, Renovatie/ })).toContainText(
    "754.152,00",
  );
  await expect(changes.getByRole("row", { name: /Voorbeeldstad Noord, Renovatie/ })).toContainText(
    "750.000,00",
  );
  await press(signer, "Onderteken deze rapportage");
  await said(signer, "De rapportage is ondertekend");

  await officer.reload();
  const old = officer.getByRole("table", { name: "Oude en nieuwe waarden" });
  await expect(old.getByRole("row", { name: /Voorbeeldstad Noord, Renovatie/ })).toContainText(
    "Lager dan de facturen.",
  );
  await officer.locator("summary", { hasText: "Stel een vraag" }).click();
  await officer.getByLabel("Waarover").selectOption({ label: "Voorbeeldstad Noord, Isolatie" });
  await officer.getByLabel("Tekst", { exact: true }).fill("U wijzigde niets. Klopt het bedrag?");
  await press(officer, "Plaats bericht");
  await said(officer, "Geplaatst");
  await expect(officer.getByRole("button", { name: "Accepteer en boek" })).toHaveCount(0);
  await expect(main(officer)).toContainText("1 vraag is nog niet beantwoord");

  await coordinator.reload();
  await coordinator.locator("summary", { hasText: "Reageer op Voorbeeldstad Noord, Isolatie" }).click();
  await coordinator.getByLabel("Uw reactie").fill("Ja: 31 woningen aan de Oefenkade.");
  await press(coordinator, "Plaats reactie");
  await said(coordinator, "Geplaatst");

  await officer.reload();
  await expect(main(officer)).toContainText("Ja: 31 woningen aan de Oefenkade.");
  await press(officer, "Accepteer en boek");
  await said(officer, "De rapportage is geaccepteerd");
});

test("without script the same forms ask and give back", async ({ as }) => {
  const officer = await as("officer", { javaScriptEnabled: false });
  await officer.goto("/programma/oefen/rapportages?status=signed&gemeente=OEF02");
  await officer.getByRole("link", { name: "Oefenregeling Wijken, periode 2 van 2026", exact: true }).click();
  await officer.getByLabel("Over het geheel").fill("Nog een keer natellen.");
  await press(officer, "Geef terug");
  await said(officer, "De rapportage is teruggegeven");
  const coordinator = await as("coordinator.oefendam", { javaScriptEnabled: false });
  await coordinator.goto(new URL(officer.url()).pathname);
  await expect(main(coordinator)).toContainText("Nog een keer natellen.");
  await coordinator.locator("summary", { hasText: "Maak een opmerking" }).click();
  await coordinator.getByLabel("Tekst", { exact: true }).fill("Nageteld met de controller.");
  await press(coordinator, "Plaats bericht");
  await said(coordinator, "Geplaatst");
  await expect(main(coordinator)).toContainText("Nageteld met de controller.");
});

test("projects and years that do not add up are named with their difference, and what adds up is kept", async ({
  as,
}) => {
  const coordinator = await as("coordinator");
  await coordinator.goto("/programma/oefen/rapportages?status=draft");
  await coordinator
    .getByRole("link", { name: "Oefenregeling Wijken, periode 2 van 2026", exact: true })
    .click();
  const place = "Voorbeeldstad Noord, Armoede en schulden";
  await coordinator.locator("summary", { hasText: `Uitsplitsen: ${place}` }).click();
  await coordinator.getByLabel(`${place}, naam van project 1`).fill("Buurthuis");
  await coordinator.getByLabel(`${place}, besteding van project 1`).fill("69.000,00");
  await coordinator.getByLabel(`${place}, eigen middelen`).fill("1.500,00");
  await press(coordinator, "Bewaar en controleer");
  await said(coordinator, "Bewaard");
  await expect(main(coordinator)).toContainText(
    "De projecten zijn samen € 69.000,00, deze periode is € 69.122,66. Het verschil is € −122,66.",
  );
  await coordinator.getByLabel(`${place}, naam van project 2`).fill("Speeltuin");
  await coordinator.getByLabel(`${place}, besteding van project 2`).fill("122,66");
  await press(coordinator, "Bewaar en controleer");
  await expect(main(coordinator)).not.toContainText("De projecten zijn samen");
  await expect(coordinator.getByLabel(`${place}, naam van project 3`)).toHaveCount(1);
});
