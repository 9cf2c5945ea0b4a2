import type { Locator, Page } from "@playwright/test";
import { problemsOn } from "../support/axe";
import { ownApplication } from "../support/own-application";
import { expect } from "../support/test";
import { closesAt } from "../support/window-time";

/** An application of its own: a period that is closed elsewhere is open here. */
const test = ownApplication("rules", ({ addresses }) =>
  closesAt(addresses.superuser, "2099-12-31T22:59:00Z"),
);

const REPORT = "Oefenregeling Jeugd, 2025";
const said = (page: Page, text: string) =>
  expect(page.getByRole("status").filter({ hasText: text }).first()).toBeVisible();
const today = () => new Intl.DateTimeFormat("nl-NL", { timeZone: "Europe/Amsterdam" }).format(new Date());
const cents = (text: string) => BigInt(text.replace(/[^\d]/g, ""));
const typed = (value: bigint) => `${value / 100n},${String(value % 100n).padStart(2, "0")}`;

/** Nothing is spent this year and everything that is left is still forecast: it all moves to a later year. */
async function postpone(page: Page, row: Locator) {
  const [allocated, before] = [row.getByRole("cell").nth(0), row.getByRole("cell").nth(1)];
  const left = cents(await allocated.innerText()) - cents(await before.innerText());
  await row.getByLabel(/Deze periode$/).fill("0,00");
  await row.getByLabel(/Prognose rest$/).fill(typed(left));
}

test("a rule goes from trial to warning with a second person, the coordinator explains, the reviewer reads it", async ({
  as,
}) => {
  test.setTimeout(240_000);
  const officer = await as("officer");
  await officer.goto("/programma/oefen/rapportages");
  await officer.getByRole("link", { name: "Regels en vrijstellingen" }).click();
  await officer.getByRole("link", { name: "S15", exact: true }).click();
  await expect(officer.getByRole("heading", { name: "Wie zou deze regel hebben geraakt?" })).toBeVisible();
  await officer.getByRole("radio", { name: "Vraagt uitleg" }).check();
  await officer.getByLabel("Vanaf", { exact: true }).fill(today());
  await officer
    .getByLabel("Reden", { exact: true })
    .fill("De proef liet zien dat drie gemeenten doorschuiven.");
  await officer.getByRole("button", { name: "Stel voor" }).click();
  await said(officer, "Een tweede persoon moet nog instemmen");
  await expect(officer.getByRole("main")).toContainText("U hebt dit zelf voorgesteld");
  await expect(officer.getByRole("button", { name: /^Stem in/ })).toHaveCount(0);

  const other = await as("officer.b");
  // It waits for the second person on the start page and on the page of their own work, and leads to the decision.
  await other.goto("/");
  await expect(other.getByRole("link", { name: "Beslis over regel S15: vraagt uitleg" })).toBeVisible();
  await other.goto("/programma/oefen/werk");
  await other.getByRole("link", { name: "Beslis over regel S15: vraagt uitleg" }).click();
  await expect(other.getByRole("heading", { name: "Wacht op een tweede persoon" })).toBeVisible();
  await officer.goto("/programma/oefen/werk");
  await expect(
    officer.getByRole("link", { name: "Wacht op een ander: regel S15, vraagt uitleg" }),
  ).toBeVisible();
  await officer.goto("/programma/oefen/regels");
  await other.getByRole("button", { name: /^Wijs af regel S15/ }).click();
  await expect(other.getByRole("alert").filter({ hasText: "Geef een reden." })).toBeVisible();
  await other.getByRole("button", { name: /^Stem in regel S15/ }).click();
  await said(other, "De wijziging van de regel is afgesproken");

  const coordinator = await as("coordinator.proefrade");
  await coordinator.goto("/programma/oefen/rapportages");
  await coordinator.getByRole("button", { name: `Open rapportage ${REPORT}` }).click();
  for (const theme of ["Preventie", "Begeleiding"])
    await postpone(
      coordinator,
      coordinator.getByRole("row").filter({ has: coordinator.getByRole("rowheader", { name: theme }) }),
    );
  await coordinator.getByLabel("Begeleide jongeren, deze periode").fill("12");
  await coordinator.getByRole("button", { name: "Bewaar en controleer" }).click();
  const why = coordinator.getByRole("region", { name: "Waarom kan ik niet indienen?" });
  await expect(why).toContainText("schuift door naar 2026");
  await expect(coordinator.getByRole("button", { name: "Dien in" })).toHaveCount(0);
  const answers = coordinator.getByLabel(/^Uw toelichting: .* schuift door naar 2026$/);
  await expect(answers).toHaveCount(2);
  expect(await problemsOn(coordinator)).toEqual([]);
  await answers.nth(0).fill("De aanbesteding is overgedaan.");
  await answers.nth(1).fill("De begeleiders beginnen in januari.");
  await coordinator.getByRole("button", { name: "Bewaar en controleer" }).click();
  await expect(why).toHaveCount(0);
  await expect(answers.nth(0)).toHaveValue("De aanbesteding is overgedaan.");
  await coordinator.getByRole("button", { name: "Dien in" }).click();
  await said(coordinator, "De rapportage is ingediend");

  const signer = await as("signer.proefrade");
  await signer.goto(coordinator.url());
  await signer.getByRole("button", { name: "Onderteken deze rapportage" }).click();
  await said(signer, "De rapportage is ondertekend");

  await officer.goto(coordinator.url().split("?")[0] ?? "");
  const warnings = officer.getByRole("table", { name: "Waarschuwingen en uitleg" });
  await expect(warnings.getByRole("row").filter({ hasText: "De aanbesteding is overgedaan." })).toContainText(
    "S15",
  );
  await expect(warnings).toContainText("De begeleiders beginnen in januari.");
  await officer.getByText(/bij het indienen, versie/).click();
  await expect(officer.getByRole("main")).toContainText("S15, regelversie 1: vraagt uitleg.");
  expect(await problemsOn(officer)).toEqual([]);
  await officer.getByRole("button", { name: "Accepteer en boek" }).click();
  await said(officer, "De rapportage is geaccepteerd");

  // The rule's own page now counts this report, line by line, and says it in a file as well.
  await officer.goto("/programma/oefen/regels/S15");
  const hit = officer.getByRole("table", { name: "Bevindingen per periode en gemeente" });
  await expect(hit.getByRole("row").filter({ hasText: "Proefrade" }).first()).toContainText(
    "Oefenregeling Jeugd",
  );
  const file = await officer.request.get("/programma/oefen/export/proefdraai.csv?regel=S15");
  expect(file.status()).toBe(200);
  expect(await file.text()).toContain("Proefrade");
});

