import type { Page } from "@playwright/test";
import { expect, test } from "../support/test";

const TRANCHE = "Oefenregeling Wijken, Tranche 2, 2026–2028";
/** Of the other ministry; one of its allocations was withdrawn, so that its place is free. */
const OTHER = "Oefenregeling Wonen, Tranche 1, 2024–2026";

async function openForm(page: Page, path = "/programma/oefen/toekenningen/nieuw", tranche = TRANCHE) {
  await page.goto(path);
  await page.getByLabel("Regeling en tranche", { exact: true }).selectOption({ label: tranche });
  await page.getByRole("button", { name: "Kies", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Nog vrij onder het plafond" })).toBeVisible();
}

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const done = (page: Page, said: string) =>
  expect(page.getByRole("status").filter({ hasText: said })).toBeVisible();
const refused = (page: Page, why: string) =>
  expect(page.getByRole("alert").filter({ hasText: why })).toBeVisible();
const main = (page: Page) => page.getByRole("main");

test("an empty allocation is refused with every reason at once, and keeps what was typed", async ({ as }) => {
  const page = await as("officer");
  await openForm(page);
  await field(page, "Nummer van het besluit").fill("proef-leeg");
  await page.getByRole("button", { name: "Leg voor ter goedkeuring" }).click();
  const summary = page.getByRole("alert").filter({ hasText: "Dit voorstel kan nog niet worden voorgelegd" });
  await expect(summary.getByRole("listitem")).toHaveCount(5);
  await expect(summary).toContainText("Er is geen gebied gekozen.");
  await expect(summary).toContainText("Er is geen bedrag ingevuld.");
  await expect(field(page, "Nummer van het besluit")).toHaveValue("proef-leeg");
});

test("an amount in English notation gets its own sentence", async ({ as }) => {
  const page = await as("officer");
  await openForm(page);
  await field(page, "Bedrag van het besluit").fill("1,250.50");
  await page.getByRole("button", { name: "Leg voor ter goedkeuring" }).click();
  await refused(page, "Dit is Engelse notatie. Bedoelt u 1.250,50?");
  await expect(field(page, "Bedrag van het besluit")).toHaveValue("1,250.50");
});

test("from ceiling to entry: what one person enters another approves, exactly as it was shown", async ({
  as,
}) => {
  const officer = await as("officer.b");
  const approver = await as("approver.b");
  await openForm(officer, "/programma/oefen/plafonds/nieuw", OTHER);
  await field(officer, "Geldt vanaf").fill("2-1-2026");
  await field(officer, "2026").fill("2.000.000,00");
  await field(officer, "Reden").fill("Ruimte voor de proef met toekenningen.");
  await officer.getByRole("button", { name: "Leg voor ter goedkeuring" }).click();
  await done(officer, "Voorgelegd ter goedkeuring");
  await approver.goto(officer.url());
  await approver.getByRole("button", { name: "Keur goed en boek" }).click();
  await done(approver, "Goedgekeurd en geboekt");

  await openForm(officer, undefined, OTHER);
  await field(officer, "Gebied").selectOption({ label: "Modelveen West (Modelveen)" });
  await field(officer, "Thema").selectOption({ label: "Isolatie" });
  await field(officer, "Nummer van het besluit").fill("OM-2026-771");
  await field(officer, "Datum van het besluit").fill("3-3-2026");
  await field(officer, "Bedrag van het besluit").fill("125.000,35");
  await field(officer, "2026").fill("125.000,34");
  await field(officer, "Reden").fill("Toekenning na de aanvraag van februari.");
  await officer.getByRole("button", { name: "Leg voor ter goedkeuring" }).click();
  await refused(officer, "Het verschil is € −0,01");

  await field(officer, "2026").fill("125.000,35");
  await field(officer, "Brutobedrag (niet verplicht)").fill("151.250,42");
  await field(officer, "Deel voor het btw-compensatiefonds (niet verplicht)").fill("26.250,08");
  await officer.getByRole("button", { name: "Leg voor ter goedkeuring" }).click();
  await refused(officer, "Bruto min BCF-deel is € 125.000,34; het besluit zegt € 125.000,35.");
  await field(officer, "Deel voor het btw-compensatiefonds (niet verplicht)").fill("26.250,07");
  await officer.getByRole("button", { name: "Leg voor ter goedkeuring" }).click();
  await done(officer, "Voorgelegd ter goedkeuring");
  await expect(main(officer)).toContainText("Dit voorstel wacht op een ander");
  await expect(officer.getByRole("button", { name: "Keur goed en boek" })).toHaveCount(0);

  await approver.goto("/programma/oefen/werk");
  const title = (await officer.getByRole("heading", { level: 1 }).textContent()) ?? "";
  const number = /OEF-2026-\d{4}/.exec(title)?.[0] ?? "no number";
  await approver.getByRole("link", { name: `Keur goed: toekenning ${number}` }).click();
  await expect(main(approver)).toContainText("Toekenning na de aanvraag van februari.");
  await approver.getByRole("button", { name: "Keur goed en boek" }).click();
  await done(approver, "Goedgekeurd en geboekt");

  await officer.goto(`/programma/oefen/toekenningen?zoek=${number}`);
  await officer.getByRole("link", { name: number }).click();
  await expect(main(officer)).toContainText("€ 125.000,35");
  await expect(main(officer)).toContainText("Modelveen");
  const bridge = officer.getByRole("table", { name: "Van bruto naar netto" });
  await expect(bridge.getByRole("row").last()).toHaveText(/Totaal\s*151\.250,42\s*26\.250,07\s*125\.000,35/);
});

test("what is returned comes back with its reason, is changed and proposed again", async ({ as }) => {
  const officer = await as("officer");
  const approver = await as("approver");
  await openForm(officer, "/programma/oefen/plafonds/nieuw");
  await field(officer, "Geldt vanaf").fill("2-1-2026");
  await field(officer, "2028").fill("5.000,00");
  await field(officer, "Reden").fill("Eerste poging.");
  await officer.getByRole("button", { name: "Leg voor ter goedkeuring" }).click();
  await done(officer, "Voorgelegd ter goedkeuring");

  await approver.goto(officer.url());
  await approver.getByRole("button", { name: "Geef terug" }).click();
  await refused(approver, "Schrijf waarom u het voorstel teruggeeft.");
  await field(approver, "Reden of opmerking (niet verplicht)").fill("Noem de bron van dit bedrag.");
  await approver.getByRole("button", { name: "Geef terug" }).click();
  await done(approver, "Teruggegeven aan de indiener");

  await officer.goto(officer.url().replace(/\?.*/, ""));
  await officer.getByRole("link", { name: "Wijzig dit voorstel" }).click();
  await expect(main(officer)).toContainText("Noem de bron van dit bedrag.");
  await field(officer, "Reden").fill("Tweede poging, met bron: brief van 1 maart.");
  await officer.getByRole("button", { name: "Leg voor ter goedkeuring" }).click();
  await done(officer, "Voorgelegd ter goedkeuring");
  await expect(main(officer)).toContainText("Versie 2");
});

test("an approval of what has changed meanwhile does not go through", async ({ as }) => {
  const officer = await as("officer");
  const approver = await as("approver");
  await openForm(officer, "/programma/oefen/plafonds/nieuw");
  await field(officer, "Geldt vanaf").fill("2-1-2026");
  await field(officer, "2028").fill("7.000,00");
  await field(officer, "Reden").fill("Zoals het eerst was.");
  await officer.getByRole("button", { name: "Leg voor ter goedkeuring" }).click();
  await done(officer, "Voorgelegd ter goedkeuring");
  const address = officer.url().replace(/\?.*/, "");

  await approver.goto(address);
  const second = await approver.context().newPage();
  await second.goto(address);
  await field(second, "Reden of opmerking (niet verplicht)").fill("Graag afronden.");
  await second.getByRole("button", { name: "Geef terug" }).click();
  await done(second, "Teruggegeven aan de indiener");
  await officer.goto(`${address}/wijzigen`);
  await field(officer, "2028").fill("8.000,00");
  await officer.getByRole("button", { name: "Leg voor ter goedkeuring" }).click();
  await done(officer, "Voorgelegd ter goedkeuring");

  await approver.getByRole("button", { name: "Keur goed en boek" }).click();
  await refused(approver, "Iemand anders heeft dit intussen gewijzigd");
});

test("two tabs with the same draft: the older one is refused with both versions shown", async ({ as }) => {
  const page = await as("officer");
  await openForm(page, "/programma/oefen/plafonds/nieuw");
  await field(page, "Geldt vanaf").fill("2-1-2026");
  await field(page, "2028").fill("100,00");
  await field(page, "Reden").fill("Concept.");
  await page.getByRole("button", { name: "Bewaar als concept" }).click();
  await done(page, "Bewaard als concept");
  const address = page.url().replace(/\?.*/, "/wijzigen");
  const other = await page.context().newPage();
  await page.goto(address);
  await other.goto(address);
  await field(page, "2028").fill("200,00");
  await page.getByRole("button", { name: "Bewaar als concept" }).click();
  await done(page, "Bewaard als concept");
  await field(other, "2028").fill("300,00");
  await other.getByRole("button", { name: "Bewaar als concept" }).click();
  await refused(other, "Voor 2028 staat nu € 200,00; u vulde € 300,00 in.");
  await expect(field(other, "2028")).toHaveValue("300,00");
});

test("an allocation is withdrawn by a new entry, not further than what was spent", async ({ as }) => {
  const officer = await as("officer");
  const approver = await as("approver");
  await officer.goto("/programma/oefen/toekenningen?zoek=OEF-2026-0030");
  await officer.getByRole("link", { name: "OEF-2026-0030" }).click();
  const address = officer.url();
  await officer.getByRole("link", { name: "Intrekken" }).click();
  await field(officer, "Nummer van het besluit").fill("OM-2026-I1");
  await field(officer, "Datum van het besluit").fill("1-11-2026");
  await field(officer, "Reden").fill("Project gaat niet door.");
  await officer.getByRole("button", { name: "Leg voor ter goedkeuring" }).click();
  await refused(officer, "Er is al geld besteed: er kan ten hoogste € 656.883,84 af.");

  await officer.goto(address);
  await officer.getByRole("link", { name: "Herzien" }).click();
  await field(officer, "Nummer van het besluit").fill("OM-2026-H1");
  await field(officer, "Datum van het besluit").fill("1-11-2026");
  await field(officer, "Wijziging in totaal").fill("-1.000,00");
  await field(officer, "2028").fill("-1.000,00");
  await field(officer, "Reden").fill("Lagere kosten dan begroot.");
  await officer.getByRole("button", { name: "Leg voor ter goedkeuring" }).click();
  await done(officer, "Voorgelegd ter goedkeuring");
  await approver.goto(officer.url());
  await approver.getByRole("button", { name: "Keur goed en boek" }).click();
  await done(approver, "Goedgekeurd en geboekt");
  await officer.goto(address);
  await expect(main(officer)).toContainText("€ 729.000,00");
  await expect(main(officer)).toContainText("Herzien");
});

test("an officer of another ministry finds no tranche of this one", async ({ as }) => {
  const page = await as("officer.b");
  await page.goto("/programma/oefen/toekenningen/nieuw");
  await expect(page.getByLabel("Regeling en tranche").getByRole("option", { name: /Wijken/ })).toHaveCount(0);
});

test("without JavaScript the same form works", async ({ as }) => {
  const page = await as("officer2", { javaScriptEnabled: false });
  await openForm(page, "/programma/oefen/plafonds/nieuw");
  await page.getByRole("button", { name: "Bewaar als concept" }).click();
  await done(page, "Bewaard als concept");
});

test("who proposed it takes it back with a reason, and the place is free again", async ({ as }) => {
  const page = await as("officer2", { javaScriptEnabled: false });
  await openForm(page, "/programma/oefen/plafonds/nieuw");
  await field(page, "Geldt vanaf").fill("2-1-2026");
  await field(page, "2028").fill("100,00");
  await field(page, "Reden").fill("Vergissing.");
  await page.getByRole("button", { name: "Leg voor ter goedkeuring" }).click();
  await done(page, "Voorgelegd ter goedkeuring");
  await page.getByRole("link", { name: "Trek dit voorstel in" }).click();
  await page.getByRole("button", { name: "Trek in" }).click();
  await refused(page, "Geef een reden waarom u het voorstel intrekt.");
  await field(page, "Reden van intrekking").fill("Verkeerde tranche.");
  await page.getByRole("button", { name: "Trek in" }).click();
  await done(page, "Ingetrokken");
  await expect(main(page)).toContainText("Verkeerde tranche.");
});
