import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { problemsOn } from "../support/axe";
import { expect, test } from "../support/test";

const KEYS = "/programma/oefen/verdeelsleutels";
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const main = (page: Page) => page.getByRole("main");
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const follow = (page: Page, name: string) => page.getByRole("link", { name, exact: true }).click();
const refused = (page: Page, why: string) =>
  expect(page.getByRole("alert").filter({ hasText: why })).toBeVisible();

async function accessible(page: Page) {
  expect(await problemsOn(page)).toEqual([]);
}

async function addPart(page: Page, kind: string) {
  const parts = main(page).getByRole("group", { name: /^Deel \d+:/ });
  const before = await parts.count();
  await field(page, "Nieuw deel").selectOption({ label: kind });
  await press(page, "Voeg deel toe");
  await expect(parts).toHaveCount(before + 1);
  return parts.nth(before);
}

async function composeKey(page: Page, name: string) {
  await page.goto(KEYS);
  await follow(page, "Nieuwe sleutel");
  await field(page, "Naam van de sleutel").fill(name);
  await field(page, "Regeling").selectOption({ label: "Oefenregeling Buurten" });
  const equal = await addPart(page, "gelijke delen");
  await equal.getByLabel("Hoeveel van de pot").selectOption({ label: "Een percentage van de pot" });
  await equal.getByLabel("Percentage").fill("10");
  const weighted = await addPart(page, "naar verhouding van een gegeven");
  await weighted.getByLabel("Gegeven", { exact: true }).selectOption({ label: "inwoners" });
  const floor = await addPart(page, "vloer");
  await floor.getByLabel("Minst per ontvanger").fill("800.000");
  await expect(field(page, "Naam van de sleutel")).toHaveValue(name);
  await field(page, "Juridische grondslag of bron").fill("Oefenbesluit 18, artikel 4");
  await field(page, "Geldt vanaf").fill("1-1-2026");
  await field(page, "Toelichting").fill("Een tiende gelijk, de rest naar inwoners, met een vloer.");
  await press(page, "Bewaar sleutel");
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

async function divide(page: Page, pot: string) {
  await field(page, "2026").fill(pot);
  await press(page, "Bereken de verdeling");
}

async function decide(page: Page, theme: string, number: string) {
  await follow(page, "Maak verzamelvoorstel");
  await field(page, "Thema").selectOption({ label: theme });
  await press(page, "Kies");
  await expect(page.getByRole("heading", { name: "20 regels" })).toBeVisible();
  await field(page, "Nummer van het besluit").fill(number);
  await field(page, "Datum van het besluit").fill("24-11-2026");
  await field(page, "Reden").fill("Verdeling van de pot van 2026 volgens de sleutel.");
}

test("an officer distributes 35 million over 19 municipalities and proposes it in one step", async ({
  as,
}) => {
  test.setTimeout(90_000);
  const page = await as("officer");
  await composeKey(page, "Proefsleutel met een vloer");
  await expect(main(page)).toContainText("Van de pot 10%, in gelijke delen.");
  await expect(main(page)).toContainText("Niemand krijgt minder dan € 800.000,00");

  await divide(page, "15.199.999,99");
  await refused(page, "vraagt de vloer van € 800.000,00 voor 19 ontvangers samen € 15.200.000,00");
  await refused(page, "€ 0,01 te weinig");
  await accessible(page);

  await divide(page, "35.000.000");
  const outcome = page.getByRole("table", { name: "Wie krijgt wat, en wat verandert er" });
  await expect(outcome.getByRole("row", { name: /^19 ontvangers/ })).toContainText("35.000.000,00");
  await expect(outcome.getByRole("row", { name: /^Nulmeer/ })).toContainText("800.000,00");
  const proof = page.getByRole("table", { name: "Wat elk deel verdeelt per jaar, in euro’s" });
  await expect(proof.getByRole("row", { name: /^Van de pot 10%/ })).toContainText("3.500.000,00");
  await expect(proof.getByRole("row", { name: /^Pot/ })).toContainText("35.000.000,00");
  await expect(main(page)).toContainText("identiek");
  await accessible(page);
  const result = page.url();

  await page.getByText("Exporteer", { exact: true }).click();
  const downloading = page.waitForEvent("download");
  await follow(page, "Exporteer CSV");
  const file = readFileSync(await (await downloading).path(), "utf8");
  expect(file).toContain("OEF16;Nulmeer;800000,00;;800000,00");

  await decide(page, "Buurt en bewoners", "BU-2026");
  await press(page, "Leg 20 regels voor ter goedkeuring");
  await page.waitForURL(/\/verzamelvoorstellen\/[0-9a-f-]{36}/);
  await expect(main(page)).toContainText("Proefsleutel met een vloer");
  await page.goto(result);
  await expect(main(page).getByRole("link", { name: /^OEF-V-/ })).toBeVisible();

  await field(page, "Andere berekening van deze regeling").selectOption({ index: 1 });
  await press(page, "Zet ernaast");
  await expect(page.getByRole("table", { name: "Naast een andere berekening" })).toContainText("Nulmeer");

  await follow(page, "Maak verzamelvoorstel");
  await field(page, "Thema").selectOption({ label: "Buurt en bewoners" });
  await press(page, "Kies");
  await page.getByLabel("Naam van het nieuwe scenario").fill("Eerst de sleutel proberen");
  await press(page, "Zet in het scenario");
  await expect(page.getByRole("heading", { level: 1, name: "Eerst de sleutel proberen" })).toBeVisible();
  await page.getByRole("link", { name: "Gemeente", exact: true }).click();
  const effect = page.getByRole("table", { name: "Gevolg naast de stand van nu" });
  await expect(effect.getByRole("row", { name: /^Nulmeer/ })).toContainText("800.000,00");
  await expect(effect.getByRole("row").last()).toContainText("35.000.000,00");
  await accessible(page);

  await page.goto(result);
  await decide(page, "Buurt en bewoners", "BU-2026-2");
  await press(page, "Leg 20 regels voor ter goedkeuring");
  await refused(page, "Regel 1:");
});

test("figures from a spreadsheet: every line that cannot be used is named, and dropping one asks", async ({
  as,
}) => {
  const page = await as("officer");
  await page.goto(KEYS);
  await follow(page, "Gegevens invoeren");
  await field(page, "Regeling").selectOption({ label: "Oefenregeling Buurten" });
  await field(page, "Naam").fill("inwoners");
  await field(page, "Bron").fill("Oefenstatistiek, nieuwe telling");
  await field(page, "Peildatum").fill("1-7-2026");
  await field(page, "Of plak de regels").fill("code;inwoners\nOEF01;1,250\nOEF99;12\nOEF02;98.300");
  await press(page, "Bewaar gegevens");
  await refused(page, "Regel 2: OEF01: 1,250 kan twee getallen zijn.");
  await refused(page, "Regel 3: OEF99 is geen ontvanger van dit programma.");
  await refused(page, "18 ontvangers hadden in de vorige set een waarde en nu niet");
  await expect(page.getByRole("link", { name: "Regel D22" }).first()).toHaveAttribute("href", "/regels#D22");
  await accessible(page);
  const chosen = page.getByLabel("CSV-bestand");
  await chosen.setInputFiles({ name: "groot.csv", mimeType: "text/csv", buffer: Buffer.alloc(300_000, "x") });
  await expect(chosen).toHaveAccessibleDescription(/groter dan 200 kB en wordt niet verstuurd/);
  await expect(chosen).toHaveValue("");
  await field(page, "Of plak de regels").fill("OEF01;412.500\nOEF02;98.300");
  await page.getByLabel("Het klopt dat ontvangers").check();
  await press(page, "Bewaar gegevens");
  await expect(page.getByRole("row", { name: /^Voorbeeldstad/ })).toContainText("412.500");
  await expect(page.getByRole("row", { name: /^Nulmeer/ })).toContainText("geen");
  await accessible(page);
});

test("without script: a key part by part, figures from a file, a run and a draft of the batch", async ({
  as,
}) => {
  test.setTimeout(90_000);
  const page = await as("officer", { javaScriptEnabled: false });
  await page.goto(`${KEYS}/gegevens/nieuw`);
  await field(page, "Regeling").selectOption({ label: "Oefenregeling Buurten" });
  await field(page, "Naam").fill("oppervlak");
  await field(page, "Bron").fill("Oefenkaart");
  await field(page, "Peildatum").fill("1-1-2026");
  const lines = Array.from(
    { length: 19 },
    (_, index) => `OEF${String(index + 1).padStart(2, "0")};${index + 1},5`,
  );
  for (const [name, buffer, why] of [
    ["oppervlak.xlsx", Buffer.from("PK\u0003\u0004"), "oppervlak.xlsx is geen csv."],
    ["alles.csv", Buffer.alloc(3_000_000, "x"), "alles.csv is 3000 kB; meer dan 200 kB wordt niet gelezen."],
  ] as const) {
    await page.getByLabel("CSV-bestand").setInputFiles({ name, mimeType: "text/csv", buffer });
    await press(page, "Bewaar gegevens");
    await refused(page, why);
    await expect(page.getByRole("link", { name: "Regel S20" })).toHaveAttribute("href", "/regels#S20");
    await expect(field(page, "Bron")).toHaveValue("Oefenkaart");
  }
  await page.getByLabel("CSV-bestand").setInputFiles({
    name: "oppervlak.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(lines.join("\r\n")),
  });
  await press(page, "Bewaar gegevens");
  await expect(page.getByRole("row", { name: /^19 waarden/ })).toContainText("199,5");

  await composeKey(page, "Proefsleutel zonder script");
  await follow(page, "Nieuwe versie");
  await press(page, "Deel 3 weghalen");
  await expect(main(page).getByRole("group", { name: /^Deel/ })).toHaveCount(2);
  await field(page, "Geldt vanaf").fill("1-2-2026");
  await field(page, "Toelichting").fill("Zonder vloer.");
  await press(page, "Bewaar als versie 2");
  await expect(page.getByRole("heading", { name: "Versie 2", exact: true })).toBeVisible();

  await field(page, "Gegevens: inwoners").selectOption({ index: 2 });
  await divide(page, "1.000.000,01");
  await expect(page.getByRole("row", { name: /^19 ontvangers/ })).toContainText("1.000.000,01");
  await decide(page, "Veilige straat", "VS-2026");
  await press(page, "Bewaar als concept");
  await page.waitForURL(/\/verzamelvoorstellen\/[0-9a-f-]{36}/);
});
