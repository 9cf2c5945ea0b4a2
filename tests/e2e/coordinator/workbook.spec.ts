import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import pg from "pg";
import { openZip } from "@/lib/files/entry/unzip";
import { filledIn, rowOf } from "../officer/fill-workbook";
import { problemsOn } from "../support/axe";
import { ownApplication } from "../support/own-application";
import { expect } from "../support/test";

/** An application of its own: the report is still a draft here, whoever hands it in elsewhere. */
const test = ownApplication("workbook");
const REPORT = "Oefenregeling Wijken, periode 2 van 2026";
const TITLE = "Ingeleverd werkboek";

async function openWorkbook(page: Page): Promise<string> {
  await page.goto("/programma/oefen/rapportages");
  await page.getByRole("link", { name: REPORT, exact: true }).click();
  await page.getByRole("link", { name: "Invullen met een werkboek" }).click();
  await expect(page.getByRole("heading", { name: "Eerder ingeleverd" })).toBeVisible();
  return new URL(page.url()).pathname;
}

async function download(page: Page, link: string | RegExp): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: link }).first().click(),
  ]);
  return readFile(await file.path());
}

async function bring(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await page
    .getByLabel("Werkboek of csv")
    .setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) });
  await page.getByRole("button", { name: "Lees in" }).click();
  await expect(page.getByRole("heading", { name: TITLE })).toBeVisible();
}

const figure = (page: Page, name: string) =>
  page.locator("dl.keys > div").filter({ has: page.getByText(name, { exact: true }) });

async function sql<T>(
  superuserUrl: string,
  text: string,
  values: readonly unknown[] = [],
): Promise<T | undefined> {
  const client = new pg.Client(superuserUrl);
  await client.connect();
  const { rows } = await client.query<{ one: T }>(text, [...values]);
  await client.end();
  return rows[0]?.one;
}

