import type { Page } from "@playwright/test";
import { plainPdf } from "@/prisma/seed/practice/evidence-files";
import { expect, test } from "../support/test";

const REPORT = "Oefenregeling Wijken, periode 2 van 2026";
const LINE = "Voorbeeldstad Zuid, Armoede en schulden";

async function openEvidence(page: Page, name = REPORT) {
  await page.goto("/programma/oefen/rapportages");
  await page.getByRole("link", { name, exact: true }).first().click();
  await page.getByRole("link", { name: /alle documenten$/ }).click();
  await expect(page.getByRole("heading", { name: "Bewijs bij de rapportage", level: 1 })).toBeVisible();
}

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const optional = (page: Page, label: string) => page.getByLabel(`${label} (niet verplicht)`, { exact: true });
const said = (page: Page, text: string) =>
  expect(page.getByRole("status").filter({ hasText: text }).first()).toBeVisible();
const documents = (page: Page, line = LINE) => page.getByRole("table", { name: `Documenten bij ${line}` });

async function fill(
  page: Page,
  file: { readonly name: string; readonly buffer: Buffer },
  amount = "12.500,00",
) {
  await field(page, "Bij welke regel?").selectOption({ label: LINE });
  await field(page, "Soort stuk").selectOption({ label: "factuur" });
  await field(page, "Welk bedrag onderbouwt dit stuk?").fill(amount);
  await optional(page, "Toelichting").fill("bladzijde 2");
  // Playwright hands large files to the browser as text, which takes its time on a busy machine.
  const large = { timeout: 60_000 };
  await field(page, "Bestand").setInputFiles({ ...file, mimeType: "application/octet-stream" }, large);
}
const send = (page: Page) => page.getByRole("button", { name: "Voeg dit document toe" }).click();

for (const script of [true, false])
  test(`a document is refused with a sentence, added, opened and withdrawn, ${script ? "with" : "without"} script`, async ({
    as,
  }) => {
    test.slow();
    const page = await as("coordinator", { javaScriptEnabled: script });
    await openEvidence(page);
    const name = `factuur-${script ? "met" : "zonder"}.pdf`;
    const pdf = plainPdf(["Oefenfactuur", name]);

    // Nothing filled in: each field says so, and nothing was sent.
    await field(page, "Bestand").setInputFiles({ name, mimeType: "application/pdf", buffer: pdf });
    await send(page);
    await expect(
      page.getByRole("alert").filter({ hasText: "Het document is niet toegevoegd" }),
    ).toContainText("Kies de regel waar het bewijs bij hoort.");

    // The content decides, not the name; what was typed is still there.
    await fill(page, { name: "factuur.docx", buffer: pdf });
    await send(page);
    const refused = page
      .getByRole("alert")
      .filter({ hasText: "De naam eindigt op “docx”, maar de inhoud is pdf." });
    await expect(refused).toBeVisible();
    await expect(field(page, "Welk bedrag onderbouwt dit stuk?")).toHaveValue("12.500,00");
    await expect(optional(page, "Toelichting")).toHaveValue("bladzijde 2");
    await fill(page, { name: "factuur.pdf", buffer: Buffer.from("MZ\0\0 this is a program") });
    await send(page);
    await expect(
      page.getByRole("alert").filter({ hasText: "Dit soort bestand kan niet als bewijs" }),
    ).toBeVisible();

    await fill(page, { name, buffer: pdf });
    await send(page);
    await said(page, "Het document is toegevoegd.");
    const row = documents(page).getByRole("row", { name: new RegExp(name) });
    await expect(row).toContainText("12.500,00");
    await expect(row).toContainText("niet gescand: geen scanner ingesteld");

    const address = (await row.getByRole("link", { name }).getAttribute("href")) ?? "";
    const answer = await page.request.get(address);
    expect((await answer.body()).equals(pdf)).toBe(true);
    expect(answer.headers()["content-disposition"]).toBe(`attachment; filename*=UTF-8''${name}`);
    expect(answer.headers()["content-security-policy"]).toBe("sandbox; default-src 'none'");
    expect(answer.headers()["x-content-type-options"]).toBe("nosniff");
    expect(answer.headers()["content-type"]).toBe("application/pdf");
    for (const account of ["coordinator.oefendam", "officer", "auditor"]) {
      const other = await as(account);
      expect((await other.request.get(address)).status(), account).toBe(404);
    }

    await row.getByText("Trek in").click();
    await row.getByRole("button", { name: "Trek dit document in" }).click();
    await expect(
      page.getByRole("alert").filter({ hasText: "Het document is niet ingetrokken" }),
    ).toBeVisible();
    await row.getByLabel("Waarom trekt u dit document in?").fill("Hoort bij een ander project.");
    await row.getByRole("button", { name: "Trek dit document in" }).click();
    await said(page, "Het document is ingetrokken.");
    await expect(row).toContainText("Hoort bij een ander project.");
  });

