import { existsSync } from "node:fs";
import { chromium } from "playwright";
import { installFirstOf } from "./debian.ts";
import { onPath } from "./on-path.ts";

/** Without windows, tabs and menus of its own: tests take half the time of those in a whole browser. */
const SHELL = "chromium-headless-shell";
const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

function playwrightsOwn(): string | undefined {
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

const systems = () => onPath(NAMES) ?? (existsSync(MAC) ? MAC : undefined);

/** CHROMIUM_PATH, the system's headless shell, the one Playwright downloaded, the system's; undefined when there is none. */
export function findChromium(): string | undefined {
  const asked = process.env.CHROMIUM_PATH;
  if (asked && !existsSync(asked)) throw new Error(`CHROMIUM_PATH is ${asked}, and there is no such file.`);
  return asked || (onPath([SHELL]) ?? playwrightsOwn() ?? systems());
}

/** Finds a browser, and on a Debian machine where we are root installs one. @throws Error with what to do. */
export function ensureChromium(): string {
  const found = findChromium();
  if (found) return found;
  // Where the distribution has no headless shell, the whole browser.
  const said = installFirstOf(SHELL, "chromium");
  const installed = findChromium();
  if (installed) return installed;
  throw new Error(
    `No Chromium was found for the end-to-end tests. Install one (\`npx playwright install --with-deps chromium\`, or your system's own) or name it in CHROMIUM_PATH.${said ? `\napt-get said:\n${said}` : ""}`,
  );
}
