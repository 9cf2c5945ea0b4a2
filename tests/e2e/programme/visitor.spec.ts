import type { Page } from "@playwright/test";
import { expect, test } from "../support/test";

const main = (page: Page) => page.getByRole("main");
const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { name });

test("from the start page to the words of the source behind the headline", async ({ visitor }) => {
  const page = await visitor();
  await page.goto("/");
  await expect(main(page)).toContainText("zo’n € 1,1 mld");
  await page.getByRole("link", { name: "Nationaal Programma Leefbaarheid en Veiligheid" }).click();
  await expect(heading(page, "5 lezingen; 3 daarvan ronden af op € 1,1 mld")).toBeVisible();
  await main(page)
    .getByRole("link", { name: /Eén jaar op weg .*, inleiding$/ })
    .first()
    .click();
  await expect(heading(page, "Inleiding: zo’n € 1,1 mld")).toBeVisible();
  await expect(page.getByRole("blockquote")).toContainText("Vanaf 2020 heeft het Rijk zo'n € 1,1 miljard");
  const sum = page.getByRole("row", { name: /6 noten met een vast bedrag/ });
  await expect(sum).toContainText("1.076");
});

test("every note leads to its claim, and what was not published says so", async ({ visitor }) => {
  const page = await visitor();
  await page.goto("/programma/nplv");
  const notes = page.getByRole("table", { name: "De noten" });
  await expect(notes.getByRole("row", { name: /Brede SPUK/ }).first()).toContainText("niet gepubliceerd");
  await expect(notes.getByRole("row", { name: /Niet herleid tot een regeling/ }).first()).toContainText(
    "27 of 30",
  );
  await expect(notes.getByRole("row", { name: /Kansrijke Wijk/ })).toContainText("€ 250 mln");
  await notes.getByRole("link", { name: "45", exact: true }).click();
  await expect(heading(page, "Lokale Aanpak Isolatie, noot 3: € 45 mln")).toBeVisible();
  await expect(main(page)).toContainText("30.000 woningen maal € 1.460,00");
  await page.getByRole("link", { name: "De norm per woning geeft een ander bedrag" }).click();
  await expect(page.getByRole("row", { name: /Woningen maal norm/ })).toContainText("43,8");
  await expect(page.getByRole("row", { name: /Norm lager dan het bedrag/ })).toContainText("€ 1,2 mln");
  await expect(page.getByRole("button", { name: "Leg het besluit vast" })).toHaveCount(0);
});

test("the flow is a link away in every view; a view that does not exist says so", async ({ visitor }) => {
  const page = await visitor();
  await page.goto("/programma/nplv?beeld=onzin");
  await expect(page.getByText("Deze weergave bestaat niet.")).toBeVisible();
  const views = page.getByRole("navigation", { name: "Weergave" });
  await views.getByRole("link", { name: "In de gebieden" }).click();
  await page.getByText("Dezelfde bedragen als tabel").click();
  await expect(page.getByRole("row", { name: /Amsterdam Nieuw-West/ }).first()).toContainText(
    "27.136.679,07",
  );
  await page.getByRole("link", { name: "Toegekend", exact: true }).click();
  await expect(heading(page, "Dit is alleen te zien na inloggen")).toBeVisible();
  await page.goto("/programma/nplv?beeld=geclaimd&beeld=besteed");
  await expect(page.getByText("Deze weergave bestaat niet.")).toBeVisible();
});

test("an area shows both figures that compete, apart from what is to the cent", async ({ visitor }) => {
  const page = await visitor();
  await page.goto("/programma/nplv");
  const areas = page.getByRole("table", { name: "Gepubliceerde toekenningen per gebied" });
  await expect(areas.getByRole("row", { name: /Leeuwarden-Oost/ })).toContainText("niet gepubliceerd");
  await expect(areas.getByRole("row", { name: /^In de gebieden/ })).toContainText("172.688.465,22");
  await expect(areas.getByRole("row", { name: /^Buiten de gebieden/ })).toContainText("9.859.849,65");
  await areas.getByRole("link", { name: "Amsterdam Nieuw-West" }).first().click();
  await expect(main(page)).toContainText("GM0363");
  const competing = page.getByRole("table", { name: "Bronnen spreken elkaar tegen" });
  await expect(competing.getByRole("row", { name: /27\.000\.000/ })).toBeVisible();
  await expect(competing.getByRole("row", { name: /28\.000\.000/ })).toBeVisible();
  const exact = page.getByRole("table", { name: "Toegekend tot op de cent" });
  await expect(exact.getByRole("row", { name: /^Samen/ })).toContainText("27.136.679,07");
});

test("claims are chosen by stream, stage and source, and the choice is in the address", async ({
  visitor,
}) => {
  const page = await visitor();
  await page.goto("/programma/nplv/claims");
  await page.getByLabel("Regeling", { exact: true }).selectOption({ label: "Volkshuisvestingsfonds" });
  await page.getByLabel("Stadium", { exact: true }).selectOption({ label: "aangevraagd" });
  await page.getByRole("button", { name: "Toon" }).click();
  await expect(page).toHaveURL(/geldstroom=S4/);
  await expect(page.getByText("3 gepubliceerde bedragen uit 3 bronnen")).toBeVisible();
  await expect(page.getByRole("row", { name: /480\.000\.000/ })).toContainText("aangevraagd");
  await page.goto("/programma/nplv/claims?stadium=verzonnen&bron=geen");
  await expect(page.getByText("Het adres noemt een keuze die er niet is.")).toBeVisible();
});

test("a stream has its targets, owners and claims; requests stand apart from awards", async ({ visitor }) => {
  const page = await visitor();
  await page.goto("/programma/nplv/geldstromen");
  await page.getByRole("link", { name: "Volkshuisvestingsfonds" }).click();
  await expect(page.getByRole("row", { name: /Te herstructureren particuliere woningen/ })).toContainText(
    "25.000 woningen",
  );
  await expect(main(page)).toContainText("VRO, sinds 02-07-2024");
  await expect(page.getByRole("table", { name: "Aanvragen, geen toekenningen" })).toContainText("85.000.000");
  await page.goto("/programma/nplv/geldstromen/S9");
  await expect(main(page)).toContainText("17 gebieden");
  await expect(main(page)).toContainText("32 allianties");
});

test("what does not exist is not found, and practice is not public", async ({ visitor }) => {
  const page = await visitor();
  for (const path of [
    "/programma/oefen",
    "/programma/nplv/claims/geen",
    "/programma/nplv/bronconflicten/L99",
    "/programma/nplv/gebieden/geen",
    "/programma/nplv/geldstromen/S99",
  ])
    expect((await page.goto(path))?.status(), path).toBe(404);
});

test("in English, without JavaScript, the same figures", async ({ visitor }) => {
  const page = await visitor({ javaScriptEnabled: false });
  await page.goto("/taal/en");
  await page.goto("/programma/nplv?beeld=gebieden");
  await expect(heading(page, "5 readings; 3 round to €1.1bn")).toBeVisible();
  await expect(main(page)).toContainText("172,688,465.22");
  await expect(page.getByRole("table", { name: "Amounts by year, in euros" })).toContainText(
    "182,548,314.87",
  );
});
