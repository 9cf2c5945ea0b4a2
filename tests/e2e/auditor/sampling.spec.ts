import type { Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { plainPdf } from "@/prisma/seed/practice/evidence-files";
import { ownApplication } from "../support/own-application";
import { expect } from "../support/test";

const OEFEN = "/programma/oefen";
const test = ownApplication("steekproef");

const said = (page: Page, text: string) =>
  expect(page.getByRole("status").filter({ hasText: text }).first()).toBeVisible();
const itemsOf = (page: Page) => page.getByRole("table", { name: "Posten van de steekproef" });
const rowsOf = async (page: Page) =>
  (await itemsOf(page).getByRole("rowheader").allTextContents()).map(
    (text) => /Post (\d+)/.exec(text)?.[1] ?? "",
  );

async function choose(page: Page) {
  await page.goto(`${OEFEN}/werk`);
  await page.getByRole("link", { name: "Steekproeven", exact: true }).first().click();
  await page.getByRole("link", { name: "Nieuwe steekproef" }).click();
  await page.getByLabel("Regeling").selectOption({ label: "Oefenregeling Wijken" });
  await page.getByLabel("Jaar van besteding").selectOption("2024");
  await page.getByLabel("Toelaatbaar, in procenten").fill("30");
  await page.getByLabel("Verwacht, in procenten").fill("0");
  await page.getByRole("button", { name: "Bereken" }).click();
}

async function draw(page: Page, seed: string) {
  await choose(page);
  await page.getByLabel("Waarvoor is deze steekproef?").fill("Rechtmatigheid 2024");
  await page.getByLabel("Startgetal").fill(seed);
  await page.getByRole("button", { name: "Trek de steekproef" }).click();
  await said(page, "De steekproef is getrokken en ligt vast");
  return rowsOf(page);
}

let sample = "";

test("the size is worked out on the screen, and a seed that cannot be is refused", async ({ as }) => {
  const page = await as("auditor", { javaScriptEnabled: false });
  await choose(page);
  await expect(page.getByRole("main")).toContainText("Interval = toelaatbaar / factor");
  await expect(page.getByRole("main")).toContainText("2,9958");
  await page.getByLabel("Startgetal").fill("1");
  await page.getByRole("button", { name: "Trek de steekproef" }).click();
  const refused = page.getByRole("alert").filter({ hasText: "Deze steekproef is niet getrokken" });
  await expect(refused).toContainText("Schrijf 6 tot 64 letters, cijfers of streepjes.");
  await expect(refused).toContainText("Schrijf waarvoor de steekproef is.");
  await page.goto(`${OEFEN}/steekproeven/nieuw?toelaatbaar=veel`);
  await expect(page.getByText("Schrijf een percentage boven 0").first()).toBeVisible();
  await page.goto(`${OEFEN}/steekproeven/nieuw?toelaatbaar=2&verwacht=2`);
  await expect(page.getByText("Verwacht ligt te dicht bij toelaatbaar").first()).toBeVisible();
});

test("the same seed draws the same items twice, another seed others, and drawing again on the page agrees", async ({
  as,
}) => {
  const page = await as("auditor");
  const first = await draw(page, "dobbelsteen-436125");
  expect(first.length).toBeGreaterThan(3);
  const second = await draw(page, "dobbelsteen-436125");
  expect(second).toEqual(first);
  sample = page.url().replace(/\?.*$/, "");
  await page.getByRole("link", { name: "Trek opnieuw en vergelijk" }).click();
  await expect(
    page.getByRole("heading", { name: "Opnieuw getrokken: dezelfde posten uit dezelfde populatie" }),
  ).toBeVisible();
  expect(await draw(page, "dobbelsteen-111111")).not.toEqual(first);
  for (const number of ["001", "002"]) {
    await page.goto(`${OEFEN}/steekproeven`);
    await page.getByRole("link", { name: `OEF-S-2026-${number}` }).click();
    await page.getByRole("link", { name: "Trek opnieuw en vergelijk" }).click();
    await expect(page.getByRole("heading", { name: /^Opnieuw getrokken: dezelfde posten/ })).toBeVisible();
  }
});

test("evidence is asked from the sample, stands in the coordinator's work list, and is answered with a document", async ({
  as,
}) => {
  const auditor = await as("auditor");
  await auditor.goto(sample);
  await auditor.getByText(/^Vraag bewijs op bij \d+ posten$/).click();
  await auditor.getByLabel("Wat wilt u zien?").fill("Factuur en betaalbewijs van deze besteding.");
  await auditor.getByLabel("Antwoord uiterlijk op").fill("1-1-2020");
  await auditor.getByRole("button", { name: /^Stel \d+ vragen$/ }).click();
  await expect(
    auditor.getByRole("alert").filter({ hasText: "De dag om te antwoorden is al voorbij." }),
  ).toBeVisible();
  await auditor.getByLabel("Antwoord uiterlijk op").fill("31-12-2099");
  await auditor.getByRole("button", { name: /^Stel \d+ vragen$/ }).click();
  await said(auditor, "De gemeente is om bewijs gevraagd");

  const coordinator = await as("coordinator", { javaScriptEnabled: false });
  await coordinator.goto(`${OEFEN}/werk`);
  await coordinator
    .getByRole("listitem")
    .filter({ hasText: "Factuur en betaalbewijs" })
    .getByRole("link", { name: /^Bewijs gevraagd: Voorbeeldstad/ })
    .first()
    .click();
  await expect(coordinator.getByRole("heading", { level: 1 })).toContainText("Bewijs voor Voorbeeldstad");
  const request = coordinator.url();
  await coordinator.getByLabel("Soort stuk").selectOption({ label: "factuur" });
  await coordinator.getByLabel("Bestand").setInputFiles({
    name: "factuur.pdf",
    mimeType: "application/pdf",
    buffer: plainPdf(["Oefenfactuur", "steekproef"]),
  });
  await coordinator.getByRole("button", { name: "Voeg dit document toe" }).click();
  await expect(
    coordinator.getByRole("alert").filter({ hasText: "Het document is niet toegevoegd" }),
  ).toContainText("Vul een bedrag in.");
  await coordinator.getByLabel("Soort stuk").selectOption({ label: "factuur" });
  await coordinator.getByLabel("Welk bedrag onderbouwt dit stuk?").fill("1.000,00");
  await coordinator.getByLabel("Bestand").setInputFiles({
    name: "factuur.pdf",
    mimeType: "application/pdf",
    buffer: plainPdf(["Oefenfactuur", "steekproef"]),
  });
  await coordinator.getByRole("button", { name: "Voeg dit document toe" }).click();
  await said(coordinator, "Het verzoek is beantwoord");
  await expect(coordinator.getByRole("main")).toContainText("factuur.pdf");
  await expect(coordinator.getByRole("button", { name: "Voeg dit document toe" })).toHaveCount(0);

  const neighbour = await as("coordinator.oefendam");
  expect((await neighbour.request.get(request)).status()).toBe(404);
  await neighbour.goto(`${OEFEN}/bewijsverzoeken`);
  await expect(neighbour.getByRole("main")).not.toContainText("Voorbeeldstad");
  expect((await neighbour.request.get(sample)).status()).toBe(404);
  const officer = await as("officer");
  expect((await officer.request.get(sample)).status()).toBe(404);
  expect((await officer.request.get(request)).status()).toBe(404);

  await auditor.goto(sample);
  await expect(itemsOf(auditor)).toContainText("beantwoord");
});

test("results are recorded per item, the rest together, and the projection is shown with formula and source", async ({
  as,
}) => {
  const page = await as("auditor", { javaScriptEnabled: false });
  await page.goto(sample);
  await expect(page.getByRole("main")).toContainText(
    "De projectie staat hier zodra elke post een uitkomst heeft",
  );
  const drawn = itemsOf(page).getByRole("row").filter({ hasText: "getrokken" }).first();
  await drawn.getByRole("link").first().click();
  await page.getByLabel("Vastgesteld bedrag").fill("1,000.00");
  await page.getByRole("button", { name: "Leg vast" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Bedoelt u 1.000,00?" })).toBeVisible();
  await page.getByLabel("Vastgesteld bedrag").fill("1.000,00");
  await page.getByRole("button", { name: "Leg vast" }).click();
  await expect(
    page.getByRole("alert").filter({ hasText: "Bij een verschil hoort een opmerking." }),
  ).toBeVisible();
  await page.getByLabel(/^Waarvan onzeker/).fill("500,00");
  await page.getByLabel(/^Opmerking/).fill("Alleen een factuur van 1.000 gezien.");
  await page.getByRole("button", { name: "Leg vast" }).click();
  await said(page, "De uitkomst is vastgelegd");
  await expect(page.getByRole("main")).toContainText("vastgesteld € 1.000,00, onzeker € 500,00");

  await page.goto(sample);
  await page.getByText(/^Leg vast dat de overige \d+ posten kloppen$/).click();
  await page.getByLabel("Waarop is dat gebaseerd?").fill("Facturen en betalingen gezien.");
  await page.getByRole("button", { name: /^Leg \d+ uitkomsten vast$/ }).click();
  await said(page, "De uitkomst is vastgelegd");
  const steps = page.getByRole("table", { name: "Van wat is gevonden naar de bovengrens" });
  await expect(steps.getByRole("row", { name: /^Bovengrens/ })).toBeVisible();
  await expect(steps.getByRole("row", { name: /^Basisprecisie/ })).toContainText("2,9958");
  await expect(page.getByRole("main")).toContainText("Bovengrens van Stringer");
  await expect(
    page.getByRole("table", { name: "Verschillen in getrokken posten, van groot naar klein aandeel" }),
  ).toBeVisible();
});

test("the export has as many items as the screen, with the same figures", async ({ as }) => {
  const page = await as("auditor");
  await page.goto(sample);
  const shown = await rowsOf(page);
  const id = sample.split("/").at(-1) ?? "";
  for (const format of ["csv", "xlsx", "ods", "pdf"]) {
    const response = await page.request.get(`${OEFEN}/export/steekproef.${format}?steekproef=${id}`);
    expect(response.status(), format).toBe(200);
    if (format !== "csv") continue;
    const records = parse(await response.text(), {
      bom: true,
      delimiter: ";",
      relax_column_count: true,
    });
    const head = records.findIndex(([first]) => first === "Post");
    expect(records.slice(head + 1).map(([seq]) => seq)).toEqual(shown);
  }
  for (const file of ["steekproeven", "bewijsverzoeken"])
    expect((await page.request.get(`${OEFEN}/export/${file}.csv`)).status()).toBe(200);
  const officer = await as("officer");
  expect((await officer.request.get(`${OEFEN}/export/steekproef.csv?steekproef=${id}`)).status()).toBe(404);
});
