import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { openZip } from "@/lib/files/entry/unzip";
import { bomb, encrypted, manyRows, metadata, otherWorkbook, textRow } from "../../unit/files/hostile-files";
import { problemsOn } from "../support/axe";
import { expect, test } from "../support/test";
import { areasNamed, countOf, readingUpload } from "./entry-places";
import { filledIn, rowOf } from "./fill-workbook";

const TRANCHE = "Oefenregeling Wijken, Tranche 2, 2026–2028";
const READ = "Lees in";

async function openUpload(page: Page) {
  await page.goto("/programma/oefen/toekenningen/werkboek/inlezen");
  await page.getByLabel("Regeling en tranche", { exact: true }).selectOption({ label: TRANCHE });
  await page.getByRole("button", { name: "Kies", exact: true }).click();
  await expect(page.getByRole("button", { name: READ })).toBeVisible();
}

async function bring(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await page
    .getByLabel("Werkboek of csv")
    .setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) });
  await page.getByRole("button", { name: READ }).click();
}

async function download(page: Page, link: string): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: link }).click(),
  ]);
  return readFile(await file.path());
}

const figure = (page: Page, name: string) =>
  page.locator("dl.keys > div").filter({ has: page.getByText(name, { exact: true }) });

test.beforeAll(async ({ application }) => areasNamed(application.addresses.superuser, "werkboek", 4));

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with script" : "without script";
  test(`${how}: the workbook is downloaded, filled in, refused with its faults, mended, proposed, and entered once`, async ({
    as,
    application,
  }) => {
    const page = await as("officer", { javaScriptEnabled });
    const area = javaScriptEnabled ? 1 : 2;
    await openUpload(page);
    const empty = await download(page, "Download het werkboek");
    const [fresh, present] = [
      rowOf(empty, `werkboek-${area}/school`),
      rowOf(empty, "voorbeeldstad-noord/school"),
    ];
    const faulty = {
      [`F${fresh}`]: "OW-WB-1",
      [`G${fresh}`]: 46084,
      [`H${fresh}`]: "1,460",
      [`L${fresh}`]: "Stcrt. 2022, 24113",
      [`M${fresh}`]: "Na de aanvraag",
      [`N${fresh}`]: "https://zoek.example/ow-wb-1",
    };
    await bring(page, "ingevuld.xlsx", await filledIn(empty, faulty));
    await expect(page.getByRole("heading", { name: "Ingelezen bestand" })).toBeVisible();
    await expect(figure(page, "Geweigerd")).toContainText("1");
    const fault = page.getByRole("row", { name: new RegExp(`^H${fresh}`) });
    await expect(fault).toContainText("“1,460” kan op twee manieren worden gelezen. Bedoelt u 1.460?");
    if (javaScriptEnabled) expect(await problemsOn(page)).toEqual([]);
    const back = await download(page, "Download het werkboek met de fouten");
    const zip = openZip(back);
    expect(zip.read("xl/workbook.xml")).toContain('name="Fouten"');
    expect(zip.read("xl/comments1.xml")).toContain(`ref="H${fresh}"`);
    expect(zip.read("xl/worksheets/sheet2.xml")).toContain(">S17</t>");
    await expect(fault.getByRole("link", { name: "Regel S17" })).toHaveAttribute("href", "/regels#S17");
    await expect(page.getByRole("button", { name: "Leg voor ter goedkeuring" })).toHaveCount(0);

    // Mended in the workbook that came back, with an allocation raised by a cent beside it.
    await page.getByRole("link", { name: "Lever opnieuw in" }).click();
    const now = Number(
      new RegExp(`<c r="H${present}" s="\\d+"><v>([^<]+)</v>`).exec(
        openZip(back).read("xl/worksheets/sheet1.xml"),
      )?.[1],
    );
    const mended = await filledIn(back, {
      [`H${fresh}`]: 1460,
      ...(javaScriptEnabled
        ? {
            [`H${present}`]: now + 0.01,
            [`F${present}`]: "OW-WB-2",
            [`G${present}`]: "3-3-2026",
            [`M${present}`]: "Een cent te weinig",
          }
        : {}),
    });
    await bring(page, "verbeterd.xlsx", mended);
    await expect(figure(page, "Nieuw")).toContainText("1");
    await expect(figure(page, "Gewijzigd")).toContainText(javaScriptEnabled ? "1" : "0");
    await expect(figure(page, "Geweigerd")).toContainText("0");
    await expect(page.getByRole("row", { name: /Voorbeeldstad Noord/ })).toHaveCount(
      javaScriptEnabled ? 1 : 0,
    );
    await page.getByRole("button", { name: "Leg voor ter goedkeuring" }).click();
    await page.waitForURL(/\/verzamelvoorstellen\/[0-9a-f-]{36}/);
    const batch = new URL(page.url()).pathname;
    await expect(page.getByRole("main")).toContainText("verbeterd.xlsx");
    await page
      .getByRole("row", { name: /OW-WB-1/ })
      .getByRole("link")
      .first()
      .click();
    await expect(page.getByRole("link", { name: "https://zoek.example/ow-wb-1" })).toBeVisible();

    const before = await countOf(application.addresses.superuser, "batch");
    await openUpload(page);
    await bring(page, "nog een keer.xlsx", mended);
    await expect(page.getByRole("heading", { name: "Dit bestand is al ingevoerd" })).toBeVisible();
    await page.getByRole("link", { name: "Naar dat verzamelvoorstel" }).click();
    expect(new URL(page.url()).pathname).toBe(batch);
    expect(await countOf(application.addresses.superuser, "batch")).toBe(before);
  });
}

