import { problemsOn } from "../support/axe";
import { ownApplication } from "../support/own-application";
import { expect } from "../support/test";
import { closesAt } from "../support/window-time";

/** An application of its own, in which a year that was closed can still be reported. */
const test = ownApplication("correction-choice", ({ addresses }) =>
  closesAt(addresses.superuser, "2099-12-31T22:59:00Z"),
);

test("a correction that could be about more years says which it takes, and takes the one that is chosen", async ({
  as,
}) => {
  const page = await as("coordinator.proefrade");
  await page.goto("/programma/oefen/rapportages");
  await page.getByRole("button", { name: "Open rapportage Oefenregeling Jeugd, 2025" }).click();
  const correction = page.getByLabel("Proefrade Centrum, Preventie, Correctie eerder", { exact: true });
  const choice = page.getByLabel("Welke boeking corrigeert u?: Proefrade Centrum, Preventie");
  const refusal = page.getByText(
    /De correctie wijst naar 2024, en meer was er van dat jaar niet geaccepteerd/,
  );
  const save = () => page.getByRole("button", { name: "Bewaar en controleer" }).click();

  await correction.fill("-219.052,01");
  await save();
  await expect(refusal).toBeVisible();
  await expect(choice.locator("option:checked")).toHaveText(/van 2024$/);
  expect(await problemsOn(page)).toEqual([]);

  await correction.fill("-100,00");
  await choice.selectOption({ index: 1 });
  await save();
  await expect(page.getByRole("heading", { name: "Bewaard", exact: true })).toBeVisible();
  await expect(refusal).toBeHidden();
  await page.reload();
  await expect(choice.locator("option:checked")).toHaveText(/van 2023$/);
});
