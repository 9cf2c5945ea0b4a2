import { readFile } from "node:fs/promises";
import { problemsOn } from "../support/axe";
import { expect, test } from "../support/test";

test("the log is searched by name, action and day, and leaves as a file with the same question", async ({
  as,
}) => {
  await as("administrator");
  const auditor = await as("auditor");
  await auditor.goto("/beheer/logboek");
  await auditor.getByRole("combobox", { name: "Handeling" }).selectOption({ label: "Ingelogd" });
  await auditor.getByLabel("Zoek", { exact: true }).fill("beheer");
  await auditor.getByLabel("Tot en met").fill("31-12-2020");
  await auditor.getByRole("button", { name: "Toon" }).click();
  await expect(auditor.getByRole("heading", { name: "Geen regels bij deze keuze" })).toBeVisible();
  await auditor.getByLabel("Tot en met").fill("morgen");
  await auditor.getByRole("button", { name: "Toon" }).click();
  await expect(auditor.getByLabel("Tot en met")).toHaveAccessibleDescription(/datum/i);
  await auditor.getByLabel("Tot en met").fill("");
  await auditor.getByRole("button", { name: "Toon" }).click();
  const first = auditor.getByRole("row").nth(1);
  await expect(first).toContainText("I. Beheer");
  await expect(first).toContainText("Ingelogd");
  await first.getByText("Zoals vastgelegd").click();
  await expect(first).toContainText("session.opened");
  expect(await problemsOn(auditor)).toEqual([]);
  await auditor.getByText("Exporteer", { exact: true }).click();
  const [download] = await Promise.all([
    auditor.waitForEvent("download"),
    auditor.getByRole("link", { name: "Exporteer CSV" }).click(),
  ]);
  const content = await readFile(await download.path(), "utf8");
  expect(content).toContain("session.opened");
  expect(content).not.toContain("session.ended");
  await auditor.goto("/beheer/logboek?handeling=export.made");
  await expect(auditor.getByRole("row").nth(1)).toContainText("Bestand geëxporteerd");
});
