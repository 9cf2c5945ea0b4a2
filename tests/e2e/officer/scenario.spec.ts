import type { Page } from "@playwright/test";
import { expect, test } from "../support/test";

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const main = (page: Page) => page.getByRole("main");

async function begin(page: Page, name: string) {
  await page.goto("/programma/oefen/scenarios");
  await field(page, "Naam van het scenario").fill(name);
  await page.getByRole("button", { name: "Maak dit scenario" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

async function chooseTranche(page: Page) {
  await page
    .getByLabel("Regeling en tranche", { exact: true })
    .selectOption({ label: "Oefenregeling Wijken, Tranche 2, 2026–2028" });
  await page.getByRole("button", { name: "Kies", exact: true }).click();
  await expect(page.getByLabel("Waar het geld nu staat")).toBeVisible();
}

test("money between two areas, tried in a scenario, becomes a proposal without retyping", async ({ as }) => {
  const officer = await as("officer");
  await begin(officer, "Verschuiven naar een ander gebied");
  await chooseTranche(officer);
  await field(officer, "Waar het geld nu staat").selectOption({
    label: await labelOf(officer, "OEF-2026-0023"),
  });
  await field(officer, "Gebied dat ontvangt").selectOption({ index: 2 });
  await field(officer, "Thema dat ontvangt (niet verplicht)").selectOption({ label: "Armoede en schulden" });
  await field(officer, "2027").fill("9.000.000,00");
  await officer.getByRole("button", { name: "Voeg toe" }).click();
  await expect(main(officer)).toContainText(/In 2027 is €\s[\d.,]+ vrij/);
  await officer.getByRole("button", { name: /Haal weg/ }).click();
  await expect(main(officer)).toContainText("Er is nog geen regel");

  await chooseTranche(officer);
  await field(officer, "Waar het geld nu staat").selectOption({
    label: await labelOf(officer, "OEF-2026-0023"),
  });
  await field(officer, "Gebied dat ontvangt").selectOption({ index: 2 });
  await field(officer, "Thema dat ontvangt (niet verplicht)").selectOption({ label: "Armoede en schulden" });
  await field(officer, "2027").fill("1.000,00");
  await officer.getByRole("button", { name: "Voeg toe" }).click();
  const effect = officer.getByRole("table", { name: "Gevolg naast de stand van nu" });
  await expect(effect).toContainText("1.000,00");
  await expect(effect.getByRole("row").last()).toContainText("0,00");

  await field(officer, "Nummer van het besluit").fill("OM-2026-S1");
  await field(officer, "Datum van het besluit").fill("3-11-2026");
  await field(officer, "Reden").fill("Uitgeprobeerd en besproken.");
  await officer.getByRole("button", { name: "Leg het scenario voor" }).click();
  await expect(officer).toHaveURL(/verzamelvoorstellen/);
  await expect(main(officer)).toContainText("Verschuiven naar een ander gebied");
});

test("a colleague sees it once it is shared, another ministry never; it works without JavaScript", async ({
  as,
}) => {
  const officer = await as("officer", { javaScriptEnabled: false });
  await begin(officer, "Alleen om te delen");
  const address = officer.url();
  const colleague = await as("officer2");
  await colleague.goto(address);
  await expect(colleague.getByRole("heading", { level: 1 })).not.toHaveText("Alleen om te delen");
  await officer.getByRole("button", { name: "Deel met collega’s" }).click();
  await expect(main(officer)).toContainText("kunnen dit scenario zien");
  await colleague.goto(address);
  await expect(colleague.getByRole("heading", { level: 1, name: "Alleen om te delen" })).toBeVisible();
  await expect(colleague.getByRole("button", { name: "Leg het scenario voor" })).toHaveCount(0);
  const stranger = await as("officer.b");
  await stranger.goto(address);
  await expect(stranger.getByRole("heading", { level: 1 })).not.toHaveText("Alleen om te delen");
});

test("two scenarios stand side by side, with what they differ", async ({ as }) => {
  const officer = await as("officer");
  for (const [name, amount] of [
    ["Een beetje meer", "1.000,00"],
    ["Veel meer", "2.500,00"],
  ] as const) {
    await begin(officer, name);
    await chooseTranche(officer);
    await field(officer, "Gebied dat ontvangt").selectOption({ index: 2 });
    await field(officer, "Thema dat ontvangt (niet verplicht)").selectOption({
      label: "Armoede en schulden",
    });
    await field(officer, "2027").fill(amount);
    await officer.getByRole("button", { name: "Voeg toe" }).click();
    await expect(officer.getByRole("table", { name: "Wat er verandert" })).toContainText(amount);
  }
  await field(officer, "Vergelijk met").selectOption({ label: "Een beetje meer" });
  await officer.getByRole("button", { name: "Toon", exact: true }).click();
  const effect = officer.getByRole("table", { name: "Gevolg naast de stand van nu" });
  await expect(effect.getByRole("columnheader", { name: "Een beetje meer" })).toBeVisible();
  const total = effect.getByRole("row").last().getByRole("cell");
  await expect(total.nth(2)).toHaveText("2.500,00");
  await expect(total.nth(4)).toHaveText("−1.500,00");
});

async function labelOf(page: Page, number: string): Promise<string> {
  return (
    (await page
      .getByLabel("Waar het geld nu staat")
      .getByRole("option", { name: new RegExp(number) })
      .textContent()) ?? ""
  );
}
