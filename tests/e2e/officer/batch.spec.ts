import type { Page } from "@playwright/test";
import { expect, test } from "../support/test";

const main = (page: Page) => page.getByRole("main");
const status = (page: Page, said: string) =>
  expect(page.getByRole("status").filter({ hasText: said })).toBeVisible();

async function open(page: Page, number: string) {
  await page.goto("/programma/oefen/verzamelvoorstellen");
  await page.getByRole("link", { name: number }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(number);
}

test("an approver returns one line with its reason and approves chosen ones, without JavaScript", async ({
  as,
}) => {
  const approver = await as("officer2", { javaScriptEnabled: false });
  await open(approver, "OEF-V-2026-001");
  // Everything that an approval is about is there: per year, and what it rests on.
  const third = approver.getByRole("row").filter({ has: approver.getByLabel(/^Kies regel 3,/) });
  await expect(third).toContainText(/20\d\d: [\d.]+,\d\d/);
  await third.getByText("Onderbouwing van regel 3").click();
  await expect(third.getByText("Geldt vanaf")).toBeVisible();
  await approver.getByRole("button", { name: "Geef gekozen regels terug" }).click();
  await expect(approver.getByRole("alert").filter({ hasText: "Er is geen regel gekozen." })).toBeVisible();

  await approver.getByRole("checkbox", { name: /^Kies regel 3,/ }).check();
  await approver.getByLabel("Reden om regel 3 terug te geven").fill("Bedrag klopt niet met de brief.");
  await approver.getByRole("button", { name: "Geef gekozen regels terug" }).click();
  await status(approver, "1 regel is teruggegeven.");

  await approver.getByRole("checkbox", { name: /^Kies regel 1,/ }).check();
  await approver.getByRole("checkbox", { name: /^Kies regel 2,/ }).check();
  await approver.getByRole("button", { name: "Keur gekozen regels goed" }).click();
  await status(approver, "2 regels zijn goedgekeurd en geboekt.");
});

test("who entered a batch does not decide it, and finds it among what waits for somebody else", async ({
  as,
}) => {
  const officer = await as("officer");
  await officer.goto("/programma/oefen/werk");
  await officer
    .getByRole("link", { name: /verzamelvoorstel OEF-V-2026-001/ })
    .first()
    .click();
  await expect(main(officer)).toContainText("Dit verzamelvoorstel wacht op een ander");
  await expect(officer.getByRole("button", { name: /^Keur/ })).toHaveCount(0);
});

test("all open lines are approved at once, as they were read", async ({ as }) => {
  const approver = await as("officer2");
  await open(approver, "OEF-V-2026-002");
  await approver.getByText("Exporteer", { exact: true }).click();
  const link = approver.getByRole("link", { name: "Exporteer CSV" });
  const file = await (await approver.request.get((await link.getAttribute("href")) ?? "")).text();
  const lines = file.split("\r\n").filter((line) => /^\d+;OEF-/.test(line));
  expect(lines).toHaveLength(6);
  expect(lines.filter((line) => line.includes(";Teruggegeven;"))).toHaveLength(1);
  await approver.getByRole("button", { name: /^Keur (de ene|alle)/ }).click();
  await status(approver, "goedgekeurd en geboekt.");
  await expect(approver.getByRole("checkbox")).toHaveCount(0);
});
