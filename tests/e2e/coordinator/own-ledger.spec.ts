import type { Page } from "@playwright/test";
import { problemsOn } from "../support/axe";
import { expect, test } from "../support/test";

const REPORT = "Oefenregeling Wijken, periode 2 van 2026";
const LEDGER = "/programma/oefen/grootboek-gemeente";
const main = (page: Page) => page.getByRole("main");
const said = (page: Page, text: string) =>
  expect(page.getByRole("status").filter({ hasText: text }).first()).toBeVisible();
const refused = (page: Page, why: string) =>
  expect(page.getByRole("alert").filter({ hasText: why })).toBeVisible();
const fixture = (name: string) => `tests/fixtures/own-ledger/${name}`;

async function read(page: Page, name: string) {
  await page.goto(LEDGER);
  await page.getByLabel("Voor welke rapportage").selectOption(REPORT);
  await page.getByLabel("Bestand met boekingen").setInputFiles(fixture(name));
  await page.getByRole("button", { name: "Lees in" }).click();
}

async function clean(page: Page) {
  expect(await problemsOn(page)).toEqual([]);
}

test("a coordinator maps a file once, takes its bookings in, and makes them the figures of the report", async ({
  as,
}) => {
  const coordinator = await as("coordinator.proefrade");
  await coordinator.goto("/programma/oefen/rapportages");
  await coordinator.getByRole("button", { name: `Open rapportage ${REPORT}` }).click();
  await expect(
    coordinator.getByRole("heading", { name: "Uit het eigen grootboek van de gemeente" }),
  ).toBeVisible();
  await coordinator.getByRole("link", { name: "Lees een bestand met boekingen in" }).click();

  await read(coordinator, "boekingen.csv");
  await expect(coordinator.getByRole("heading", { name: "Welke kolom is wat?" })).toBeVisible();
  await expect(coordinator.getByLabel("Grootboekrekening", { exact: true })).toHaveValue("Grootboekrekening");
  await clean(coordinator);
  await coordinator.getByLabel("Boekdatum").selectOption("Omschrijving");
  await coordinator.getByRole("button", { name: "Bewaar de kolommen" }).click();
  await refused(coordinator, "De kolom “Omschrijving” is voor twee dingen gekozen.");
  await coordinator.getByLabel("Boekdatum").selectOption("Boekdatum");
  await coordinator.getByRole("button", { name: "Bewaar de kolommen" }).click();

  await expect(coordinator.getByRole("heading", { name: "Rekeningen zonder plaats: 3" })).toBeVisible();
  await expect(main(coordinator)).toContainText("Er is nu niets op te nemen");
  await clean(coordinator);
  const place = (account: string) => coordinator.getByLabel(`Hoort bij, rekening ${account}, 7120`);
  // The same area and theme stand under each tranche.
  const choose = async (account: string, group: string, label: string) => {
    const option = place(account).locator(`optgroup[label^="${group}"]`).getByText(label, { exact: true });
    await place(account).selectOption((await option.getAttribute("value")) ?? "");
  };
  const TRANCHE = "Oefenregeling Wijken, Tranche 2";
  await choose("443101", TRANCHE, "Proefrade Centrum, Armoede en schulden");
  await choose("443102", TRANCHE, "Proefrade Centrum, School en omgeving");
  await place("448000").selectOption("Hoort niet bij dit programma");
  await coordinator.getByRole("button", { name: "Bewaar de rekeningen" }).click();

  await expect(coordinator.getByRole("heading", { name: "5 boekingen op te nemen" })).toBeVisible();
  const totals = coordinator.getByRole("table", { name: "Boekingen per regel van de rapportage" });
  await expect(totals.getByRole("row", { name: /Armoede/ })).toContainText("13.874,50");
  await expect(totals.getByRole("row", { name: /School/ })).toContainText("8.000,00");
  await clean(coordinator);
  await coordinator.getByRole("button", { name: "Neem 5 boekingen op" }).click();
  await said(coordinator, "De boekingen zijn opgenomen");
  await expect(main(coordinator)).toContainText("Factuur begeleiding gezinnen");

  await coordinator.getByRole("button", { name: "Neem over in de rapportage" }).click();
  await expect(coordinator).toHaveURL(/rapportages\/[^/]+\?gedaan=saved/);
  await expect(
    coordinator.getByLabel("Proefrade Centrum, Armoede en schulden, Deze periode", { exact: true }),
  ).toHaveValue("13.874,50");
  const behind = coordinator.getByRole("table", { name: "Regels van de rapportage naast hun boekingen" });
  await expect(behind.getByRole("row", { name: /Armoede/ })).toContainText("Gelijk");

  await coordinator
    .getByLabel("Proefrade Centrum, School en omgeving, Deze periode", { exact: true })
    .fill("8.100,00");
  await coordinator.getByRole("button", { name: "Bewaar en controleer" }).click();
  const differing = behind.getByRole("row", { name: /School/ });
  await expect(differing).toContainText("Verschil € 100,00");
  await differing.getByRole("link", { name: "2 boekingen" }).click();
  await expect(coordinator.getByRole("heading", { name: "Boekingen achter een cijfer" })).toBeVisible();
  await expect(main(coordinator)).toContainText("Verschil € 100,00");
  await expect(coordinator.getByRole("row", { name: /2026-00588/ })).toContainText("8.400,25");
  await clean(coordinator);
});

