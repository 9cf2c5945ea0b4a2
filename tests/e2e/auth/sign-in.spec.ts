import { expect, signIn, test } from "../support/test";

test("a wrong password and an unknown person get the same sentence", async ({ visitor }) => {
  const page = await visitor();
  for (const email of ["officer@oefen.example", "niemand@oefen.example"]) {
    await page.goto("/inloggen");
    await page.getByLabel("E-mailadres").fill(email);
    await page.getByLabel("Wachtwoord").fill("dit is het zeker niet");
    await page.getByRole("button", { name: "Log in", exact: true }).click();
    await expect(
      page.getByRole("alert").filter({ hasText: "E-mailadres of wachtwoord klopt niet." }),
    ).toBeVisible();
    await expect(page.getByLabel("E-mailadres")).toHaveValue(email);
    await expect(page.getByLabel("Wachtwoord")).toHaveValue("");
  }
});

test("who asks for a page first signs in and then comes there", async ({ visitor, application }) => {
  const page = await visitor();
  await page.goto("/programma/oefen/toekenningen?zoek=Noord");
  await expect(page).toHaveURL(/\/inloggen\?terug=/);
  const account = application.accounts.find(({ email }) => email.startsWith("coordinator@"));
  await page.getByLabel("E-mailadres").fill(account?.email ?? "");
  await page.getByLabel("Wachtwoord").fill(account?.password ?? "");
  await page.getByRole("button", { name: "Log in", exact: true }).click();
  await expect(page).toHaveURL(/\/programma\/oefen\/toekenningen/);
});

test("signing out ends the session: a copied cookie is worth nothing", async ({
  as,
  visitor,
  application,
}) => {
  const page = await as("approver", { fresh: true });
  await page.goto("/programma/oefen/werk");
  const stolen = await page.context().storageState();
  await page.getByRole("button", { name: "Uitloggen" }).click();
  await expect(page.getByRole("banner")).toContainText("Openbaar");
  const other = await visitor({ storageState: stolen });
  await other.goto("/programma/oefen/werk");
  await expect(other).toHaveURL(/\/inloggen/);
  await signIn(other, application, "approver");
  await expect(other.getByRole("banner")).toContainText("T. Akkoord");
});

test("the session cookie is for this host only, out of reach of scripts", async ({ as }) => {
  const page = await as("auditor");
  const session = (await page.context().cookies()).find(({ name }) => name === "__Host-geldstroom");
  expect(session).toMatchObject({ httpOnly: true, secure: true, sameSite: "Lax", path: "/" });
});
