import type { BrowserContext, Page } from "@playwright/test";

const POLICY = /content security policy|trusted ?(?:types|html|script)/i;

/**
 * Notes what no test may cause unseen: a refused script or style, an uncaught error, a fault of the server.
 * @param origin where the application is, when the page goes elsewhere too: the scripts of others are theirs
 */
function watchPage(page: Page, problems: string[], origin = ""): void {
  const note = (text: string) => {
    if (page.url().startsWith(origin)) problems.push(`${page.url()}: ${text}`);
  };
  page.on("console", (message) => {
    if (POLICY.test(message.text())) note(message.text());
  });
  page.on("pageerror", (error) => note(error.message));
  page.on("response", (response) => {
    if (response.status() >= 500)
      problems.push(`${response.status()} for ${response.request().method()} ${response.url()}`);
  });
}

export function watchContext(context: BrowserContext, problems: string[], origin?: string): void {
  context.on("page", (page) => watchPage(page, problems, origin));
}
