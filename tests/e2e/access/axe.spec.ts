import { PERMISSIONS_OF, type Permission } from "@/lib/domain/access";
import { problemsOn } from "../support/axe";
import { expect, test } from "../support/test";
import { ENTRANCES } from "./entrances";
import { findExamples } from "./examples";

/** Each language in one width; light and dark in both. */
const LOOKS = [
  { locale: "nl", width: 1280 },
  { locale: "en", width: 390 },
] as const;

test.describe.configure({ mode: "parallel" });

/** Who looks at a page: the first of these that may. */
const READERS = ["officer", "coordinator", "auditor", "administrator"] as const;
const readerOf = (permission: Permission | null) =>
  READERS.find((role) => permission === null || PERMISSIONS_OF[role].includes(permission)) ?? "officer";

for (const { locale, width } of LOOKS) {
  for (const reader of READERS) {
    test(`pages of the ${reader} in ${locale}, ${width} px, light and dark: nothing for axe, and nothing sticks out`, async ({
      as,
      application,
    }) => {
      test.setTimeout(600_000);
      const ids = await findExamples(application.addresses.superuser);
      const page = await as(reader, { viewport: { width, height: 900 } });
      await page.goto(`/taal/${locale}`);
      for (const [path, { permission, at }] of Object.entries(ENTRANCES)) {
        if (at === undefined || readerOf(permission) !== reader) continue;
        await page.goto(at(ids));
        await expect(page.getByRole("heading", { level: 1 }), path).toHaveCount(1);
        expect.soft(await problemsOn(page), path).toEqual([]);
        const wider = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect.soft(wider, `${path} is wider than the window`).toBeLessThanOrEqual(0);
      }
    });
  }
}

test("signing in, and what was refused, have nothing for axe either", async ({ visitor }) => {
  const page = await visitor();
  await page.goto("/inloggen");
  expect(await problemsOn(page)).toEqual([]);
  await page.getByRole("button", { name: "Log in", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "redenen" })).toBeVisible();
  expect(await problemsOn(page)).toEqual([]);
});
