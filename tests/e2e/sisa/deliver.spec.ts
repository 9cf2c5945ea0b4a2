import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { readXlsx } from "hucre";
import { openZip } from "@/lib/files/entry/unzip";
import { expect, test } from "../support/test";

const OEFENDAM_2025 = "/programma/oefen/sisa?jaar=2025";
const said = (page: Page, text: string) =>
  expect(page.getByRole("status").filter({ hasText: text }).first()).toBeVisible();

/** Every decision gets the same answers; nothing of it needs script. */
async function answerAll(page: Page, errors: string) {
  // By their legends: what folds them together per scheme is a group as well.
  const groups = page.getByRole("group", { name: /./ }).filter({ has: page.getByLabel("Onzekerheden") });
  const count = await groups.count();
  expect(count).toBeGreaterThan(3);
  for (let index = 0; index < count; index++) {
    const group = groups.nth(index);
    await group.getByLabel("Eindverantwoording").selectOption({ label: "nee" });
    await group.getByLabel("Fouten").fill(index === 0 ? errors : "0,00");
    await group.getByLabel("Onzekerheden").fill("0,00");
  }
}

async function fileOf(page: Page, link: string): Promise<Buffer> {
  const started = page.waitForEvent("download");
  await page.getByRole("link", { name: link }).click();
  const download = await started;
  expect(download.suggestedFilename()).toMatch(/^oefen-/);
  return readFileSync(await download.path());
}

const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
let firstVersion = "";
let firstBytes = "";