const isAccessible = async (page: Page) => {
  expect(await problemsOn(page)).toEqual([]);
};

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with script" : "without script";
  test(`${how}: a report is downloaded, filled in with mistakes, given back, mended, and taken over once`, async ({
    as,
  }) => {
    const page = await as("coordinator", { javaScriptEnabled });
    const workbook = await openWorkbook(page);
    const empty = await download(page, "Download het werkboek");
    const row = rowOf(empty, javaScriptEnabled ? "voorbeeldstad-noord.school" : "voorbeeldstad-zuid.school");
    const other = rowOf(empty, "voorbeeldstad-noord.armoede");
    await bring(
      page,
      "ingevuld.xlsx",
      await filledIn(empty, { [`F${row}`]: "1,460", [`F${other}`]: -5, [`G${row}`]: "n.v.t." }),
    );
    await expect(figure(page, "Geweigerd")).toContainText("3");
    await expect(page.getByRole("row", { name: new RegExp(`^F${row} `) })).toContainText(
      "“1,460” kan op twee manieren worden gelezen. Bedoelt u 1.460?",
    );
    await expect(page.getByRole("row", { name: new RegExp(`^F${other} `) })).toContainText(
      "is lager dan nul",
    );
    await expect(page.getByRole("row", { name: new RegExp(`^G${row} `) })).toContainText(
      "Kies uit: niets besteed, nog niet bekend.",
    );
    await expect(page.getByRole("link", { name: "Regel S17" })).toHaveAttribute("href", "/regels#S17");
    await expect(page.getByRole("button", { name: "Neem over in de rapportage" })).toHaveCount(0);
    if (javaScriptEnabled) await isAccessible(page);

    const back = await download(page, "Download het werkboek met de fouten");
    const zip = openZip(back);
    expect(zip.read("xl/workbook.xml")).toContain('name="Fouten"');
    for (const cell of [`F${row}`, `F${other}`, `G${row}`])
      expect(zip.read("xl/comments1.xml")).toContain(`ref="${cell}"`);
    await page.getByRole("link", { name: "Lever opnieuw in" }).click();
    const mended = await filledIn(back, {
      [`F${row}`]: 1460,
      [`F${other}`]: javaScriptEnabled ? 69_122.66 : 69_122.67,
      [`G${row}`]: "",
    });
    await bring(page, "verbeterd.xlsx", mended);
    await expect(figure(page, "Nieuw")).toContainText("1");
    await expect(figure(page, "Geweigerd")).toContainText("0");
    await expect(page.getByRole("row", { name: /School en omgeving Deze periode/ })).toContainText(
      "1.460,00",
    );
    await expect(page.getByRole("heading", { name: /^Wat indienen nog in de weg staat/ })).toBeVisible();
    if (javaScriptEnabled) await isAccessible(page);
    await page.getByRole("button", { name: "Neem over in de rapportage" }).click();
    await expect(page.getByRole("heading", { name: /^Overgenomen in de rapportage/ })).toBeVisible();
    await expect(page.getByRole("button", { name: "Neem over in de rapportage" })).toHaveCount(0);
    await page.getByRole("link", { name: "Naar de rapportage" }).click();
    const area = javaScriptEnabled ? "Noord" : "Zuid";
    await expect(
      page.getByLabel(`Voorbeeldstad ${area}, School en omgeving, Deze periode`, { exact: true }),
    ).toHaveValue("1.460,00");

    await page.goto(workbook);
    await bring(page, "nog een keer.xlsx", mended);
    await expect(page.getByRole("heading", { name: "Er verandert niets" })).toBeVisible();
    await expect(page.getByRole("main")).toContainText("Hetzelfde bestand is eerder ingeleverd");

    await page.goto(workbook);
    const list = page.getByRole("row");
    await expect(list.filter({ hasText: "ingevuld.xlsx" }).first()).toContainText("fouten: 3");
    await expect(list.filter({ hasText: "verbeterd.xlsx" }).first()).toContainText("overgenomen:");
    await expect(list.filter({ hasText: "nog een keer.xlsx" }).first()).toContainText("geen wijziging");
    const kept = await download(page, "Download nog een keer.xlsx zoals het is ingeleverd");
    expect(createHash("sha256").update(kept).digest("hex")).toBe(
      createHash("sha256").update(mended).digest("hex"),
    );
  });
}

test("the years to come and the projects of a line go with the workbook", async ({ as }) => {
  const page = await as("coordinator");
  await openWorkbook(page);
  const empty = await download(page, "Download het werkboek");
  const [line, projects] = ["voorbeeldstad-zuid.jonge-kind", "xl/worksheets/sheet2.xml"];
  const row = rowOf(empty, line);
  const first = rowOf(empty, `${line}.1`, projects);
  const half = await filledIn(empty, { [`K${row}`]: 1_000, [`L${row}`]: 400, [`M${row}`]: "-1" });
  const wrong = await filledIn(half, { [`F${first}`]: 100 }, projects);
  await bring(page, "half.xlsx", wrong);
  await expect(page.getByRole("row", { name: new RegExp(`^M${row} `) })).toContainText("is lager dan nul");
  await expect(page.getByRole("row", { name: new RegExp(`^E${first} `) })).toContainText(
    "Bij € 100,00 staat geen project.",
  );
  await page.getByRole("link", { name: "Lever opnieuw in" }).click();
  const years = await filledIn(half, { [`M${row}`]: 350, [`N${row}`]: 250 });
  await bring(
    page,
    "jaren.xlsx",
    await filledIn(years, { [`E${first}`]: "Speelotheek", [`F${first}`]: 100 }, projects),
  );
  await expect(page.getByRole("row", { name: /Jonge kind Prognose 2027/ })).toContainText("350,00");
  await expect(page.getByRole("row", { name: /Jonge kind, project 1 Project/ })).toContainText("Speelotheek");
  // What the rules will say of it is told before it is taken over.
  await expect(page.getByRole("main")).toContainText("de projecten tellen niet op tot deze periode");
  await isAccessible(page);
  await page.getByRole("button", { name: "Neem over in de rapportage" }).click();
  await expect(page.getByRole("heading", { name: /^Overgenomen in de rapportage/ })).toBeVisible();
  await page.getByRole("link", { name: "Naar de rapportage" }).click();
  const place = "Voorbeeldstad Zuid, Jonge kind";
  await expect(page.getByLabel(`${place}, prognose 2028`)).toHaveValue("250,00");
  await expect(page.getByLabel(`${place}, naam van project 1`)).toHaveValue("Speelotheek");
  // Back as it was, for who goes on with this report.
  for (const name of ["prognose 2026", "prognose 2027", "prognose 2028", "Prognose rest"])
    await page.getByLabel(`${place}, ${name}`, { exact: true }).fill("");
  for (const name of ["naam van project 1", "besteding van project 1"])
    await page.getByLabel(`${place}, ${name}`).fill("");
  await page.getByRole("button", { name: "Bewaar en controleer" }).click();
  await expect(page.getByLabel(`${place}, naam van project 1`)).toHaveValue("");
});

