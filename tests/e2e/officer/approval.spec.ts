import type { Page } from "@playwright/test";
import { expect, test } from "../support/test";

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const status = (page: Page, said: string) =>
  expect(page.getByRole("status").filter({ hasText: said })).toBeVisible();
const alert = (page: Page, said: string) =>
  expect(page.getByRole("alert").filter({ hasText: said })).toBeVisible();
const TODAY = new Intl.DateTimeFormat("nl-NL", {
  timeZone: "Europe/Amsterdam",
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
}).format(new Date());

async function enterThreshold(page: Page, amount: string) {
  await page.goto("/programma/oefen/drempels");
  await field(page, "Regeling").selectOption({ label: "Oefenregeling Jeugd" });
  await field(page, "Geldt vanaf").fill(TODAY);
  await page.getByLabel("Drempel (niet verplicht)").fill(amount);
  await field(page, "Mandaatregeling").fill("Oefenmandaatregeling, artikel 5");
  await page.getByRole("button", { name: "Leg voor ter bevestiging" }).click();
}

async function confirmThreshold(page: Page) {
  await page.goto("/programma/oefen/drempels");
  await page
    .getByRole("button", { name: /^Bevestig de drempel van Oefenregeling Jeugd/ })
    .first()
    .click();
  await status(page, "De drempel is bevestigd");
}

async function proposeCeiling(page: Page, reason: string): Promise<string> {
  await page.goto("/programma/oefen/plafonds/nieuw");
  await page
    .getByLabel("Regeling en tranche", { exact: true })
    .selectOption({ label: "Oefenregeling Jeugd, Tranche 1, 2023–2026" });
  await page.getByRole("button", { name: "Kies", exact: true }).click();
  await field(page, "Geldt vanaf").fill("2-1-2026");
  await field(page, "2026").fill("2.500,01");
  await field(page, "Reden").fill(reason);
  await page.getByRole("button", { name: "Leg voor ter goedkeuring" }).click();
  await status(page, "Voorgelegd ter goedkeuring");
  return page.url().replace(/\?.*/, "");
}

test("a threshold is entered by one person, confirmed by another, and asks for two approvers", async ({
  as,
}) => {
  const officer = await as("officer", { javaScriptEnabled: false });
  const approver = await as("approver");
  const other = await as("officer2");
  await enterThreshold(officer, "-1,00");
  await alert(officer, "een drempel is nul of meer");
  await enterThreshold(officer, "2.500,00");
  await status(officer, "wacht op bevestiging");
  await expect(officer.getByRole("button", { name: /^Bevestig/ })).toHaveCount(0);
  await confirmThreshold(approver);

  const address = await proposeCeiling(await as("officer"), "Boven de drempel, met een cent.");
  await approver.goto(address);
  await expect(approver.getByRole("main")).toContainText("Boven de drempel: twee goedkeurders");
  await approver.getByRole("button", { name: "Keur goed en boek" }).click();
  await status(approver, "Een tweede goedkeurder moet dat ook doen");
  await expect(approver.getByRole("main")).toContainText("wacht op tweede goedkeurder");
  await expect(approver.getByRole("button", { name: "Keur goed en boek" })).toHaveCount(0);

  await other.goto(address);
  await other.getByRole("button", { name: "Keur goed en boek" }).click();
  await status(other, "Goedgekeurd en geboekt");
  await other.getByText(/^Wat T\. Akkoord goedkeurde op/).click();
  await expect(other.getByRole("main")).toContainText("€ 2.500,01");

  // Without an amount the threshold ends, so that other tests meet none.
  await enterThreshold(officer, "");
  await status(officer, "wacht op bevestiging");
  await confirmThreshold(approver);
});

test("the administrator arranges a deputy, who approves on behalf of the principal and never for the author", async ({
  as,
}) => {
  const administrator = await as("administrator");
  const officer = await as("officer");
  const colleague = await as("officer2");
  await administrator.goto("/beheer?zoek=Akkoord");
  await administrator.getByRole("link", { name: "T. Akkoord" }).click();
  await field(administrator, "Waarnemer").selectOption({ label: "N. Voorbeeld, Oefenministerie A" });
  await field(administrator, "Eerste dag").fill("1-12-2026");
  await field(administrator, "Laatste dag").fill("30-11-2026");
  await field(administrator, "Reden").fill("verlof");
  await administrator.getByRole("button", { name: "Regel waarneming" }).click();
  await alert(administrator, "ligt voor de eerste dag");
  await field(administrator, "Eerste dag").fill("1-1-2026");
  await field(administrator, "Laatste dag").fill("31-12-2099");
  await administrator.getByRole("button", { name: "Regel waarneming" }).click();
  await status(administrator, "De waarneming is geregeld");

  const own = await proposeCeiling(officer, "Door de waarnemer zelf ingevoerd.");
  await officer.goto(own);
  await expect(officer.getByRole("button", { name: "Keur goed en boek" })).toHaveCount(0);

  const address = await proposeCeiling(colleague, "Door een collega ingevoerd.");
  await officer.goto(address);
  await officer.getByRole("button", { name: "Keur goed en boek" }).click();
  await status(officer, "Goedgekeurd en geboekt");
  await expect(officer.getByRole("main")).toContainText("N. Voorbeeld namens T. Akkoord");

  await administrator.getByRole("button", { name: "Beëindig N. Voorbeeld" }).click();
  await status(administrator, "De waarneming is beëindigd");
  const later = await proposeCeiling(colleague, "Na het einde van de waarneming.");
  await officer.goto(later);
  await expect(officer.getByRole("button", { name: "Keur goed en boek" })).toHaveCount(0);
});