test("a municipality asks for a waiver, the ministry grants it, and everybody in the programme can read it", async ({
  as,
}) => {
  const coordinator = await as("coordinator.oefendam");
  await coordinator.goto("/programma/oefen/regels");
  await coordinator.getByRole("button", { name: "Vraag aan" }).click();
  await expect(coordinator.getByRole("alert").filter({ hasText: "Kies een regel." })).toBeVisible();
  await coordinator.getByRole("combobox", { name: "Regelcode" }).selectOption("X10");
  await coordinator
    .getByRole("combobox", { name: "Regeling" })
    .selectOption({ label: "Oefenregeling Wijken" });
  await coordinator.getByRole("textbox", { name: "Geldt tot en met" }).fill("1-1-2099");
  await coordinator.getByRole("textbox", { name: "Reden" }).fill("Een beschikking wordt ingetrokken.");
  await coordinator.getByRole("button", { name: "Vraag aan" }).click();
  await expect(
    coordinator.getByRole("alert").filter({ hasText: "Een vrijstelling duurt hoogstens een jaar." }),
  ).toBeVisible();
  await coordinator.getByRole("textbox", { name: "Geldt tot en met" }).fill(today());
  await coordinator.getByRole("button", { name: "Vraag aan" }).click();
  await said(coordinator, "De vrijstelling is gevraagd");

  // A ministry that does not own the scheme has nothing to decide here.
  const elsewhere = await as("officer.b");
  await elsewhere.goto("/programma/oefen/regels");
  await expect(elsewhere.getByRole("button", { name: /^Verleen/ })).toHaveCount(0);
  const officer = await as("officer");
  await officer.goto("/programma/oefen/regels");
  await officer.getByRole("button", { name: "Verleen vrijstelling van X10 voor Oefendam" }).click();
  await said(officer, "De vrijstelling is verleend en gepubliceerd");

  const neighbour = await as("coordinator");
  await neighbour.goto("/programma/oefen/regels");
  const row = neighbour.getByRole("row").filter({ hasText: "Een beschikking wordt ingetrokken." });
  await expect(row).toContainText("verleend");
  expect(await problemsOn(neighbour)).toEqual([]);
});
