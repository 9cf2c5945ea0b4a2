import type { Page } from "@playwright/test";
import { problemsOn } from "../support/axe";
import { expect, test } from "../support/test";
import { areasNamed, countOf } from "./entry-places";

const TRANCHE = "Oefenregeling Wijken, Tranche 2, 2026–2028";
const THEMES = ["armoede", "jonge-kind", "School en omgeving"];

async function openGrid(page: Page) {
  await page.goto("/programma/oefen/toekenningen/invoeren");
  await page.getByLabel("Regeling en tranche", { exact: true }).selectOption({ label: TRANCHE });
  await page.getByRole("button", { name: "Kies", exact: true }).click();
  await expect(page.getByRole("table")).toBeVisible();
}

const cell = (page: Page, column: string, line: number) =>
  page.getByLabel(`${column}, regel ${line}`, { exact: true });

/** What Ctrl+V does, with this text on the clipboard. */
const paste = (page: Page, text: string) =>
  page.evaluate((copied) => {
    const data = new DataTransfer();
    data.setData("text/plain", copied);
    const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);

/** Sixty places of twenty areas, as a spreadsheet copies them: by code, by name and by alias. */
const sixty = Array.from({ length: 60 }, (_, index) => {
  const area = 1 + (index % 20);
  const named = [`raster-${area}`, `Raster ${area}`, `ALIAS RASTER ${area}`][Math.floor(index / 20)];
  return [
    named,
    THEMES[Math.floor(index / 20)],
    `OW-2026-${index}`,
    "3-3-2026",
    "1.250,50",
    "€ 1.000,-",
    "",
    "Stcrt. 2022, 24113",
    "Na de aanvraag",
    `https://zoek.example/ow-2026-${index}`,
  ];
});
const asText = (rows: readonly (readonly (string | undefined)[])[]) =>
  rows.map((row) => `${row.join("\t")}\r\n`).join("");

test.beforeAll(async ({ application }) => areasNamed(application.addresses.superuser, "raster", 22));

test("sixty allocations are pasted from a spreadsheet, mended where they are wrong, and proposed at once", async ({
  as,
  application,
}) => {
  const page = await as("officer");
  await openGrid(page);
  await cell(page, "Gebied", 1).focus();
  await paste(page, asText(sixty));
  await expect(page.getByRole("status").filter({ hasText: "Regels geplakt: 60." })).toBeVisible();
  await expect(cell(page, "Reden", 60)).toHaveValue("Na de aanvraag");
  await expect(cell(page, "Vindplaats besluit", 60)).toHaveValue("https://zoek.example/ow-2026-59");
  const entered = page.getByRole("row", { name: /^Ingevoerd/ });
  await expect(entered).toContainText("75.030,00");
  await expect(entered).toContainText("60.000,00");
  await expect(entered).toContainText("135.030,00");

  await cell(page, "2026", 3).fill("1,460");
  await cell(page, "2027", 3).fill("41O.000");
  await cell(page, "Gebied", 4).fill("Rastr 4");
  await cell(page, "Gebied", 5).focus();
  await expect(page.locator('[id="lines.2.years.2026-error"]')).toContainText("Bedoelt u 1.460?");
  await expect(cell(page, "2026", 3)).toHaveAttribute("aria-invalid", "true");
  await expect(cell(page, "2027", 3)).toHaveAccessibleDescription(/Bedoelt u 410.000\?/);
  await expect(page.locator('[id="lines.3.areaId-error"]')).toContainText("is geen gebied van dit programma");
  await expect(entered).toContainText("onvolledig");
  await expect(page.getByRole("row", { name: /^Blijft over/ })).toContainText("nog niet te bepalen");
  expect(await problemsOn(page)).toEqual([]);

  await page.getByRole("button", { name: "Leg voor ter goedkeuring" }).click();
  const summary = page
    .getByRole("alert")
    .filter({ hasText: "Deze regels kunnen nog niet worden voorgelegd: 3 redenen" });
  await expect(summary).toBeVisible();
  await expect(summary.getByRole("link", { name: "Regel S17" }).first()).toHaveAttribute(
    "href",
    "/regels#S17",
  );
  await summary.getByRole("link", { name: /Regel 3: “1,460” kan op twee manieren/ }).click();
  await expect(cell(page, "2026", 3)).toBeFocused();

  // With the keyboard alone: over to the next year and back, down, and the cell above taken over.
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("1.250,50");
  await page.keyboard.press("ArrowRight");
  await expect(cell(page, "2027", 3)).toBeFocused();
  await page.keyboard.press("Control+d");
  await expect(cell(page, "2027", 3)).toHaveValue("€ 1.000,-");
  await page.keyboard.press("Enter");
  await expect(cell(page, "2027", 4)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(cell(page, "2027", 3)).toBeFocused();
  await cell(page, "Gebied", 4).fill("raster-4");
  await expect(entered).toContainText("135.030,00");
  await expect(page.getByRole("status").filter({ hasText: "Concept bewaard op" })).toBeVisible();

  const elsewhere = await as("officer", { fresh: true });
  await openGrid(elsewhere);
  await expect(cell(elsewhere, "Besluit", 60)).toHaveValue("OW-2026-59");
  await expect(elsewhere.getByRole("status").filter({ hasText: "Uw concept van" })).toBeVisible();
  const colleague = await as("officer.b");
  await colleague.goto(elsewhere.url());
  await expect(colleague.getByRole("table")).toHaveCount(0);

  await page.getByLabel("Naam van het verzamelvoorstel").fill("Aanvragen van maart");
  await page.getByRole("button", { name: "Leg voor ter goedkeuring" }).click();
  await page.waitForURL(/\/verzamelvoorstellen\/[0-9a-f-]{36}/);
  await expect(page.getByRole("main")).toContainText("Aanvragen van maart");
  await expect(page.getByRole("main")).toContainText("135.030,00");
  expect(
    await countOf(
      application.addresses.superuser,
      "proposal p JOIN batch b ON b.id = p.batch_id AND b.name = 'Aanvragen van maart'",
    ),
  ).toBe(60);
  expect(await countOf(application.addresses.superuser, "entry_draft")).toBe(0);
  await page
    .getByRole("row", { name: /OW-2026-7$|OW-2026-7 / })
    .getByRole("link")
    .first()
    .click();
  await expect(page.getByRole("link", { name: "https://zoek.example/ow-2026-7", exact: true })).toBeVisible();
});

test("without script: pasted into a box, kept, refused with every reason, mended and proposed", async ({
  as,
}) => {
  const page = await as("officer", { javaScriptEnabled: false });
  await openGrid(page);
  await expect(page.getByLabel(/^Gebied, regel \d+$/)).toHaveCount(10);
  await page.getByRole("button", { name: "Meer regels" }).click();
  await expect(page.getByLabel(/^Gebied, regel \d+$/)).toHaveCount(20);

  await page.getByText("Plak uit een spreadsheet zonder het raster").click();
  await page
    .getByLabel("Plak hier")
    .fill(
      "Raster 21\tjonge-kind\tOW-1\t3-3-2026\t1,250.50\t\t\tStcrt\tReden een\n" +
        "raster-22\tschool\tOW-2\t31-2-2026\t600.000,00\t9.000.000,00\t\t\t\n",
    );
  await page.getByRole("button", { name: "Zet in het raster" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Regels geplakt: 2." })).toBeVisible();
  await expect(cell(page, "Reden", 1)).toHaveValue("Reden een");
  await page.getByRole("button", { name: "Bewaar als concept" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Concept bewaard op" })).toBeVisible();
  await openGrid(page);
  await expect(cell(page, "Gebied", 2)).toHaveValue("raster-22");

  await page.getByRole("button", { name: "Leg voor ter goedkeuring" }).click();
  const summary = page
    .getByRole("alert")
    .filter({ hasText: "Deze regels kunnen nog niet worden voorgelegd" });
  await expect(summary).toContainText("Regel 1: “1,250.50” is Engelse notatie. Bedoelt u 1.250,50?");
  await expect(summary).toContainText("Regel 2: “31-2-2026” is geen datum.");
  await expect(summary).toContainText("Regel 2: € 9.000.000,00 in 2027 is");
  await expect(summary).toContainText("Regel 2: Er staat geen reden bij.");
  await expect(cell(page, "2026", 1)).toHaveValue("1,250.50");
  await expect(cell(page, "Reden", 2)).toHaveAccessibleDescription(/Er staat geen reden bij/);

  await cell(page, "2026", 1).fill("1.250,50");
  await cell(page, "Datum besluit", 2).fill("28-2-2026");
  await cell(page, "2026", 2).fill("600,00");
  await cell(page, "2027", 2).fill("");
  await cell(page, "Reden", 2).fill("Reden twee");
  await page.getByRole("button", { name: "Leg voor ter goedkeuring" }).click();
  await page.waitForURL(/\/verzamelvoorstellen\/[0-9a-f-]{36}/);
  await expect(page.getByRole("main")).toContainText("1.850,50");
});
