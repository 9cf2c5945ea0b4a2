import { PEOPLE } from "@/prisma/seed/practice/people-data";
import { expect, test } from "./support/test";

for (const { account, name } of PEOPLE) {
  test(`${account} signs in and is greeted by name`, async ({ as }) => {
    const page = await as(account, { fresh: true });
    await page.goto("/begrippen");
    await expect(page.getByRole("banner")).toContainText(name);
  });
}