test("the next file is read by the same mapping without JavaScript, and the same booking is named and refused", async ({
  as,
}) => {
  const coordinator = await as("coordinator.proefrade", { javaScriptEnabled: false });
  await read(coordinator, "boekingen-vervolg.csv");
  await expect(coordinator.getByRole("heading", { name: "2 boekingen op te nemen" })).toBeVisible();
  await expect(main(coordinator)).toContainText("Eerder ingelezen: 1, samen € −400,25");
  await expect(main(coordinator)).toContainText("Dubbel in dit bestand: 2, samen € 1.550,00");
  await expect(coordinator.getByRole("row", { name: /2026-00739/ })).toContainText("daar met € 500,00");
  await expect(main(coordinator)).toContainText("Buiten de periode: 1, samen € 750,00");
  await coordinator.getByRole("button", { name: "Neem 2 boekingen op" }).click();
  await said(coordinator, "De boekingen zijn opgenomen");

  await coordinator.getByRole("button", { name: "Trek het bestand in" }).click();
  await refused(coordinator, "Schrijf waarom u het bestand intrekt.");
  await coordinator.getByRole("textbox", { name: "Reden" }).fill("Uitdraai van de verkeerde administratie.");
  await coordinator.getByRole("button", { name: "Trek het bestand in" }).click();
  await said(coordinator, "Dit bestand is ingetrokken");
  await expect(main(coordinator)).toContainText("Uitdraai van de verkeerde administratie.");
});

test("a file with a line that cannot be read leaves nothing, and says which line and why", async ({ as }) => {
  const coordinator = await as("coordinator.proefrade");
  await read(coordinator, "fout-dubbelzinnig-bedrag.csv");
  await expect(main(coordinator)).toContainText("Er wordt niets opgenomen");
  await expect(coordinator.getByRole("row", { name: /Regel 2/ })).toContainText(
    "“1,460” kan op twee manieren worden gelezen. Bedoelt u 1.460?",
  );
  await clean(coordinator);
  await expect(coordinator.getByRole("button", { name: /Neem .* op/ })).toHaveCount(0);
  await read(coordinator, "fout-totaalregel.csv");
  await expect(coordinator.getByRole("heading", { name: "1 boeking is wel te lezen" })).toBeVisible();
  await expect(coordinator.getByRole("heading", { name: /boeking(en)? op te nemen/ })).toHaveCount(0);
  await read(coordinator, "boekingen.xlsx");
  await coordinator.getByRole("link", { name: "Kies andere kolommen" }).click();
  const sample = coordinator.getByRole("table", { name: /^De eerste regels/ });
  await expect(sample.getByRole("row").nth(1)).toContainText("04-05-2026");
  await expect(sample.getByRole("row").nth(3)).toContainText("-1250,5");
  await read(coordinator, "fout-geen-kopregel.csv");
  await expect(main(coordinator)).toContainText("staan geen regels onder een kopregel");
});

