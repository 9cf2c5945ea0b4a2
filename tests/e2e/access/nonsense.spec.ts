import { PERMISSIONS_OF, type Permission } from "@/lib/domain/access";
import { expect, test } from "../support/test";
import { ENTRANCES } from "./entrances";
import { findExamples } from "./examples";

/** What addresses of pages are asked with; a page ignores what is not its own. */
const NAMES =
  `beeld bekend besluit bron gedaan geldig geldstroom gemeente handeling jaar maat met open organisatie pagina per post
  probleem q richting rol soort stadium stand status terug thema toekenning tranche versie vervangt volgorde vorm zoek`.split(
    /\s+/,
  );

/** A character that no text holds, far too long, a number that no column holds, markup and a day that is not there. */
const NONSENSE = ["\u0000", "x".repeat(300), "99999999999999999999", "-1 '\"><b> 2026-13-45 😀"];

/** Each page is asked by the first of these who may see it. */
const READERS = ["officer", "coordinator", "auditor", "administrator"] as const;
const readerOf = (permission: Permission | null) =>
  READERS.find((role) => permission === null || PERMISSIONS_OF[role].includes(permission));

for (const reader of READERS) {
  test(`whatever stands in an address, ${reader} gets a page and never a fault`, async ({
    as,
    application,
  }) => {
    test.setTimeout(180_000);
    const ids = await findExamples(application.addresses.superuser);
    const page = await as(reader);
    for (const [path, { permission, at }] of Object.entries(ENTRANCES)) {
      if (at === undefined || readerOf(permission) !== reader) continue;
      const [plain = ""] = at(ids).split("?");
      for (const value of NONSENSE) {
        const query = new URLSearchParams(NAMES.map((name) => [name, value]));
        const response = await page.request.get(`${plain}?${query}`, { maxRedirects: 0 });
        expect.soft(response.status(), `${path} with ${value.slice(0, 20)}`).toBeLessThan(500);
      }
    }
  });
}

test("an address of which a part is no text is not found", async ({ as }) => {
  const page = await as("auditor");
  for (const path of ["claims", "gebieden", "geldstromen", "bronconflicten", "toekenningen", "voorstellen"])
    for (const part of ["%00", "a%00b"])
      expect((await page.request.get(`/programma/oefen/${path}/${part}`)).status(), path).toBe(404);
  expect((await page.request.get("/programma/%00")).status()).toBe(404);
  expect((await page.request.get("/programma/oefen/rapportages/%00")).status()).toBe(404);
});

test("a form takes a character that no text holds for nothing", async ({ as }) => {
  const page = await as("officer2", { javaScriptEnabled: false });
  await page.goto("/programma/oefen/scenarios");
  const form = page
    .locator("form")
    .filter({ has: page.getByRole("textbox", { name: "Naam" }) })
    .first();
  const fields = await form.evaluate((one) => [...new FormData(one as HTMLFormElement)]);
  const multipart = Object.fromEntries(
    fields.map(([name, value]) => [name, typeof value === "string" ? value : ""]),
  );
  const response = await page.request.post(page.url(), {
    multipart: { ...multipart, name: "Wat\u0000 als" },
    headers: { origin: new URL(page.url()).origin },
  });
  expect(response.status()).toBe(200);
  expect(await response.text()).toContain("Wat als");
});
