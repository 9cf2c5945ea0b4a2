import type { Page } from "@playwright/test";
import { expect, test } from "../support/test";

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const optional = (page: Page, label: string) => page.getByLabel(`${label} (niet verplicht)`, { exact: true });
const main = (page: Page) => page.getByRole("main");
const PDF = Buffer.from("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");

for (const script of [true, false])
  test(`a published figure is registered with its document, ${script ? "with" : "without"} script`, async ({
    as,
  }) => {
    const officer = await as("officer", { javaScriptEnabled: script });
    await officer.goto("/programma/oefen/claims/nieuw");
    await officer.getByRole("button", { name: "Leg de claim vast" }).click();
    const summary = officer.getByRole("alert").filter({ hasText: "Deze claim is niet vastgelegd" });
    await expect(summary).toBeVisible();

    await optional(officer, "Titel van het nieuwe stuk").fill(`Oefenbrief over wijken ${script}`);
    await optional(officer, "Uitgever").fill("Oefenministerie A");
    await optional(officer, "Datum van publicatie").fill("2-11-2026");
    await field(officer, "Plaats in het stuk").fill("noot 9");
    await optional(officer, "Bedrag").fill("1.250.000");
    await field(officer, "Hoe precies").selectOption({ label: "ongeveer" });
    await field(officer, "Stadium").selectOption({ label: "aangekondigd" });
    await field(officer, "Btw").selectOption({ label: "niet vermeld" });
    await field(officer, "Geldt voor").selectOption({ label: "het hele programma" });
    await officer.getByRole("button", { name: "Leg de claim vast" }).click();
    await expect(officer.getByRole("heading", { name: "Het stuk zelf" })).toBeVisible();
    await expect(main(officer)).toContainText("Noot 9");

    const attach = async (name: string, buffer: Buffer) => {
      await officer
        .getByLabel("Bestand bijvoegen")
        .setInputFiles({ name, mimeType: "application/pdf", buffer });
      await officer.getByRole("button", { name: "Voeg bij" }).click();
    };
    await attach("brief.pdf", Buffer.from("MZ this is a program"));
    await expect(main(officer)).toContainText("De inhoud van dit bestand is geen pdf");
    await attach("brief.pdf", PDF);
    const link = officer.getByRole("link", { name: "brief.pdf" });
    await expect(link).toBeVisible();
    const response = await officer.request.get((await link.getAttribute("href")) ?? "");
    expect(await response.body()).toEqual(PDF);
    expect(response.headers()["content-disposition"]).toMatch(/^attachment/);
    expect(response.headers()["x-content-type-options"]).toBe("nosniff");
  });
