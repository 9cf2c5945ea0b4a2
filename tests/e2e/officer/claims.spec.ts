import { writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { ownApplication } from "../support/own-application";
import { expect } from "../support/test";

/** An application of its own: the conflicts that these claims make are in nobody else's list. */
const test = ownApplication("claims");

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
    const refused = officer.getByRole("alert").filter({ hasText: "Dit bestand is niet bijgevoegd" });
    await expect(refused).toContainText("De inhoud van dit bestand is geen pdf");
    await expect(refused.getByRole("link", { name: "Regel S20" })).toHaveAttribute("href", "/regels#S20");
    await attach("brief.pdf", PDF);
    const link = officer.getByRole("link", { name: "brief.pdf" });
    await expect(link).toBeVisible();
    const response = await officer.request.get((await link.getAttribute("href")) ?? "");
    expect(await response.body()).toEqual(PDF);
    expect(response.headers()["content-disposition"]).toMatch(/^attachment/);
    expect(response.headers()["x-content-type-options"]).toBe("nosniff");
    expect(response.headers()["content-security-policy"]).toMatch(/^sandbox/);
  });

for (const script of [true, false])
  test(`a document of 15 MB arrives whole, one above the limit hears the limit, ${script ? "with" : "without"} script`, async ({
    as,
  }, testInfo) => {
    test.setTimeout(120_000);
    const officer = await as("officer", { javaScriptEnabled: script });
    await officer.goto("/programma/oefen/claims");
    await main(officer).getByRole("table").getByRole("link").first().click();
    // From the disk, as somebody has it: so many bytes are not sent through the connection that drives the browser.
    const attach = async (name: string, bytes: Buffer) => {
      const path = testInfo.outputPath(name);
      writeFileSync(path, bytes);
      await officer.getByLabel("Bestand bijvoegen").setInputFiles(path);
      await officer.getByRole("button", { name: "Voeg bij" }).click();
    };
    const large = Buffer.concat([PDF, Buffer.alloc(15 * 1024 * 1024, `${script} `), PDF]);
    await attach(`groot-${script}.pdf`, large);
    const link = officer.getByRole("link", { name: `groot-${script}.pdf` });
    await expect(link).toBeVisible();
    const answer = await officer.request.get((await link.getAttribute("href")) ?? "");
    expect((await answer.body()).equals(large)).toBe(true);

    await attach("te groot.pdf", Buffer.concat([PDF, Buffer.alloc(26 * 1024 * 1024, " ")]));
    const refused = officer.getByRole("alert").filter({ hasText: "Dit bestand is niet bijgevoegd" });
    await expect(refused).toContainText("Dit bestand is groter dan 25 MB.");
    await expect(officer.getByRole("link", { name: "te groot.pdf" })).toHaveCount(0);
  });

test("a page of another site cannot attach a document", async ({ as }) => {
  const officer = await as("officer");
  await officer.goto("/programma/oefen/claims");
  await main(officer).getByRole("table").getByRole("link").first().click();
  await expect(officer.getByLabel("Bestand bijvoegen")).toBeVisible();
  const answer = await officer.request.post(`${new URL(officer.url()).pathname}/document`, {
    headers: { Origin: "https://elders.example" },
    multipart: { file: { name: "brief.pdf", mimeType: "application/pdf", buffer: PDF } },
  });
  expect(answer.status()).toBe(403);
});

for (const script of [true, false])
  test(`claims are linked, what does not add up is found, and a link is taken back, ${script ? "with" : "without"} script`, async ({
    as,
  }) => {
    const officer = await as("officer", { javaScriptEnabled: script });
    const register = async (place: string, amount: string, period: string) => {
      await officer.goto("/programma/oefen/claims/nieuw");
      await optional(officer, "Stuk").selectOption({ label: "Oefenbrief 1-3-2023" });
      await field(officer, "Plaats in het stuk").fill(`${place} ${script}`);
      await optional(officer, "Bedrag").fill(amount);
      await optional(officer, "Periode").fill(period);
      await field(officer, "Hoe precies").selectOption("exact");
      await field(officer, "Stadium").selectOption({ label: "aangekondigd" });
      await field(officer, "Geldt voor").selectOption({ label: "het hele programma" });
      await officer.getByRole("button", { name: "Leg de claim vast" }).click();
      await officer.waitForURL(/gedaan=vastgelegd/);
      return new URL(officer.url()).pathname.split("/").at(-1) ?? "";
    };
    const whole = await register("bijlage, totaal", "1.000.000", `2026 ${script}`);
    await register("bijlage, regel 1", "1.250.000", `2026, deel ${script}`);
    const choose = async (kind: string, to: string) => {
      await field(officer, "Deze claim").selectOption({ label: kind });
      const other = field(officer, "Andere claim");
      await other.selectOption(to);
      await officer.getByRole("button", { name: "Leg het verband vast" }).click();
    };
    await optional(officer, "Overlap").fill("2.000.000");
    await choose("overlapt met", whole);
    const summary = officer
      .getByRole("alert")
      .filter({ hasText: "Dit verband is niet vastgelegd: 2 redenen" });
    await expect(summary).toContainText(/€\s750\.000,00 meer dan het hele bedrag/);
    await expect(summary.getByRole("link", { name: /C3/ }).first()).toBeVisible();
    await expect(optional(officer, "Overlap")).toHaveValue("2.000.000");

    await optional(officer, "Overlap").fill("");
    await choose("is deel van", whole);
    await expect(officer.getByRole("status").filter({ hasText: "Het verband is vastgelegd" })).toBeVisible();
    const conflict = officer
      .getByRole("table", { name: /^Bronconflicten en bevindingen/ })
      .getByRole("link")
      .first();
    await expect(conflict).toBeVisible();
    const address = (await conflict.getAttribute("href")) ?? "";

    const link = field(officer, "Verband dat u intrekt");
    await link.selectOption({ index: 1 });
    await field(officer, "Reden van intrekken").fill("De regel hoort bij een andere bijlage.");
    await officer.getByRole("button", { name: "Trek het verband in" }).click();
    await expect(officer.getByRole("status").filter({ hasText: "Het verband is ingetrokken" })).toBeVisible();
    await expect(link).toHaveCount(0);
    await officer.goto(address);
    await expect(main(officer)).toContainText("spreken elkaar niet meer tegen");
    await expect(officer.getByRole("button", { name: "Leg het besluit voor" })).toHaveCount(0);
  });
