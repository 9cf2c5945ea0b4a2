import type { BrowserContext, Page } from "@playwright/test";

const POLICY = /content security policy|trusted ?(?:types|html|script)/i;

/** Notes what no test may cause unseen: a refused script or style, an uncaught error, a fault of the server. */
export function watchPage(page: Page, problems: string[]): void {
  page.on("console", (message) => {
    if (POLICY.test(message.text())) problems.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`${page.url()}: ${error.message}`));
  page.on("response", (response) => {
    if (response.status() >= 500)
      problems.push(`${response.status()} for ${response.request().method()} ${response.url()}`);
  });
}

export function watchContext(context: BrowserContext, problems: string[]): void {
  context.on("page", (page) => watchPage(page, problems));
}