test("in English the workbook, its faults and its error sheet are English, and may be brought by a reader of Dutch", async ({
  as,
}) => {
  const page = await as("coordinator");
  const workbook = await openWorkbook(page);
  await page.getByRole("link", { name: "English" }).click();
  await expect(page.getByRole("heading", { name: "Uploaded earlier" })).toBeVisible();
  const english = await download(page, "Download the workbook");
  expect(openZip(english).read("xl/workbook.xml")).toContain('name="Lines"');
  const row = rowOf(english, "voorbeeldstad-zuid.jonge-kind");
  await page.getByRole("link", { name: "Nederlands" }).click();
  await expect(page.getByRole("heading", { name: "Eerder ingeleverd" })).toBeVisible();
  await bring(page, "english.xlsx", await filledIn(english, { [`Q${row}`]: "Later" }));
  await expect(page.getByRole("row", { name: /Voorbeeldstad Zuid, Jonge kind Uitleg/ })).toContainText(
    "Later",
  );
  await page.goto(workbook);
});

test("what is no workbook of this report gets its own sentence on a page of its own", async ({
  as,
  application,
}) => {
  test.setTimeout(120_000);
  const page = await as("coordinator");
  const workbook = await openWorkbook(page);
  const corpus: readonly (readonly [file: string, sentence: string])[] = [
    ["encrypted.xlsx", "met een wachtwoord versleuteld"],
    ["macros.xlsx", "In het bestand zitten macro’s."],
    ["other-workbook.xlsx", "Dit is niet het officiële werkboek."],
    ["last-years-version.xlsx", "Dit werkboek is van versie 2025.1; nu geldt versie 2026.2."],
    ["other-municipality.xlsx", "Dit werkboek is niet van uw gemeente."],
    ["columns-missing.csv", "Deze kolommen ontbreken"],
  ];
  for (const [file, sentence] of corpus) {
    await page.goto(workbook);
    await bring(page, file, await readFile(`tests/fixtures/report-workbooks/must-fail/${file}`));
    const said = page.getByRole("alert").filter({ hasText: "Er is niets van in de rapportage gekomen" });
    await expect(said, file).toContainText(sentence);
    await expect(page.getByRole("button", { name: "Neem over in de rapportage" }), file).toHaveCount(0);
    // Who brought it has it back, unless it was refused before anything of it was opened.
    const back = page.getByRole("link", { name: `Download ${file} zoals het is ingeleverd` });
    const unopened = ["encrypted.xlsx", "macros.xlsx"].includes(file);
    await expect(back, file).toHaveCount(unopened ? 0 : 1);
    if (unopened)
      await expect(page.getByRole("main"), file).toContainText("Het bestand zelf is niet bewaard");
  }
  await isAccessible(page);
  const answer = await page.request.post(`${workbook}/inleveren`, {
    multipart: {
      file: {
        name: "groot.xlsx",
        mimeType: "application/octet-stream",
        buffer: Buffer.alloc(11 * 1024 * 1024),
      },
    },
    headers: { origin: application.url },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(303);
  await page.goto(answer.headers().location ?? "");
  await expect(
    page.getByRole("alert").filter({ hasText: "meer dan 10 MB wordt niet gelezen" }),
  ).toBeVisible();
});

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with script" : "without script";
  test(`${how}: the page says how far a file is read, and shows by itself what was found`, async ({
    as,
    application,
  }) => {
    const page = await as("coordinator", { javaScriptEnabled });
    const workbook = await openWorkbook(page);
    const report = workbook.split("/").at(-2);
    const { superuser } = application.addresses;
    const id = await sql<string>(
      superuser,
      `INSERT INTO report_upload (report_id, municipality_id, person_id, file_name, byte_size, sha256, report_version, rows_done)
       SELECT r.id, r.municipality_id, p.id, 'groot.xlsx', 0, repeat('a', 64), r.version, 2
         FROM report r, person p WHERE r.id = $1 AND p.name = 'S. Proef' RETURNING id::text AS one`,
      [report],
    );
    await page.goto(`${workbook}/${id}`);
    await expect(page.getByRole("status").filter({ hasText: "2 van " })).toBeVisible();
    await expect(page.getByRole("progressbar")).toBeVisible();
    await sql(
      superuser,
      `INSERT INTO report_upload_outcome (upload_id, municipality_id)
       SELECT id, municipality_id FROM report_upload WHERE id = $1`,
      [id],
    );
    await expect(page.getByRole("heading", { name: "Er verandert niets" })).toBeVisible();
  });
}

test("it is for nobody else while it is a draft, and closed once the report is submitted", async ({
  as,
  application,
}) => {
  const page = await as("coordinator");
  const workbook = await openWorkbook(page);
  const empty = await download(page, "Download het werkboek");
  const row = rowOf(empty, "voorbeeldstad-noord.armoede");
  await bring(page, "voor anderen.xlsx", await filledIn(empty, { [`F${row}`]: 69_000.01 }));
  await page.getByRole("button", { name: "Neem over in de rapportage" }).click();
  await expect(page.getByRole("heading", { name: /^Overgenomen in de rapportage/ })).toBeVisible();
  const upload = new URL(page.url()).pathname;
  const addresses = [workbook, `${workbook}/ophalen`, upload, `${upload}/bestand`, `${upload}/fouten`];
  for (const role of ["coordinator.oefendam", "officer", "auditor"]) {
    const other = await as(role);
    for (const address of addresses)
      expect((await other.request.get(address)).status(), `${role} ${address}`).toBe(404);
  }
  const report = workbook.split("/").at(-2);
  await sql(application.addresses.superuser, "UPDATE report SET status = 'submitted' WHERE id = $1", [
    report,
  ]);
  const officer = await as("officer");
  await officer.goto(upload);
  await expect(officer.getByRole("heading", { name: /^Overgenomen in de rapportage/ })).toBeVisible();
  await page.goto(workbook);
  await expect(page.getByRole("heading", { name: "Deze rapportage is nu niet in te vullen" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Lees in" })).toHaveCount(0);
  const answer = await page.request.post(`${workbook}/inleveren`, {
    multipart: {
      file: { name: "laat.csv", mimeType: "text/csv", buffer: Buffer.from("Rij;Deze periode\n") },
    },
    maxRedirects: 0,
    headers: { origin: application.url },
  });
  expect([answer.status(), answer.headers().location]).toEqual([303, `${workbook}?probleem=gesloten`]);
  await page.goto(`${workbook}?probleem=gesloten`);
  await expect(
    page.getByRole("heading", { name: "Deze rapportage is niet open om in te vullen" }),
  ).toBeVisible();
});