test("ministry and auditor read bookings of a report that was handed in, and never their words", async ({
  as,
}) => {
  for (const account of ["officer", "auditor"]) {
    const page = await as(account);
    await page.goto(LEDGER);
    await expect(page.getByRole("button", { name: "Lees in" })).toHaveCount(0);
    await expect(main(page)).not.toContainText("boekingen.csv");
    await page.getByRole("link", { name: "boekingen-oefenwijken-2023.xlsx" }).click();
    await expect(page.getByRole("table", { name: "Boekingen, in euro’s", exact: true })).toContainText(
      "443101",
    );
    await expect(main(page)).not.toContainText("Factuur uitvoering");
    await expect(page.getByRole("button", { name: "Trek het bestand in" })).toHaveCount(0);
  }
  const own = await as("coordinator");
  await own.goto(LEDGER);
  await own.getByRole("link", { name: "boekingen-oefenwijken-2023.xlsx" }).click();
  await expect(main(own)).toContainText("Factuur uitvoering");
});

test("a balance is stated, replaced with a reason, and one that a later entry broke is told to both sides", async ({
  as,
}) => {
  const coordinator = await as("coordinator.oefendam");
  await coordinator.goto("/programma/oefen/werk");
  await expect(main(coordinator)).toContainText("Een saldo sluit niet aan");
  await coordinator
    .getByRole("link", { name: /Oefenregeling Wijken, Oefendam, tot en met 31 december 2024/ })
    .click();
  const row = coordinator.getByRole("row").filter({ hasText: "31 december 2024" });
  await expect(row).toContainText("Sluit niet meer aan: € 12.500,00");
  await expect(row).toContainText("Factuur van december 2024");
  await expect(coordinator.getByRole("row").filter({ hasText: "31 augustus 2026" })).toContainText(
    "Nog niet te vergelijken",
  );
  await coordinator.getByRole("button", { name: "Geef op" }).click();
  await refused(coordinator, "Kies over welke regeling en datum het saldo gaat.");
  await coordinator
    .getByLabel("Regeling en datum")
    .selectOption({ label: "Oefenregeling Wijken, Tranche 2, 2026–2028, tot en met 30 april 2026" });
  await coordinator.getByLabel("Besteed tot en met die datum").fill("1,250.00");
  await coordinator.getByLabel("Waar te vinden").fill("Rekening 443100");
  await coordinator.getByRole("button", { name: "Geef op" }).click();
  await refused(coordinator, "Dit is Engelse notatie. Bedoelt u 1.250,00?");
  await coordinator.getByLabel("Besteed tot en met die datum").fill("1.250,00");
  await coordinator.getByRole("button", { name: "Geef op" }).click();
  await said(coordinator, "Het saldo is opgegeven");
  const stated = coordinator.getByRole("row").filter({ hasText: "30 april 2026" });
  await expect(stated).toContainText("Verschil");
  const ours = (await stated.getByRole("cell").nth(1).innerText()).trim();
  await stated.getByRole("link", { name: /Geef een ander saldo op/ }).click();
  await coordinator.getByLabel("Besteed tot en met die datum").fill(ours);
  await coordinator.getByRole("button", { name: "Vervang het saldo" }).click();
  await refused(coordinator, "een reden voor een ander ontbreekt");
  await coordinator.getByLabel("Waarom is het saldo anders?").fill("Tikfout.");
  await coordinator.getByRole("button", { name: "Vervang het saldo" }).click();
  await expect(coordinator.getByRole("row").filter({ hasText: "30 april 2026" })).toContainText("Sluit aan");
  await expect(main(coordinator)).toContainText("Vervangen omdat: Tikfout.");
  await clean(coordinator);

  const officer = await as("officer");
  await officer.goto("/programma/oefen/werk");
  await officer.getByRole("link", { name: /Oefendam, tot en met 31 december 2024/ }).click();
  await expect(officer.getByRole("row").filter({ hasText: "31 december 2024" })).toContainText(
    "Sluit niet meer aan: € 12.500,00",
  );
  await expect(officer.getByRole("button", { name: "Geef op" })).toHaveCount(0);
});