test("twelve million bytes arrive whole, and more than 25 MB is refused before anything is sent", async ({
  as,
}) => {
  test.slow();
  const page = await as("coordinator");
  await openEvidence(page);
  const csv = Buffer.from(`a;b\n${"2026-05-01;1,00\n".repeat(750_000)}`);
  await fill(page, { name: "boekingen.csv", buffer: csv });
  await send(page);
  await said(page, "Het document is toegevoegd.");
  const link = documents(page).getByRole("link", { name: "boekingen.csv" });
  const answer = await page.request.get((await link.getAttribute("href")) ?? "");
  expect((await answer.body()).equals(csv)).toBe(true);

  await fill(page, { name: "groot.csv", buffer: Buffer.alloc(26 * 1024 * 1024, "a;b\n") });
  await send(page);
  await expect(page.getByText("Dit bestand is groter dan 25 MB.")).toBeVisible();
});

test("a page of another site cannot add a document", async ({ as, baseURL }) => {
  const page = await as("coordinator");
  await openEvidence(page);
  const answer = await page.request.post(`${page.url()}/bestand`, {
    headers: { Origin: "https://elders.example" },
    multipart: { line: "x" },
  });
  expect(answer.status()).toBe(403);
  expect(baseURL).not.toContain("elders");
});

test("the ministry sees the evidence of what was submitted, and sets what a stream requires", async ({
  as,
}) => {
  const officer = await as("officer.b");
  await officer.goto("/programma/oefen/rapportages?status=signed");
  await officer.getByRole("link", { name: "Oefenregeling Wonen, 2025", exact: true }).click();
  await officer.getByRole("link", { name: "Bekijk alle documenten" }).click();
  await expect(officer.getByRole("main")).toContainText("(100%) is onderbouwd");
  await expect(officer.getByRole("button", { name: "Voeg dit document toe" })).toHaveCount(0);
  await officer.getByRole("link", { name: "Welk bewijs vraagt de regeling?" }).click();
  await expect(officer.getByRole("table")).toContainText("Oefenbesluit 15, artikel 11");

  await field(officer, "Regeling").selectOption({ label: "Oefenregeling Wonen" });
  await field(officer, "Soort stuk").selectOption({ label: "besluit" });
  await field(officer, "Geldt vanaf").fill("01-01-2020");
  await optional(officer, "Bij een besteding vanaf").fill("1.000,00");
  await field(officer, "Vastgelegd in").fill("Oefenbesluit 15, artikel 12");
  await officer.getByRole("button", { name: "Leg deze instelling vast" }).click();
  await expect(officer.getByRole("alert").filter({ hasText: "De ingangsdatum is voorbij." })).toBeVisible();
  await field(officer, "Geldt vanaf").fill("01-01-2090");
  await officer.getByRole("button", { name: "Leg deze instelling vast" }).click();
  await said(officer, "De instelling is vastgelegd.");
  await expect(officer.getByRole("row", { name: /Oefenbesluit 15, artikel 12/ })).toContainText("1.000,00");
});
