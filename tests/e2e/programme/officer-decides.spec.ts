import type { Page } from "@playwright/test";
import { expect, test } from "../support/test";

const CONFLICT = "/programma/oefen/bronconflicten/OEF-C1";
const FIRST = "Oefenbrief 1-3-2023, noot 4";
const SECOND = "Oefenantwoord 15-6-2023, vraag 3";
const OPEN = "Open laten: geen lezing telt mee";

const record = (page: Page) => page.getByRole("button", { name: "Leg het besluit voor" });
const proposed = (page: Page) =>
  expect(page.getByRole("status").filter({ hasText: "een tweede persoon moet instemmen" })).toBeVisible();

/** A second person agrees to exactly what was proposed. */
async function agree(page: Page) {
  await page.goto(CONFLICT);
  await page.getByRole("radio", { name: "Instemmen: dit besluit telt vanaf nu" }).check();
  await page.getByRole("button", { name: "Leg uw antwoord vast" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Het besluit is vastgelegd" })).toBeVisible();
}
const history = (page: Page) => page.getByRole("region", { name: "Besluiten" });
const noteFour = (page: Page) =>
  page
    .getByRole("table", { name: "De noten" })
    .getByRole("row", { name: /Noot 4: twee bronnen/ })
    .first();

test("both figures stand until two people decide, with a reason; the page then follows", async ({ as }) => {
  const officer = await as("officer");
  await officer.goto("/programma/oefen");
  await expect(noteFour(officer)).toContainText("4,5 of 4,2");
  await officer.getByRole("link", { name: "Bekijk bewijs en bronnen" }).click();
  await record(officer).click();
  const summary = officer.getByRole("alert").filter({ hasText: "Dit voorstel is niet vastgelegd" });
  await expect(summary).toContainText("Kies een lezing, of laat het conflict open.");
  await expect(summary).toContainText("Schrijf waarom u dit kiest.");

  await officer.getByRole("radio", { name: SECOND }).check();
  await record(officer).click();
  await expect(summary).not.toContainText("Kies een lezing");
  await expect(officer.getByRole("radio", { name: SECOND })).toBeChecked();
  await officer
    .getByRole("textbox", { name: "Reden" })
    .fill("Het antwoord aan de Kamer is later en preciezer.");
  await record(officer).click();
  await proposed(officer);
  await expect(officer.getByRole("radio", { name: /^Instemmen/ })).toHaveCount(0);
  await officer.goto("/programma/oefen");
  await expect(noteFour(officer)).toContainText("4,5 of 4,2");

  await agree(await as("officer2"));
  await officer.goto(CONFLICT);
  await expect(officer.getByText("Bronconflict beslist").first()).toBeVisible();
  await expect(history(officer)).toContainText(`N. Voorbeeld koos: ${SECOND}`);
  await expect(history(officer)).toContainText("Het antwoord aan de Kamer is later en preciezer.");

  await officer.goto("/programma/oefen");
  await expect(noteFour(officer)).toContainText("4,2");
  await expect(noteFour(officer)).not.toContainText("4,5");
});

test("a form that did not see the last decision is refused with that decision", async ({ as }) => {
  const [officer, colleague] = [await as("officer"), await as("officer.b")];
  await officer.goto(CONFLICT);
  await colleague.goto(CONFLICT);
  await officer.getByRole("radio", { name: FIRST }).check();
  await officer.getByRole("textbox", { name: "Reden" }).fill("De brief is het besluit.");
  await record(officer).click();
  await proposed(officer);
  await agree(await as("officer2"));

  await colleague.getByRole("radio", { name: SECOND }).check();
  await colleague.getByRole("textbox", { name: "Reden" }).fill("Het antwoord telt.");
  await record(colleague).click();
  const refused = colleague.getByRole("alert").filter({ hasText: "Dit voorstel is niet vastgelegd" });
  await expect(refused).toContainText("R. Model nam intussen een ander besluit");
  await expect(refused).toContainText("De brief is het besluit.");
  await expect(colleague.getByRole("textbox", { name: "Reden" })).toHaveValue("Het antwoord telt.");
});

test("opened again without JavaScript: no figure counts, and every decision stays readable", async ({
  as,
}) => {
  const officer = await as("officer", { javaScriptEnabled: false });
  await officer.goto(CONFLICT);
  await officer.getByRole("radio", { name: OPEN }).check();
  await officer.getByRole("textbox", { name: "Reden" }).fill("Er komt een nieuwe brief.");
  await record(officer).click();
  await proposed(officer);
  await agree(await as("officer2", { javaScriptEnabled: false }));
  await officer.goto(CONFLICT);
  await expect(officer.getByText("Bronconflict open").first()).toBeVisible();
  await expect(history(officer).getByRole("listitem").first()).toContainText("Er komt een nieuwe brief.");
  await officer.goto("/programma/oefen");
  await expect(noteFour(officer)).toContainText("4,5 of 4,2");
});

test("who does not decide sees the same page without the form", async ({ as }) => {
  for (const account of ["approver", "coordinator", "auditor"]) {
    const page = await as(account);
    await page.goto(CONFLICT);
    await expect(page.getByRole("heading", { name: "Lezingen" })).toBeVisible();
    await expect(record(page)).toHaveCount(0);
  }
  const officer = await as("officer");
  await officer.goto("/programma/nplv/bronconflicten/L01");
  await expect(officer.getByRole("heading", { name: "Lezingen" })).toBeVisible();
  await expect(record(officer)).toHaveCount(0);
});

test("as it was known before the decision a conflict is open, with its figures, and nothing is asked", async ({
  as,
}) => {
  const officer = await as("officer");
  await officer.goto(CONFLICT);
  const second = await history(officer)
    .getByRole("listitem")
    .nth(1)
    .getByRole("time")
    .getAttribute("datetime");
  await officer.getByLabel("Bekend op").fill(second ?? "");
  await officer.getByRole("button", { name: "Toon", exact: true }).click();
  await expect(officer.getByText("Wat daarna werd gevonden of besloten, staat hier niet.")).toBeVisible();
  await expect(officer.getByText("Bronconflict beslist").first()).toBeVisible();
  await expect(history(officer)).not.toContainText("Er komt een nieuwe brief.");
  await expect(record(officer)).toHaveCount(0);
});

test("a municipality sees what was allocated to it, and nothing of another", async ({ as }) => {
  const page = await as("coordinator");
  await page.goto("/programma/oefen?beeld=toegekend");
  await page.getByText("Dezelfde bedragen als tabel").click();
  const flow = page.getByRole("table", { name: "Ministerie, Geldstroom, Gemeente" });
  await expect(flow).toContainText("Voorbeeldstad");
  await expect(flow).not.toContainText("Oefendam");
});