test("a coordinator adds what is missing and prepares; bad input is refused at its field", async ({ as }) => {
  const page = await as("coordinator.oefendam", { javaScriptEnabled: false });
  await page.goto("/programma/oefen/werk");
  await page.getByRole("link", { name: "SiSa", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("SiSa 2025, Oefendam");
  await expect(page.getByRole("main")).toContainText("uiterlijk op 15 juli 2026");
  await expect(page.getByRole("heading", { name: /punten voordat dit klaar kan staan/ })).toBeVisible();
  await expect(page.getByRole("button", { name: /^Zet versie/ })).toHaveCount(0);
  // Numbers that nobody gave a source for stay open.
  await expect(page.getByRole("region", { name: /Oefenregeling Wonen/ })).toContainText(
    "nog in te vullen uit de invulwijzer",
  );

  await page.getByLabel(/Jaarstukken 2025 vastgesteld/).fill("31-12-2025");
  await answerAll(page, "1,250.00");
  await page.getByRole("button", { name: "Bewaar aanvullingen" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Bedoelt u 1.250,00?" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Fouten" }).first()).toHaveValue("1,250.00");
  await page.getByRole("textbox", { name: "Fouten" }).first().fill("0,00");
  await page.getByRole("button", { name: "Bewaar aanvullingen" }).click();
  await said(page, "Uw aanvullingen zijn bewaard");
  await expect(page.getByRole("main")).toContainText("31-12-2025 kan niet de dag zijn");
  await page.getByLabel(/Jaarstukken 2025 vastgesteld/).fill("25-6-2026");
  await page.getByRole("button", { name: "Bewaar aanvullingen" }).click();
  await page.getByRole("button", { name: "Zet versie 1 klaar" }).click();
  await said(page, "Deze versie staat klaar voor een ondertekenaar");
  await expect(page.getByRole("button", { name: "Markeer als geleverd" })).toHaveCount(0);
  firstVersion = page.url().replace(/\?.*$/, "");
});

test("a ministry does not see what is only prepared", async ({ as }) => {
  const officer = await as("officer");
  expect((await officer.request.get(firstVersion)).status()).toBe(404);
});

test("the signer delivers it; workbook and folder open, and are marked as practice", async ({ as }) => {
  const page = await as("signer.oefendam", { javaScriptEnabled: false });
  await page.goto(OEFENDAM_2025);
  await page.getByRole("link", { name: "Bekijk versie 1" }).click();
  await page.getByRole("button", { name: "Geef terug" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Geef een reden." })).toBeVisible();
  await page.getByRole("button", { name: "Markeer als geleverd" }).click();
  await said(page, "Deze versie is gemarkeerd als geleverd");

  const book = await fileOf(page, "SiSa-werkboek (xlsx)");
  const { sheets } = await readXlsx(book);
  expect(sheets[0]?.name).toBe("OEFEN Verantwoording");
  expect(sheets[0]?.rows.length).toBeGreaterThan(4);
  const folder = openZip(await fileOf(page, "Leveringsmap (zip)"));
  const manifestPath = folder.paths.find((path) => path.endsWith("manifest.json")) ?? "";
  const manifest = JSON.parse(folder.read(manifestPath)) as {
    let_op: string;
    stand: string;
    inhoud_sha256: string;
    files: { name: string; sha256: string }[];
  };
  expect(manifest.let_op).toContain("OEFENGEGEVENS");
  expect(manifest.stand).toBe("geleverd");
  const base = manifestPath.replace("manifest.json", "");
  const content = manifest.files.find(({ name }) => name.endsWith("inhoud.json"));
  expect(content?.sha256).toBe(manifest.inhoud_sha256);
  expect(sha256(Buffer.from(folder.read(`${base}${content?.name}`)))).toBe(manifest.inhoud_sha256);
  expect(manifest.files.find(({ name }) => name.endsWith("verantwoording.xlsx"))?.sha256).toBe(sha256(book));
  firstBytes = sha256(book);
});

test("a correction is a new version with a reason and a bridge; the delivered one stays byte for byte", async ({
  as,
}) => {
  const page = await as("coordinator.oefendam", { javaScriptEnabled: false });
  await page.goto(OEFENDAM_2025);
  await expect(page.getByRole("heading", { name: /Versie 1 is geleverd/ })).toBeVisible();
  await page.getByText("Aanvullingen wijzigen").click();
  await page.getByRole("textbox", { name: "Fouten" }).first().fill("12,34");
  await page.getByRole("button", { name: "Bewaar aanvullingen" }).click();
  const bridge = page.getByRole("table", { name: /^Brug van de geleverde/ });
  await expect(bridge.getByRole("row").nth(1)).toContainText("12,34");
  await page.getByRole("button", { name: "Zet versie 2 klaar" }).click();
  await expect(
    page.getByRole("alert").filter({ hasText: "De reden van de correctie ontbreekt." }),
  ).toBeVisible();
  await page.getByLabel("Reden van de correctie").fill("De accountant vond een fout.");
  await page.getByRole("button", { name: "Zet versie 2 klaar" }).click();
  await said(page, "Deze versie staat klaar voor een ondertekenaar");
  await expect(page.getByRole("heading", { name: "Brug van versie 1 naar versie 2" })).toBeVisible();
  await expect(bridge.getByRole("row").nth(1)).toContainText("aanvulling gewijzigd");
  const second = page.url();

  const signer = await as("signer.oefendam");
  await signer.goto(second);
  await signer.getByRole("button", { name: "Markeer als geleverd" }).click();
  await said(signer, "Deze versie is gemarkeerd als geleverd");
  await signer.goto(firstVersion);
  expect(sha256(await fileOf(signer, "SiSa-werkboek (xlsx)"))).toBe(firstBytes);
});

test("ministry and auditor read what was delivered and its bridge; another municipality finds nothing", async ({
  as,
}) => {
  for (const account of ["officer", "auditor"]) {
    const page = await as(account);
    await page.goto("/programma/oefen/sisa?gemeente=OEF02&jaar=2025");
    await expect(page.getByRole("heading", { name: /Versie 2 is geleverd/ })).toBeVisible();
    await expect(page.getByRole("button", { name: "Bewaar aanvullingen" })).toHaveCount(0);
    await page.getByRole("link", { name: "Bekijk wat is geleverd" }).click();
    await expect(page.getByRole("heading", { name: "Brug van versie 1 naar versie 2" })).toBeVisible();
  }
  const neighbour = await as("coordinator");
  expect((await neighbour.request.get(firstVersion)).status()).toBe(404);
  expect((await neighbour.request.get("/programma/oefen/sisa?gemeente=OEF02&jaar=2025")).status()).toBe(404);
  expect((await neighbour.request.get(`${firstVersion}/werkboek.xlsx`)).status()).toBe(404);
});

test("the answer of the CBS is recorded: not plausible brings it back, plausible closes it after the last day", async ({
  as,
}) => {
  const today = new Intl.DateTimeFormat("nl-NL", { timeZone: "Europe/Amsterdam" }).format(new Date());
  const nextYear = `31-12-${new Date().getFullYear() + 1}`;
  const signer = await as("signer.oefendam");
  const page = await as("coordinator.oefendam", { javaScriptEnabled: false });
  const record = async (answer: string, what: { reason?: string; until?: string } = {}) => {
    await page.getByLabel("Antwoord", { exact: true }).selectOption({ label: answer });
    await page.getByLabel("Datum van het antwoord").fill(today);
    await page.getByLabel("Waar staat het?").fill("E-mail van het CBS, kenmerk oefen-12 (verzonnen)");
    await page.getByLabel(/^Wat schreef het CBS/).fill(what.reason ?? "");
    await page.getByLabel(/^Laatste dag voor correcties/).fill(what.until ?? "");
    await page.getByRole("button", { name: "Leg het antwoord vast" }).click();
  };
  const changeErrors = async (errors: string) => {
    await page.goto(OEFENDAM_2025);
    const folded = page.getByText("Aanvullingen wijzigen");
    if ((await folded.count()) > 0) await folded.click();
    await page.getByRole("textbox", { name: "Fouten" }).first().fill(errors);
    await page.getByRole("button", { name: "Bewaar aanvullingen" }).click();
    await said(page, "Uw aanvullingen zijn bewaard");
  };

  await page.goto(OEFENDAM_2025);
  await page.getByRole("link", { name: "Bekijk wat is geleverd" }).click();
  await record("niet plausibel");
  await expect(page.getByRole("alert").filter({ hasText: "Schrijf wat het CBS schreef" })).toBeVisible();
  await record("niet plausibel", { reason: "Het totaal wijkt af van de jaarstukken." });
  await said(page, "Het antwoord van het CBS is vastgelegd");
  await page.goto(OEFENDAM_2025);
  await expect(page.getByRole("heading", { name: /^Versie 2 is terug/ })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("Het totaal wijkt af van de jaarstukken.");

  await changeErrors("13,34");
  await page.getByLabel("Reden van de correctie").fill("Het totaal is hersteld.");
  await page.getByRole("button", { name: "Zet versie 3 klaar" }).click();
  await said(page, "Deze versie staat klaar voor een ondertekenaar");
  await signer.goto(page.url());
  await signer.getByRole("button", { name: "Markeer als geleverd" }).click();
  await said(signer, "Deze versie is gemarkeerd als geleverd");

  await page.goto(new URL(page.url()).pathname);
  await record("plausibel");
  await said(page, "Het antwoord van het CBS is vastgelegd");
  const third = new URL(page.url()).pathname;
  await changeErrors("14,34");
  await expect(page.getByRole("heading", { name: "Een correctie komt te laat" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText("corrigeren kon tot en met 15-07-2026");
  await expect(page.getByRole("button", { name: "Zet versie 4 klaar" })).toHaveCount(0);

  await page.goto(third);
  await page.getByText("Leg een ander antwoord vast").click();
  await record("plausibel", { reason: "Het CBS gaf uitstel.", until: nextYear });
  await said(page, "Het antwoord van het CBS is vastgelegd");
  await page.goto(OEFENDAM_2025);
  await expect(page.getByRole("button", { name: "Zet versie 4 klaar" })).toBeVisible();
  await changeErrors("13,34");
  await expect(page.getByRole("heading", { name: /Versie 3 is geleverd/ })).toBeVisible();
});

test("an officer fills in numbers from the guide as a new version, with the rules of the table", async ({
  as,
}) => {
  const page = await as("officer.b", { javaScriptEnabled: false });
  await page.goto("/programma/oefen/sisa/codes?jaar=2025");
  await page.getByRole("link", { name: "Vul in Oefenregeling Wonen" }).click();
  const row = (number: number) => page.getByRole("group", { name: `Indicator ${number}`, exact: true });
  await page.getByLabel("Uitkeringscode").fill("OEF3");
  await row(1)
    .getByLabel(/^Nummer/)
    .fill("OEF4/01");
  await row(1)
    .getByLabel(/^Omschrijving/)
    .fill("Besteding (jaar T)");
  await row(1).getByLabel("Aard controle").selectOption("R");
  await row(1).getByLabel("Wordt ingevuld met").selectOption({ label: "besteding (jaar T)" });
  await page.getByRole("textbox", { name: "Bron" }).fill("Oefeninvulwijzer 2025 (verzonnen)");
  await page.getByLabel("Waarom legt u dit vast?").fill("Invulwijzer verschenen.");
  await page.getByRole("button", { name: "Bewaar als nieuwe versie" }).click();
  await expect(
    page.getByRole("alert").filter({ hasText: "Nummer OEF4/01 begint niet met OEF3." }),
  ).toBeVisible();
  await row(1)
    .getByLabel(/^Nummer/)
    .fill("OEF3/01");
  await page.getByRole("button", { name: "Bewaar als nieuwe versie" }).click();
  await said(page, "De codes zijn bewaard als nieuwe versie");
  await expect(page.getByRole("row", { name: /Oefenregeling Wonen/ })).toContainText("OEF3/01");
});

test("the real programme shows only what was published", async ({ as }) => {
  const page = await as("auditor");
  await page.goto("/programma/nplv/sisa/codes?jaar=2022");
  const main = page.getByRole("main");
  await expect(main.getByRole("row", { name: /^C22/ })).toContainText(
    "Cumulatieve bestedingen tot en met (jaar T)",
  );
  await expect(main.getByRole("row", { name: /C9/ })).toContainText(
    "teverantwoordenregelingen.rijksoverheid.nl",
  );
  await expect(main).toContainText("niet via SiSa");
  await expect(main).toContainText("invulwijzer van dit jaar");
});
