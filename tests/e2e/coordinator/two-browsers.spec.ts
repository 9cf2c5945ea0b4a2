import type { Page } from "@playwright/test";
import { ownApplication } from "../support/own-application";
import { expect } from "../support/test";

/** An application of its own: nobody else opens this report. */
const test = ownApplication("twee-browsers");
const REPORT = "Oefenregeling Wijken, periode 2 van 2026";

const cell = (page: Page, place: string) => page.getByRole("textbox", { name: `${place}, Deze periode` });
const NORTH = "Voorbeeldstad Noord, Armoede en schulden";
const SOUTH = "Voorbeeldstad Zuid, Armoede en schulden";

async function openReport(page: Page) {
  await page.goto("/programma/oefen/rapportages");
  await page.getByRole("link", { name: REPORT, exact: true }).click();
  await expect(cell(page, NORTH)).toBeVisible();
}
async function save(page: Page) {
  await page.getByRole("button", { name: "Bewaar en controleer" }).click();
}
const saved = async (page: Page) => {
  await save(page);
  await expect(
    page
      .getByRole("status")
      .filter({ hasText: /^Bewaard/ })
      .first(),
  ).toBeVisible();
};

test("two browsers that change different fields keep both", async ({ as }) => {
  const [mine, theirs] = [await as("coordinator"), await as("coordinator")];
  await openReport(mine);
  await openReport(theirs);
  await cell(theirs, NORTH).fill("70.100,10");
  await saved(theirs);
  await cell(mine, SOUTH).fill("60.200,20");
  await saved(mine);
  await theirs.reload();
  await expect(cell(theirs, NORTH)).toHaveValue("70.100,10");
  await expect(cell(theirs, SOUTH)).toHaveValue("60.200,20");
});

test("two browsers that change one field lose nothing: it is refused, waits for a choice, and is chosen", async ({
  as,
}) => {
  const [mine, theirs] = [await as("coordinator"), await as("coordinator")];
  await openReport(mine);
  await openReport(theirs);
  await cell(theirs, NORTH).fill("80.200,15");
  await cell(theirs, SOUTH).fill("50.000,00");
  await saved(theirs);

  await cell(mine, NORTH).fill("1,00");
  await save(mine);
  const refused = mine.getByRole("alert").filter({ hasText: "Deze rapportage is niet bewaard" });
  await expect(refused).toContainText("u vulde “1,00” in");
  await expect(refused).toContainText("“80.200,15”");
  await expect(cell(mine, NORTH)).toHaveValue("1,00");
  // What was left alone is theirs by now.
  await expect(cell(mine, SOUTH)).toHaveValue("50.000,00");

  await mine
    .getByRole("textbox", { name: /toelichting/i })
    .first()
    .fill("nog niet gekozen");
  await expect(mine.getByRole("status").filter({ hasText: "Niet vanzelf bewaard" })).toBeVisible();
  await theirs.reload();
  await expect(cell(theirs, NORTH)).toHaveValue("80.200,15");

  await saved(mine);
  await theirs.reload();
  await expect(cell(theirs, NORTH)).toHaveValue("1,00");
  await expect(cell(theirs, SOUTH)).toHaveValue("50.000,00");
});
