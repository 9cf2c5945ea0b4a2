import type { Page } from "@playwright/test";
import { problemsOn } from "../support/axe";
import { expect, test } from "../support/test";

const main = (page: Page) => page.getByRole("main");
const refused = (page: Page, why: string) =>
  expect(page.getByRole("alert").filter({ hasText: why })).toBeVisible();
const HEAD = "Besluit;Gemeente;Gebied;Bedrag";

const clean = async (page: Page) => expect(await problemsOn(page)).toEqual([]);

async function bring(page: Page, lines: readonly string[]) {
  await page.goto("/programma/oefen/extern");
  await page.getByRole("link", { name: "Leg een bestand ernaast" }).click();
  await page.getByLabel("Soort bestand").selectOption({ label: "Register, naast toegekend per beschikking" });
  await page.getByLabel("Bron").fill("Ministerie B");
  await page.getByLabel("Bestand", { exact: true }).setInputFiles({
    name: "register.csv",
    mimeType: "text/csv",
    buffer: Buffer.from([HEAD, ...lines].join("\r\n")),
  });
  await page.getByRole("button", { name: "Lees in" }).click();
}

const LINES = [
  "OEF-2026-0023-B;Voorbeeldstad;Voorbeeldstad Noord;690000,00",
  "REG-1;Oefendam;;125,50",
  "REG-2;Oefendam;;1,460",
];

test("an auditor reaches an external file from the reconciliation, and opens its differences down to an entry", async ({
  as,
}) => {
  const auditor = await as("auditor");
  await auditor.goto("/programma/oefen/aansluiting");
  await auditor.getByRole("link", { name: "Aansluiten met een extern bestand" }).click();
  await auditor.getByRole("link", { name: "betalingen-bank-a.csv" }).click();
  await expect(main(auditor)).toContainText("ons + verschillen = bestand");
  await clean(auditor);
  await auditor.getByRole("link", { name: "Klap alles open" }).click();
  const tree = auditor.getByRole("table", { name: "Aansluitboom" });
  await expect(tree.getByRole("row", { name: /In het bestand onder een ander nummer/ })).toContainText(
    "0,00",
  );
  await expect(tree.getByRole("row", { name: /In het bestand op een ander gebied/ })).toHaveCount(1);
  await expect(tree.getByRole("row", { name: /Verschil binnen de tolerantie/ })).toContainText("0,04");
  await expect(tree.getByRole("row", { name: /Regels die niet te lezen zijn/ })).toContainText(
    "nog niet te bepalen",
  );
  await tree.getByRole("link", { name: /Klap open: Niet in het bestand/ }).click();
  await tree
    .getByRole("link", { name: /^Bevoorschot/ })
    .last()
    .click();
  await expect(auditor.getByRole("complementary")).toContainText("Isolatie");
});

test("an officer brings a register and maps it once; an auditor matches a row by hand and takes that back", async ({
  as,
}) => {
  const officer = await as("officer");
  await officer.goto("/programma/oefen/extern/nieuw");
  await officer.getByRole("button", { name: "Lees in" }).click();
  await refused(officer, "Kies wat voor bestand het is.");
  await refused(officer, "Schrijf van wie het bestand komt.");
  await clean(officer);
  await bring(officer, LINES);
  await expect(officer.getByRole("status")).toContainText("Het bestand is bewaard");
  await expect(officer.getByLabel("Gebied")).toHaveValue("Gebied");
  await officer.getByLabel("Beschikkingsnummer").selectOption("Besluit");
  await officer.getByRole("button", { name: "Bewaar de kolommen" }).click();
  await expect(officer.getByRole("heading", { name: /Regels die niet te lezen zijn: 2/ })).toBeHidden();
  await expect(officer.getByRole("heading", { name: /Regels die niet te lezen zijn: 1/ })).toBeVisible();
  await clean(officer);
  await bring(officer, LINES);
  await expect(officer.getByRole("status")).toContainText("Dit bestand was al ingelezen");
  const address = new URL(officer.url()).pathname;
  await officer.goto(`${address}/rijen/3`);
  await expect(officer.getByRole("button", { name: "Koppel" })).toHaveCount(0);

  const auditor = await as("auditor");
  await auditor.goto(`${address}/koppelingen?toon=only_theirs`);
  await expect(auditor.getByRole("row", { name: /REG-1/ })).toContainText("alleen in het bestand");
  await clean(auditor);
  await auditor.getByRole("link", { name: "regel 3" }).click();
  const units = auditor.getByLabel("Toekenning", { exact: true });
  const search = auditor.getByRole("search", { name: "Zoek een toekenning" });
  await search.getByLabel("Nummer").fill("bestaat niet");
  await search.getByRole("button", { name: "Zoek" }).click();
  await expect(main(auditor)).toContainText("Geen toekenning heeft dit nummer");
  await search.getByLabel("Nummer").fill("2026-0029");
  await search.getByRole("button", { name: "Zoek" }).click();
  await expect(main(auditor)).toContainText("1 toekenning om uit te kiezen");
  await clean(auditor);
  const wanted = units.locator("option", { hasText: "OEF-2026-0029-B" });
  await units.selectOption(await wanted.getAttribute("value"));
  await auditor.getByRole("button", { name: "Koppel" }).click();
  await refused(auditor, "Schrijf waarom.");
  await auditor.getByRole("textbox", { name: "Reden" }).first().fill("Staat zo op de brief");
  await auditor.getByRole("button", { name: "Koppel" }).click();
  await expect(auditor.getByRole("status")).toContainText("Dit is vastgelegd");
  const pairing = auditor.getByRole("table", { name: /^Koppelingen tussen/ });
  await pairing.getByRole("link", { name: /^Posten van OEF-2026-0029-B/ }).click();
  await expect(auditor.getByRole("heading", { level: 1, name: "Posten bij een toekenning" })).toBeVisible();
  await expect(auditor.getByRole("table", { name: /^Posten, het eerste eerst/ })).toContainText("ja");
  await clean(auditor);
  await auditor.goBack();
  await expect(pairing).toContainText("met de hand gekoppeld");
  await expect(pairing).toContainText("ander bedrag");
  await clean(auditor);

  await auditor.getByText("Maak ongedaan").first().click();
  const undo = auditor.locator("details", { hasText: "Maak ongedaan" });
  await undo.getByRole("textbox", { name: "Reden" }).fill("Toch een andere brief");
  await undo.getByRole("button", { name: "Maak ongedaan" }).click();
  await expect(pairing).toContainText("alleen in het bestand");
  const said = auditor.getByRole("region", { name: "Wat hierover is gezegd" });
  await expect(said.getByRole("listitem")).toHaveCount(2);
  await expect(said).toContainText("Staat zo op de brief");

  await auditor.goto(address);
  await expect(main(auditor)).toContainText("ons + verschillen = bestand");
  await auditor.getByText("Exporteer", { exact: true }).click();
  const download = auditor.waitForEvent("download");
  await auditor.getByRole("link", { name: "Exporteer CSV" }).click();
  expect((await download).suggestedFilename()).toContain("extern");
});
