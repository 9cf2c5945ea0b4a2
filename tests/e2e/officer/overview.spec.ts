import { inflateRawSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { problemsOn } from "../support/axe";
import { expect, test } from "../support/test";

const DESK = "/programma/oefen/geldstromen/OW/overzicht";
const main = (page: Page) => page.getByRole("main");
const cents = (text: string | null | undefined) =>
  BigInt((text ?? "").replace(/[^\d−-]/g, "").replace("−", "-"));

async function noProblems(page: Page): Promise<void> {
  expect(await problemsOn(page)).toEqual([]);
}

/** The amounts of a row of the table with this caption. */
async function amounts(page: Page, caption: RegExp, row: RegExp): Promise<bigint[]> {
  const cells = await page
    .getByRole("table", { name: caption })
    .getByRole("row", { name: row })
    .getByRole("cell")
    .allTextContents();
  return cells.filter((text) => /\d,\d\d/.test(text)).map((text) => cents(/[\d.−]+,\d\d/.exec(text)?.[0]));
}

test("the desk of a stream adds up to the cent, and says what is missing instead of a zero", async ({
  as,
}) => {
  const page = await as("officer");
  await page.goto("/programma/oefen/geldstromen/OW");
  await page.getByRole("link", { name: "Overzicht van het geld" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Overzicht van Oefenregeling Wijken");
  const [ceiling = 0n, allocated = 0n, free = 0n] = await amounts(page, /^Plafond, toegekend/, /^Totaal/);
  expect(ceiling).toBe(allocated + free);
  const matrix = await amounts(page, /^Toegekend per gemeente/, /^Totaal/);
  expect(matrix.slice(0, -1).reduce((all, one) => all + one, 0n)).toBe(matrix.at(-1));
  expect(matrix.at(-1)).toBe(allocated);

  await page
    .getByRole("navigation", { name: "Wat de tabel toont" })
    .getByRole("link", { name: "Besteed" })
    .click();
  const testerloo = page
    .getByRole("table", { name: /^Besteed per gemeente/ })
    .getByRole("row", { name: /^Testerloo/ });
  await expect(testerloo).toContainText("1 te laat");
  await expect(testerloo.getByRole("cell", { name: "0,00", exact: true })).toHaveCount(0);
  await expect(main(page)).toContainText("Vervalt op 31 december 2028.");
  await expect(main(page)).toContainText(/In dit tempo blijft €\s[\d.]+,\d\d onbesteed/);
  await noProblems(page);
});

test("a figure of the matrix leads to its history: who, when, old, new and why", async ({ as }) => {
  const page = await as("auditor");
  await page.goto(`${DESK}?maat=toegekend`);
  const cell = page
    .getByRole("table", { name: /^Toegekend per gemeente/ })
    .getByRole("row", { name: /^Modelveen/ })
    .getByRole("link")
    .first();
  const shown = cents(await cell.textContent());
  await cell.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Geschiedenis: Toegekend, Oefenregeling Wijken",
  );
  await expect(page.getByLabel("Gemeente")).toHaveValue("OEF05");
  const newest = page.getByRole("table").getByRole("row").nth(1);
  await expect(newest).toContainText("ingevoerd door");
  await expect(newest).toContainText("goedgekeurd door");
  const [, , , , , now] = await newest.getByRole("cell").allTextContents();
  expect(cents(now)).toBe(shown);
  await noProblems(page);
});

test("what was known before is another answer, and a date that cannot be read is said", async ({ as }) => {
  const page = await as("officer");
  await page.goto(`${DESK}?geldig=31-12-2022`);
  await expect(main(page)).toContainText("Op deze geldstroom is nog niets geboekt");
  await page.goto(`${DESK}?geldig=gisteren`);
  await expect(page.getByLabel("Geldig op")).toHaveAttribute("aria-invalid", "true");
});

test("a coordinator has no desk of a stream", async ({ as }) => {
  const page = await as("coordinator");
  expect((await page.goto(DESK))?.status()).toBe(404);
  expect((await page.goto(DESK.replace("overzicht", "geschiedenis")))?.status()).toBe(404);
  expect((await page.request.get("/programma/oefen/export/overzicht.csv?geldstroom=OW")).status()).toBe(404);
});

test("without JavaScript a view is kept, shared, found by a colleague and removed", async ({ as }) => {
  const page = await as("officer", { javaScriptEnabled: false });
  await page.goto("/programma/oefen/toekenningen?geldstroom=OW&gemeente=OEF02&pagina=1");
  await page.getByText("Bewaarde weergaven (0)").click();
  await page.getByRole("button", { name: "Bewaar weergave" }).click();
  await expect(page.getByRole("alert")).toContainText("Geef de weergave een naam.");
  await page.getByLabel("Naam van deze weergave").fill("Wijken in Oefendam");
  await page.getByLabel("Deel met collega’s van mijn organisatie").check();
  await page.getByRole("button", { name: "Bewaar weergave" }).click();
  await expect(page.getByRole("link", { name: "Wijken in Oefendam" })).toBeVisible();
  await expect(page).toHaveURL(/gemeente=OEF02/);

  const colleague = await as("officer2");
  await colleague.goto("/programma/oefen/toekenningen");
  await colleague.getByText("Bewaarde weergaven (1)").click();
  await colleague.getByRole("link", { name: "Wijken in Oefendam" }).click();
  await expect(colleague.getByLabel("Gemeente")).toHaveValue("OEF02");
  await colleague.getByText("Bewaarde weergaven (1)").click();
  await expect(colleague.getByRole("button", { name: "Verwijder Wijken in Oefendam" })).toHaveCount(0);
  await noProblems(colleague);

  const stranger = await as("officer.b");
  await stranger.goto("/programma/oefen/toekenningen");
  await expect(stranger.getByText("Bewaarde weergaven (0)")).toBeVisible();

  await page.getByRole("button", { name: "Verwijder Wijken in Oefendam" }).click();
  await expect(page.getByText("Bewaarde weergaven (0)")).toBeVisible();
});

test("a refusal points at its rule, and anybody can read it there", async ({ as, visitor }) => {
  const page = await as("officer");
  await page.goto("/programma/oefen/plafonds/nieuw");
  await page.getByLabel("Regeling en tranche", { exact: true }).selectOption({ index: 1 });
  await page.getByRole("button", { name: "Kies", exact: true }).click();
  await page.getByRole("button", { name: "Leg voor ter goedkeuring" }).click();
  const rule = page.getByRole("alert").getByRole("link", { name: "Regel D5" });
  await expect(rule).toHaveAttribute("href", "/regels#D5");

  const anybody = await visitor();
  await anybody.goto("/regels#D5");
  await expect(anybody.locator("[id=D5]")).toContainText("Bij alles wat wordt voorgesteld staat een reden.");
  await noProblems(anybody);
});

/** The entry of a zip by its name, read through the directory at the end. */
function entryOf(archive: Buffer, wanted: string): string {
  const end = archive.length - 22;
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const length = archive.readUInt16LE(at + 28);
    const start = archive.readUInt32LE(at + 42);
    if (archive.toString("utf8", at + 46, at + 46 + length) === wanted) {
      const from = start + 30 + archive.readUInt16LE(start + 26) + archive.readUInt16LE(start + 28);
      return inflateRawSync(archive.subarray(from, from + archive.readUInt32LE(at + 20))).toString("utf8");
    }
    at += 46 + length;
  }
  throw new Error(`no ${wanted}`);
}

test("the table that is shown leaves as ODS and as a tagged PDF with the same totals", async ({ as }) => {
  const page = await as("officer");
  await page.goto(`${DESK}?maat=besteed&geldig=31-12-2025`);
  const total = (await amounts(page, /^Besteed per gemeente/, /^Totaal/)).at(-1) ?? 0n;
  await page.getByText("Exporteer", { exact: true }).click();
  const fetched = async (name: string) => {
    const href = await page.getByRole("link", { name }).getAttribute("href");
    return (await page.request.get(href ?? "")).body();
  };
  const content = entryOf(await fetched("Exporteer ODS"), "content.xml");
  const [posts = "", statement = ""] = content.split("</table:table>");
  const rows = posts.split("<table:table-row>").slice(2);
  const sum = rows.reduce((all, row) => {
    const values = [...row.matchAll(/office:value="(-?\d+\.\d\d)"/g)].map((match) =>
      BigInt((match[1] ?? "").replace(".", "")),
    );
    return all + (values.at(-1) ?? 0n);
  }, 0n);
  expect(sum).toBe(total);
  expect(statement).toContain(`office:value="${total / 100n}.${String(total % 100n).padStart(2, "0")}"`);
  expect(statement).toContain("2025-12-31");
  expect(statement).toContain("Oefengegevens");

  const print = (await fetched("Exporteer PDF")).toString("latin1");
  expect(print.startsWith("%PDF-1.7")).toBe(true);
  expect(print).toContain("/StructTreeRoot");
  expect([...print.matchAll(/\/Scope \/Column/g)].length).toBeGreaterThan(3);
});

test("every table of the desk leaves as it is shown: years, missing reports and the outlook", async ({
  as,
}) => {
  const page = await as("officer");
  await page.goto(DESK);
  const fetched = async (table: string) => {
    const open = page.getByText(`Exporteer: ${table}`, { exact: true });
    await open.click();
    const link = page.getByRole("link", { name: new RegExp(`^Exporteer CSV ?: ${table}$`) });
    const answer = await page.request.get((await link.getAttribute("href")) ?? "");
    await open.click();
    return (await answer.text()).split("\r\n").map((line) => line.split(";"));
  };
  const total = (rows: readonly string[][], column: number) =>
    rows.reduce((all, row) => (/^-?\d+,\d\d$/.test(row[column] ?? "") ? all + cents(row[column]) : all), 0n);

  const [ceiling] = await amounts(page, /^Plafond, toegekend/, /^Totaal/);
  const years = await fetched("Per jaar");
  const head = years.findIndex(([first]) => first === "Jaar");
  expect(years[head]).toEqual(["Jaar", "Plafond", "Toegekend", "Vrij", "Bevoorschot", "Besteed"]);
  expect(total(years.slice(head + 1), 1)).toBe(ceiling);
  expect(years.slice(head + 1).some((row) => row.includes("geen"))).toBe(true);

  const missing = await fetched("Rapportages die ontbreken");
  const late = page.getByRole("table", { name: "Rapportages die ontbreken" }).getByRole("row");
  expect(missing.filter((row) => /^OEF\d\d$/.test(row[0] ?? ""))).toHaveLength((await late.count()) - 1);

  const outlook = await fetched("Vooruitblik");
  const shown = page.getByRole("table", { name: /^Vooruitblik per gemeente/ }).getByRole("rowheader");
  expect(outlook.filter((row) => /^OEF\d\d$/.test(row[2] ?? ""))).toHaveLength(await shown.count());
});