test("a csv in Windows-1252 with semicolons is read as a Dutch Excel wrote it", async ({ as }) => {
  const page = await as("officer");
  await openUpload(page);
  const head =
    "Gemeente;Gebied;Thema;Nummer van het besluit;Datum van het besluit;Bedrag 2026;Bedrag 2027;Bedrag 2028;Wettelijke bron;Reden;Vindplaats van het besluit";
  const line =
    "Voorbeeldstad;Werkboek 3;school;B-1;3-3-2026;\u0080 1.250,50;;;;Co\u00f6rdinatie van caf\u00e9s;map 12";
  await bring(page, "lijst.csv", Buffer.from(`${head}\r\n${line}\r\n`, "latin1"));
  await expect(figure(page, "Nieuw")).toContainText("1");
  await expect(page.getByRole("row", { name: /Werkboek 3/ })).toContainText("1.250,50");
});

test("what is no workbook gets its own sentence, and leaves nothing behind", async ({ as, application }) => {
  test.setTimeout(120_000);
  const page = await as("officer");
  await openUpload(page);
  const ours = await download(page, "Download het werkboek");
  const whole = openZip(ours);
  const parts = Object.fromEntries(whole.paths.map((path) => [path, whole.read(path)]));
  const { zipped } = await import("../../unit/files/hostile-files");
  const sheet = parts["xl/worksheets/sheet1.xml"] ?? "";
  const withSheet = (xml: string) => zipped({ ...parts, "xl/worksheets/sheet1.xml": xml });
  const corpus: readonly (readonly [name: string, bytes: Uint8Array, sentence: string])[] = [
    ["leeg.xlsx", new Uint8Array(0), "Het bestand is leeg."],
    ["brief.docx", Buffer.from("Beste collega"), "brief.docx is geen werkboek en geen csv-bestand."],
    ["geheim.xlsx", encrypted(), "met een wachtwoord versleuteld"],
    [
      "macro.xlsm",
      await otherWorkbook({ Blad1: "" }, { "xl/vbaProject.bin": "x" }),
      "In het bestand zitten macro’s.",
    ],
    [
      "ander.xlsx",
      await otherWorkbook({ Blad1: textRow(1, ["a"]) }),
      "Dit is niet het officiële werkboek. De bladen heten: Blad1.",
    ],
    [
      "vorig jaar.xlsx",
      await otherWorkbook({ Toekenningen: "", geldstroom: metadata("2025.1") }),
      "Dit werkboek is van versie 2025.1; nu geldt versie 2026.2.",
    ],
    [
      "vorige versie.xlsx",
      await otherWorkbook({ Toekenningen: "", geldstroom: metadata("2026.1") }),
      "Dit werkboek is van versie 2026.1; nu geldt versie 2026.2.",
    ],
    [
      "zonder formules.xlsx",
      await withSheet(sheet.replace(/<f>[^<]*<\/f>/g, "")),
      "De formules van de kolom Totaal zijn uit het werkboek verdwenen.",
    ],
    [
      "zonder rijen.xlsx",
      await withSheet(sheet.replace(/<row r="2">[\s\S]*<\/sheetData>/, "</sheetData>")),
      "Onder de kopregel staat geen enkele rij.",
    ],
    ["bom.xlsx", await bomb(1024 ** 3), "meer dan 96 MB wordt niet uitgepakt"],
    ["leugen.xlsx", await bomb(0), "meer dan 96 MB wordt niet uitgepakt"],
    ["miljoen.xlsx", await manyRows(1_000_000), "meer dan 25000 wordt niet gelezen"],
    ["groot.xlsx", Buffer.alloc(12 * 1024 * 1024), "meer dan 10 MB wordt niet gelezen"],
  ];
  const tables = ["entry_upload", "batch", "proposal", "idempotency_key"];
  const counts = () => Promise.all(tables.map((table) => countOf(application.addresses.superuser, table)));
  const before = await counts();
  for (const [name, bytes, sentence] of corpus) {
    await openUpload(page);
    await bring(page, name, bytes);
    await expect(page.getByRole("alert").filter({ hasText: "Er is niets van bewaard" }), name).toContainText(
      sentence,
    );
    expect(await counts(), name).toEqual(before);
  }
});

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with script" : "without script";
  test(`${how}: the page says how far a file is read, and shows by itself what it would do`, async ({
    as,
    application,
  }) => {
    const { id, checked } = await readingUpload(application.addresses.superuser);
    const page = await as("officer", { javaScriptEnabled });
    await page.goto(`/programma/oefen/toekenningen/werkboek/inlezen/${id}`);
    await expect(page.getByRole("status").filter({ hasText: "250 van 1000 rijen" })).toBeVisible();
    await expect(page.getByRole("progressbar")).toBeVisible();
    await checked();
    await expect(page.getByRole("heading", { name: "Er is niets te doen" })).toBeVisible();
    const colleague = await as("officer.b");
    const response = await colleague.goto(`/programma/oefen/toekenningen/werkboek/inlezen/${id}`);
    expect(response?.status()).toBe(404);
  });
}

test("a workbook of five thousand rows is checked, and says how far it is", async ({ as, application }) => {
  test.setTimeout(120_000);
  await areasNamed(application.addresses.superuser, "veel", 1_700);
  const page = await as("officer");
  await openUpload(page);
  const empty = await download(page, "Download het werkboek");
  const first = rowOf(empty, "veel-1/school");
  await bring(page, "veel.xlsx", await filledIn(empty, { [`F${first}`]: "x" }));
  await expect(figure(page, "Geweigerd")).toContainText("1", { timeout: 20_000 });
  expect(
    Number((await figure(page, "Ongewijzigd").locator("dd").first().textContent())?.replace(/\D/g, "")),
  ).toBeGreaterThan(5_000);
  await areasNamed(application.addresses.superuser, "veel", 0);
});
