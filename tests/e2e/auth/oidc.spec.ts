import type { Browser, Page } from "@playwright/test";
import { freePort } from "@/scripts/start/ports";
import { type Application, startApplication } from "../support/application";
import { type IdentityProvider, startIdentityProvider } from "../support/identity-provider.mjs";
import { expect, test } from "../support/test";
import { watchContext } from "../support/watch";

/** What the provider says of each person: organisation and roles are its word from then on. */
const CLAIMS: Readonly<Record<string, Record<string, unknown>>> = {
  proefrade: {
    email: "coordinator.proefrade@oefen.example",
    email_verified: true,
    roles: ["signer", "administrator"],
    organisation: "OEF03",
  },
  vreemde: { email: "vreemde@elders.example", email_verified: true },
  onbevestigd: { email: "auditor@oefen.example", email_verified: false },
};

let provider: IdentityProvider;
let application: Application;

test.beforeAll(async () => {
  const port = await freePort();
  provider = await startIdentityProvider({
    redirectUri: `http://localhost:${port}/api/auth/callback/oidc`,
    claimsOf: (id) => CLAIMS[id] ?? {},
  });
  application = await startApplication("oidc", {
    port,
    variables: {
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: provider.clientId,
      OIDC_CLIENT_SECRET: provider.clientSecret,
      OIDC_NAME: "Proefinlog",
      OIDC_ROLE_CLAIM: "roles",
      OIDC_ORGANISATION_CLAIM: "organisation",
    },
  });
});

test.afterAll(async () => {
  await application?.stop();
  await provider?.stop();
});

async function visit(browser: Browser, problems: string[]): Promise<Page> {
  const context = await browser.newContext({ locale: "nl-NL" });
  watchContext(context, problems, application.url);
  return context.newPage();
}

async function logInAs(page: Page, name: string): Promise<void> {
  await page.goto(`${application.url}/inloggen?terug=/programma/oefen/rapportages`);
  await page.getByRole("link", { name: /Proefinlog/ }).click();
  await page.locator("input[name=login]").fill(name);
  await page.locator("input[name=password]").fill("maakt niet uit");
  await page.locator("button[type=submit], input[type=submit]").first().click();
  await page.locator("button[type=submit], input[type=submit]").first().click();
  await page.waitForURL((url) => url.origin === new URL(application.url).origin);
}

test("a person whom the provider knows comes in with the roles that it gives, and never as administrator", async ({
  browser,
  problems,
}) => {
  const page = await visit(browser, problems);
  await logInAs(page, "proefrade");
  await expect(page).toHaveURL(/\/programma\/oefen\/rapportages/);
  await expect(page.getByRole("banner")).toContainText("K. Rade");
  await expect(page.getByRole("banner")).toContainText("ondertekenaar, Proefrade");
  expect((await page.goto(`${application.url}/beheer`))?.status()).toBe(404);
});

for (const [who, name] of [
  ["somebody without an account here", "vreemde"],
  ["somebody whose address the provider did not verify", "onbevestigd"],
] as const) {
  test(`${who} does not come in`, async ({ browser, problems }) => {
    const page = await visit(browser, problems);
    await logInAs(page, name);
    await expect(page).toHaveURL(/\/inloggen/);
    await expect(page.getByRole("status").filter({ hasText: "U hebt hier nog geen toegang" })).toBeVisible();
    expect((await page.goto(`${application.url}/programma/oefen/werk`))?.url()).toContain("/inloggen");
  });
}
