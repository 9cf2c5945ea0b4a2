import type { Page } from "@playwright/test";
import pg from "pg";
import { problemsOn } from "../support/axe";
import { ownApplication } from "../support/own-application";
import { expect } from "../support/test";
import { closesAt } from "../support/window-time";

/** An application of its own, in which nothing has been filled in for one of two areas yet. */
const test = ownApplication("exempt-area", async ({ addresses }) => {
  await closesAt(addresses.superuser, "2099-12-31T22:59:00Z");
  const client = new pg.Client(addresses.superuser);
  await client.connect();
  const zuid = "area_id = (SELECT id FROM area WHERE code = 'voorbeeldstad-zuid')";
  const draft = "report_id IN (SELECT id FROM report WHERE status = 'draft')";
  await client.query(`DELETE FROM report_forecast WHERE ${zuid} AND ${draft}`);
  await client.query(
    `UPDATE report_line SET spent_cents = NULL, forecast_cents = NULL, explanation = NULL WHERE ${zuid} AND ${draft}`,
  );
  await client.end();
});

const REPORT = "Oefenregeling Wijken, periode 2 van 2026";
const said = (page: Page, text: string) =>
  expect(page.getByRole("status").filter({ hasText: text }).first()).toBeVisible();

test("an area that is waived is not asked in the report, says so, and can be told all the same", async ({
  as,
}) => {
  const coordinator = await as("coordinator");
  await coordinator.goto("/programma/oefen/rapportages/perioden");
  await coordinator.getByRole("link", { name: REPORT, exact: true }).click();
  await coordinator.getByLabel("Voor wie").selectOption("Voorbeeldstad Zuid");
  await coordinator.getByLabel("vrijgesteld").check();
  await coordinator.getByLabel("Geldt tot en met").fill("31-12-2098");
  await coordinator.getByLabel("Reden", { exact: true }).first().fill("De wijk is ontruimd.");
  await coordinator.getByRole("button", { name: "Vraag de uitzondering" }).click();
  await said(coordinator, "De uitzondering is gevraagd");

  const open = async (page: Page) => {
    await page.goto("/programma/oefen/rapportages");
    await page.getByRole("link", { name: REPORT, exact: true }).click();
    await expect(page.getByRole("heading", { name: "Regels per gebied en thema" })).toBeVisible();
  };
  const fields = coordinator.getByLabel(/^Voorbeeldstad Zuid, .*, Deze periode$/);
  await open(coordinator);
  await expect(fields).toHaveCount(3);

  const officer = await as("officer", { javaScriptEnabled: false });
  await officer.goto("/programma/oefen/rapportages/perioden/uitzonderingen");
  const request = officer.getByRole("row").filter({ hasText: "De wijk is ontruimd." });
  await request.getByText(/^Besluit over/).click();
  await request.getByLabel("Reden van het besluit").fill("Akkoord.");
  await request.getByRole("button", { name: "Verleen" }).click();
  await said(officer, "De uitzondering is verleend");

  await open(coordinator);
  await expect(fields).toHaveCount(0);
  const lines = coordinator.getByRole("table", { name: "Rapportageregels" });
  await expect(lines).toContainText(
    "Hier wordt in deze periode niets gevraagd, tot en met 31 december 2098.",
  );
  await expect(lines.getByRole("row", { name: /^Totaal/ })).toContainText("zonder vrijgestelde gebieden");
  await expect(coordinator.getByRole("region", { name: "Waarom kan ik niet indienen?" })).not.toContainText(
    "Zuid",
  );
  expect(await problemsOn(coordinator)).toEqual([]);

  await coordinator.getByRole("link", { name: "Toch invullen Voorbeeldstad Zuid" }).click();
  await expect(fields).toHaveCount(3);
  await fields.first().fill("0,00");
  await coordinator.getByRole("button", { name: "Bewaar en controleer" }).click();
  await said(coordinator, "Bewaard");
  // What was told counts, and the rest of the area is still not asked.
  await expect(fields).toHaveCount(1);
  await expect(lines).toContainText("Wat u invulde, telt gewoon mee.");
});
