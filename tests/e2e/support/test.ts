import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from "@playwright/test";
import { type Application, startApplication } from "./application";
import { watchContext } from "./watch";

export { expect };

type Session = Awaited<ReturnType<BrowserContext["storageState"]>>;

interface AsOptions extends BrowserContextOptions {
  /** Signs in again, for a test that signs out or ends sessions; otherwise a session is shared within a worker. */
  readonly fresh?: boolean;
}

interface PerWorker {
  readonly application: Application;
  readonly sessions: Map<string, Session>;
}

interface PerTest {
  /** What went wrong unseen; the test fails on it. Empty it only in a test that causes it on purpose. */
  readonly problems: string[];
  /** A page of somebody who is signed in: a practice account ("officer", "coordinator.oefendam", ...). */
  readonly as: (account: string, options?: AsOptions) => Promise<Page>;
  /** A page of somebody who is not. */
  readonly visitor: (options?: BrowserContextOptions) => Promise<Page>;
}

export async function signIn(page: Page, { accounts }: Application, account: string): Promise<void> {
  const found = accounts.find(({ email }) => email.startsWith(`${account}@`));
  if (!found) throw new Error(`There is no practice account "${account}".`);
  await page.goto("/inloggen");
  await page.getByLabel("E-mailadres").fill(found.email);
  await page.getByLabel("Wachtwoord").fill(found.password);
  await page.getByRole("button", { name: "Log in", exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/inloggen"));
}

export const test = base.extend<PerTest, PerWorker>({
  application: [
    async ({}, use, { workerIndex }) => {
      const application = await startApplication(workerIndex);
      await use(application);
      await application.stop();
    },
    { scope: "worker", timeout: 60_000 },
  ],
  sessions: [async ({}, use) => use(new Map()), { scope: "worker" }],
  baseURL: async ({ application }, use) => use(application.url),
  problems: async ({}, use) => {
    const problems: string[] = [];
    await use(problems);
    expect(problems, "refused by the content security policy, uncaught, or a fault of the server").toEqual(
      [],
    );
  },
  context: async ({ context, problems }, use) => {
    watchContext(context, problems);
    await use(context);
  },
  visitor: async ({ browser, baseURL, problems }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (options) => {
      const context = await browser.newContext({ baseURL, ...options });
      watchContext(context, problems);
      opened.push(context);
      return context.newPage();
    });
    await Promise.all(opened.map((context) => context.close()));
  },
  as: async ({ visitor, application, sessions }, use) => {
    await use(async (account, { fresh = false, ...options } = {}) => {
      const known = fresh ? undefined : sessions.get(account);
      const page = await visitor(known ? { ...options, storageState: known } : options);
      if (known) return page;
      await signIn(page, application, account);
      if (!fresh) sessions.set(account, await page.context().storageState());
      return page;
    });
  },
});
