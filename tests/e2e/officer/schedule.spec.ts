import { expect, test } from "../support/test";

test("the terms of an award are planned, sum to it, and stand beside what was paid", async ({ as }) => {
  const page = await as("officer", { javaScriptEnabled: false });
  const main = page.getByRole("main");
  const field = (label: string, at: number) => page.getByLabel(label, { exact: false }).nth(at);
  await page.goto("/programma/oefen/toekenningen?zoek=OEF-2026-0025");
  await page.getByRole("link", { name: "OEF-2026-0025" }).click();
  await page.getByRole("link", { name: "Kasritme" }).click();
  await expect(main.getByRole("group", { name: /^Termijn/ }).first()).toBeVisible();
  const terms = await main.getByRole("group", { name: /^Termijn/ }).count();
  expect(terms).toBeGreaterThan(3);
  const row = (number: number) => main.getByRole("group", { name: `Termijn ${number}`, exact: true });
  await row(1)
    .getByLabel(/Betalen op/)
    .fill("1-12-2026");
  await row(1)
    .getByLabel(/Bedrag/)
    .fill("1.000,00");
  await row(2)
    .getByLabel(/Betalen op/)
    .fill("31-31-2027");
  await row(2)
    .getByLabel(/Bedrag/)
    .fill("1,000.00");
  await field("Reden", 0).fill("Volgens de beschikking.");
  await page.getByRole("button", { name: "Bewaar kasritme" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await expect(row(1).getByLabel(/Bedrag/)).toHaveValue("1.000,00");
  await row(2)
    .getByLabel(/Betalen op/)
    .fill("");
  await row(2)
    .getByLabel(/Bedrag/)
    .fill("");
  for (let number = 3; number <= terms; number++) {
    await row(number)
      .getByLabel(/Betalen op/)
      .fill("");
    await row(number)
      .getByLabel(/Bedrag/)
      .fill("");
  }
  await page.getByRole("button", { name: "Bewaar kasritme" }).click();
  const alert = page.getByRole("alert");
  await expect(alert).toContainText(/De termijnen zijn samen €\s1\.000,00; toegekend is €\s[\d.,]+/);
  const [, awarded = ""] = /toegekend is €\s([\d.,]+)\./.exec((await alert.textContent()) ?? "") ?? [];
  await row(1)
    .getByLabel(/Bedrag/)
    .fill(awarded);
  await page.getByRole("button", { name: "Bewaar kasritme" }).click();
  await expect(page.getByRole("status")).toContainText(/Versie \d+ van het kasritme is bewaard/);
  const planned = main.getByRole("table", { name: "Gepland en betaald per termijn, in euro’s" });
  await expect(planned.getByRole("row", { name: /^Totaal/ })).toContainText(awarded);

  await page.goto("/programma/oefen/voorschotten");
  await main.getByText("Termijnen waarvan de dag voorbij is").click();
  await expect(main.getByRole("table", { name: "Termijnen die te laat zijn, in euro’s" })).toContainText(
    "15-09-2026",
  );
});
