import type { Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { readXlsx } from "hucre";
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

test("colleagues of the ministry read it once it is shared, nobody else does; it works without JavaScript", async ({
  as,
}) => {
  const officer = await as("officer", { javaScriptEnabled: false });
  await begin(officer, "Alleen om te delen");
  const address = officer.url();
  const file = address.replace(/scenarios\/([^/?]+).*$/, "export/scenario.csv?scenario=$1");
  const colleagues = ["officer2", "approver"];
  for (const account of colleagues)
    expect((await (await as(account)).request.get(address)).status(), account).toBe(404);
  await officer.getByRole("button", { name: "Deel met collega’s" }).click();
  const link = await field(officer, "Adres om door te geven").inputValue();
  expect(new URL(link).pathname).toBe(new URL(address).pathname);
  for (const account of colleagues) {
    const colleague = await as(account, { javaScriptEnabled: false });
    await colleague.goto(new URL(link).pathname);
    await expect(colleague.getByRole("heading", { level: 1, name: "Alleen om te delen" })).toBeVisible();
    await expect(colleague.getByRole("table", { name: "Gevolg naast de stand van nu" })).toBeVisible();
    for (const name of ["Leg het scenario voor", "Stop met delen", "Kies"])
      await expect(colleague.getByRole("button", { name, exact: true })).toHaveCount(0);
    expect((await colleague.request.get(file)).status()).toBe(200);
    await colleague.goto("/programma/oefen/scenarios");
    await expect(colleague.getByRole("link", { name: "Alleen om te delen" })).toBeVisible();
  }
  for (const account of ["officer.b", "auditor", "coordinator", "administrator"]) {
    const stranger = await as(account);
    expect((await stranger.request.get(address)).status(), account).toBe(404);
    expect((await stranger.request.get(file)).status(), account).toBe(404);
  }
  await officer.getByRole("button", { name: "Stop met delen" }).click();
  await expect(main(officer)).toContainText("Alleen u kunt dit scenario zien");
  expect((await (await as("approver")).request.get(address)).status()).toBe(404);
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

  // Every format of the comparison, and what is in it is what is on the screen.
  await officer.getByText("Exporteer: Gevolg naast de stand van nu", { exact: true }).click();
  const fetched = async (format: string) => {
    const link = officer.getByRole("link", { name: new RegExp(`^Exporteer ${format} ?: Gevolg naast`) });
    const answer = await officer.request.get((await link.getAttribute("href")) ?? "");
    expect(answer.status(), format).toBe(200);
    expect(answer.headers()["content-disposition"]).toContain("-oefen-scenario-");
    return answer.body();
  };
  const [head = "", table = ""] = (await fetched("CSV")).toString("utf8").split("\r\n\r\n");
  expect(head).toContain("Scenario;Dit is een scenario. Niets hiervan is toegekend");
  const [titles, ...rows] = parse(table, { delimiter: ";" });
  expect(titles).toEqual([
    "Gebied",
    "Nu",
    "scenario Veel meer",
    "Verschil",
    "scenario Een beetje meer",
    "Verschil tussen beide",
  ]);
  const plain = (text: string) => (/\d/.test(text) ? text.replaceAll(".", "").replace("−", "-") : "");
  const shown = (await effect.getByRole("row").all()).slice(1, -1);
  expect(shown.length).toBeGreaterThan(1);
  for (const [index, row] of shown.entries()) {
    expect(rows[index]?.[0]).toBe((await row.getByRole("rowheader").textContent())?.trim());
    expect(rows[index]?.slice(1)).toEqual((await row.getByRole("cell").allTextContents()).map(plain));
  }
  const { sheets } = await readXlsx(new Uint8Array(await fetched("XLSX")));
  expect(sheets[0]?.name).toBe("Scenario (geen cijfers)");
  expect(sheets[0]?.rows[0]?.map(String)).toEqual(titles);
  expect((await fetched("ODS")).subarray(0, 2).toString()).toBe("PK");
  expect((await fetched("PDF")).subarray(0, 5).toString()).toBe("%PDF-");
});

async function labelOf(page: Page, number: string): Promise<string> {
  return (
    (await page
      .getByLabel("Waar het geld nu staat")
      .getByRole("option", { name: new RegExp(number) })
      .textContent()) ?? ""
  );
}
