import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

function playwrightsOwn(): string | undefined {
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

function systems(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const found = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) =>
    existsSync(path),
  );
  return found ?? (existsSync(MAC) ? MAC : undefined);
}

/** CHROMIUM_PATH, the one Playwright downloaded, the system's; undefined when there is none. */
export function findChromium(): string | undefined {
  const asked = process.env.CHROMIUM_PATH;
  if (asked && !existsSync(asked)) throw new Error(`CHROMIUM_PATH is ${asked}, and there is no such file.`);
  return asked || (playwrightsOwn() ?? systems());
}

function installWithApt(): string {
  const said: string[] = [];
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const args of [["update"], ["install", "--yes", "--no-install-recommends", "chromium"]]) {
    const { stdout, stderr } = spawnSync("apt-get", args, { env, encoding: "utf8" });
    said.push(stdout ?? "", stderr ?? "");
  }
  return said.join("").trim().split("\n").slice(-5).join("\n");
}

/** Finds a browser, and on a Debian machine where we are root installs one. @throws Error with what to do. */
export function ensureChromium(): string {
  const found = findChromium();
  if (found) return found;
  const mayInstall = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  const said = mayInstall ? installWithApt() : "";
  const installed = systems();
  if (installed) return installed;
  throw new Error(
    `No Chromium was found for the end-to-end tests. Install one (\`npx playwright install --with-deps chromium\`, or your system's own) or name it in CHROMIUM_PATH.${said ? `\napt-get said:\n${said}` : ""}`,
  );
}
