import type { Page } from "@playwright/test";
import { expect, signIn, test } from "../support/test";

const said = (page: Page, text: string) =>
  expect(page.getByRole("status").filter({ hasText: text }).first()).toBeVisible();

async function openPerson(page: Page, name: string) {
  await page.goto(`/beheer?zoek=${encodeURIComponent(name)}`);
  await page.getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

test("somebody new signs in with a password for one time and chooses an own one", async ({ as, visitor }) => {
  const admin = await as("administrator");
  await admin.goto("/beheer/mensen/nieuw");
  await admin.getByRole("button", { name: "Maak gebruiker" }).click();
  await expect(admin.getByRole("alert").filter({ hasText: "Vul een naam in." })).toContainText(
    "Kies een rol.",
  );
  await admin.getByLabel("Naam", { exact: true }).fill("V. Nieuweling");
  await admin.getByLabel("E-mailadres").fill("v.nieuweling@oefen.example");
  await admin.getByLabel("Rol", { exact: true }).selectOption({ label: "coördinator" });
  await admin.getByLabel("Organisatie", { exact: true }).selectOption({ label: "Oefenministerie A" });
  await admin.getByRole("button", { name: "Maak gebruiker" }).click();
  await expect(
    admin.getByRole("alert").filter({ hasText: "past niet bij deze soort organisatie" }),
  ).toBeVisible();
  await admin.getByLabel("Organisatie", { exact: true }).selectOption({ label: "Proefrade" });
  await admin.getByRole("button", { name: "Maak gebruiker" }).click();
  await said(admin, "Wachtwoord voor één keer:");
  const shown = await admin
    .getByRole("status")
    .filter({ hasText: "Wachtwoord voor één keer:" })
    .locator("strong")
    .textContent();

  const page = await visitor();
  await page.goto("/inloggen");
  await page.getByLabel("E-mailadres").fill("v.nieuweling@oefen.example");
  await page.getByLabel("Wachtwoord").fill(shown ?? "");
  await page.getByRole("button", { name: "Log in", exact: true }).click();
  await page.getByRole("alert").getByRole("link").last().click();
  await page.getByLabel("E-mailadres").fill("v.nieuweling@oefen.example");
  await page.getByLabel("Huidig wachtwoord", { exact: false }).fill(shown ?? "");
  await page.getByLabel("Nieuw wachtwoord", { exact: true }).fill("vier paarse olifanten");
  await page.getByLabel(/herhaal|nog een keer/i).fill("vier paarse olifanten");
  await page
    .getByRole("button", { name: /bewaar|kies|wachtwoord/i })
    .first()
    .click();
  await expect(page.getByRole("banner")).toContainText("V. Nieuweling");
});

test("a session that the administrator ends is over at the next request", async ({ as }) => {
  const admin = await as("administrator");
  const other = await as("signer.proefrade", { fresh: true });
  await other.goto("/programma/oefen/werk");
  await expect(other.getByRole("banner")).toContainText("H. Zegel");
  await openPerson(admin, "H. Zegel");
  await admin.getByRole("button", { name: "Beëindig alle sessies" }).click();
  await said(admin, "Alle sessies zijn beëindigd");
  await other.goto("/programma/oefen/werk");
  await expect(other).toHaveURL(/\/inloggen/);
});

test("a role that ends, and access that is disabled, hold from the next request on", async ({
  as,
  application,
}) => {
  const admin = await as("administrator");
  const other = await as("coordinator.proefrade", { fresh: true });
  await other.goto("/programma/oefen/rapportages");
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("Rapportages");
  await openPerson(admin, "K. Rade");
  await admin.getByRole("button", { name: "Beëindig coördinator" }).click();
  await said(admin, "De rol is beëindigd");
  const response = await other.goto("/programma/oefen/rapportages");
  expect(response?.status()).toBe(404);

  await admin.getByLabel("Rol", { exact: true }).selectOption({ label: "coördinator" });
  await admin.getByLabel("Organisatie", { exact: true }).selectOption({ label: "Proefrade" });
  await admin.getByRole("button", { name: "Geef deze rol" }).click();
  await said(admin, "De rol is gegeven");
  await admin.getByRole("button", { name: "Zet toegang uit" }).click();
  await said(admin, "De toegang staat uit");
  await other.goto("/programma/oefen/rapportages");
  await expect(other).toHaveURL(/\/inloggen/);
  await admin.getByRole("button", { name: "Zet toegang aan" }).click();
  await said(admin, "De toegang staat aan");
  await signIn(other, application, "coordinator.proefrade");
  await other.goto("/programma/oefen/rapportages");
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("Rapportages");
});

test("the last administrator stays, and what was done is in the log", async ({ as }) => {
  const admin = await as("administrator");
  await openPerson(admin, "I. Beheer");
  await admin.getByRole("button", { name: "Beëindig beheerder" }).click();
  await expect(admin.getByRole("alert").filter({ hasText: "Dit is de laatste beheerder." })).toBeVisible();
  await admin.goto("/beheer/logboek?handeling=role.ended");
  await expect(admin.getByRole("row").nth(1)).toContainText("I. Beheer");
});
