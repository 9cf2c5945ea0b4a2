import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Browser, Page } from "@playwright/test";
import { checkpointKeyFile } from "@/scripts/start/secrets";
import { unzip } from "@/verifier/unzip";
import { type Answer, rewrite, verified } from "../../integration/exports/verified";
import { type Application, startApplication } from "../support/application";
import { problemsOn } from "../support/axe";
import { test as base, expect } from "../support/test";

const OEFEN = "/programma/oefen";
let temporary = "";
let folder = "";

/** An application with a key and with its worker, as an installation has them. */
const test = base.extend<object, { readonly application: Application }>({
  application: [
    async ({}, use) => {
      temporary = mkdtempSync(join(tmpdir(), "geldstroom-exports-"));
      folder = join(temporary, "checkpoints");
      mkdirSync(folder);
      const application = await startApplication("exports", { variables: { CHECKPOINT_DIR: folder } });
      const worker = spawn(
        process.execPath,
        ["--import", "./scripts/resolve-hook.mjs", "scripts/worker.ts"],
        {
          env: {
            ...process.env,
            ...application.variables,
            // The key that signed the checkpoint of the figures that were loaded.
            CHECKPOINT_KEY_FILE: checkpointKeyFile(),
            NEXTAUTH_URL: application.url,
          },
          stdio: "ignore",
        },
      );
      const ended = new Promise((done) => worker.once("exit", done));
      await use(application);
      worker.kill("SIGTERM");
      await ended;
      await application.stop();
      rmSync(temporary, { recursive: true, force: true });
    },
    { scope: "worker", timeout: 120_000 },
  ],
});

test.describe.configure({ mode: "serial", timeout: 180_000 });

async function download(page: Page, link: RegExp): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: link }).click(),
  ]);
  const path = join(temporary, file.suggestedFilename());
  await file.saveAs(path);
  return path;
}

/** Waits on the page of an export as somebody does who stays there. */
async function ready(page: Page): Promise<string> {
  await expect(page.getByRole("status")).toContainText("Klaar", { timeout: 120_000 });
  expect(await problemsOn(page)).toEqual([]);
  return download(page, /^Haal op/);
}

async function unpacked(zip: string): Promise<string> {
  const to = zip.replace(/\.zip$/, "");
  const files = unzip(new Uint8Array(readFileSync(zip)));
  for (const name of files.names) {
    mkdirSync(dirname(join(to, name)), { recursive: true });
    writeFileSync(join(to, name), (await files.read(name)) ?? "");
  }
  return to;
}

const publicKey = () =>
  readdirSync(folder).flatMap((name) => (name.endsWith(".pub.pem") ? [join(folder, name)] : []))[0] ?? "";
const whole: Pick<Answer, "code" | "findings"> = { code: 0, findings: [] };

/** The page out of the zip, opened from disk in a browser without a network. */
async function checkedInBrowser(browser: Browser, page: string, given: { field: string; files: string }) {
  const context = await browser.newContext({ offline: true, locale: "nl-NL" });
  const tab = await context.newPage();
  await tab.goto(`file://${page}`);
  await tab.getByLabel(given.field).setInputFiles(given.files);
  await expect(tab.locator("#oordeel")).toContainText("IN ORDE", { timeout: 60_000 });
  const problems = await problemsOn(tab);
  const said = await tab.locator("section").innerText();
  await context.close();
  return { said, problems };
}

let export_ = "";

test("the ledger leaves with its proof, and the program and the page in it find it whole without the site", async ({
  as,
  browser,
}) => {
  const page = await as("auditor");
  await page.goto(`${OEFEN}/grootboek`);
  await page.getByText("Exporteer", { exact: true }).click();
  await page.getByRole("link", { name: "Met bewijs, of als taak" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Export aanvragen" })).toBeVisible();
  await expect(page.getByLabel("Met bewijs")).toBeChecked();
  await page.getByRole("button", { name: "Vraag aan" }).click();
  const zip = await ready(page);
  expect(await verified(zip, "--key", publicKey())).toMatchObject(whole);
  export_ = await unpacked(zip);
  const inBrowser = await checkedInBrowser(browser, join(export_, "geldstroom-verify.html"), {
    field: "Zip of bestanden",
    files: zip,
  });
  expect(inBrowser.said).toMatch(/^IN ORDE/);
  expect(inBrowser.problems).toEqual([]);
});

test("one cent on disk is named with its row, by the program and by the page", async ({ browser }) => {
  await rewrite(join(export_, "grootboek.csv"), (text) =>
    text.replace(
      /(\d,\d)(\d)(;[^;\n]*;[^;\n]*;[^;\n]*;[^;\n]*;[^;\n]*;[0-9a-f]{64})/,
      (_, before, cent, after) => `${before}${(Number(cent) + 1) % 10}${after}`,
    ),
  );
  const { code, findings } = await verified(export_);
  expect(code).toBe(1);
  const row = findings.find((one) => one.code === "row_altered");
  expect(row).toMatchObject({ file: "grootboek.csv", columns: ["Bedrag"] });
  const { said } = await checkedInBrowser(browser, join(export_, "geldstroom-verify.html"), {
    field: "Of een uitgepakte map",
    files: export_,
  });
  expect(said).toMatch(/^NIET IN ORDE/);
  expect(said).toContain(`post ${row?.entry}`);
});

test("an audit package of a municipality in a year is made and checked; a wrong moment is refused", async ({
  as,
}) => {
  const page = await as("auditor");
  await page.goto(`${OEFEN}/exports`);
  await page.getByLabel("Gemeente").selectOption({ label: "Voorbeeldstad" });
  await page.getByLabel("Jaar").selectOption("2024");
  await page.getByLabel("Bekend op").fill("32-13-2025");
  await page.getByRole("button", { name: "Maak het pakket" }).click();
  await expect(page.getByText("Kies een moment dat voorbij is").first()).toBeVisible();
  await page.getByLabel("Bekend op").fill("");
  await page.getByRole("button", { name: "Maak het pakket" }).click();
  const zip = await ready(page);
  expect(await verified(zip, "--key", publicKey())).toMatchObject(whole);
  await page.goto(`${OEFEN}/exports`);
  await expect(page.getByRole("row", { name: /Controlepakket/ })).toContainText("Klaar");
});

test("a checkpoint and the proof of an entry are kept and checked by anybody", async ({ as, visitor }) => {
  const anybody = await visitor();
  await anybody.goto("/controlepunten");
  for (const of of ["oefen", "logboek"]) {
    const checkpoint = await download(anybody, new RegExp(`^Bewaar het controlepunt van ${of}`));
    expect(await verified(checkpoint, "--key", publicKey())).toMatchObject(whole);
  }
  const program = await download(anybody, /^Controleprogramma voor Node/);
  expect(readFileSync(program, "utf8")).toBe(readFileSync("public/geldstroom-verify.mjs", "utf8"));
  const page = await as("auditor");
  await page.goto(`${OEFEN}/grootboek/7`);
  await expect(page.getByText("leidt naar het ondertekende kenmerk")).toBeVisible();
  const proof = await download(page, /^Bewaar het bewijs/);
  expect(await verified(proof, "--key", publicKey())).toMatchObject(whole);
});

test("a coordinator gets exports of their own and no audit package", async ({ as }) => {
  const page = await as("coordinator");
  await page.goto(`${OEFEN}/exports`);
  await expect(page.getByText("Nog geen exports")).toBeVisible();
  await expect(page.getByRole("button", { name: "Maak het pakket" })).toHaveCount(0);
});
