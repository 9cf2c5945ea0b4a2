import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright";

/** Without windows, tabs and menus of its own: tests take half the time of those in a whole browser. */
const SHELL = "chromium-headless-shell";
const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MAC = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

function playwrightsOwn(): string | undefined {
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

function onPath(names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path));
}

const systems = () => onPath(NAMES) ?? (existsSync(MAC) ? MAC : undefined);

/** CHROMIUM_PATH, the system's headless shell, the one Playwright downloaded, the system's; undefined when there is none. */
export function findChromium(): string | undefined {
  const asked = process.env.CHROMIUM_PATH;
  if (asked && !existsSync(asked)) throw new Error(`CHROMIUM_PATH is ${asked}, and there is no such file.`);
  return asked || (onPath([SHELL]) ?? playwrightsOwn() ?? systems());
}

const APT = { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" }, encoding: "utf8" } as const;

/** The headless shell, or where the distribution has none of it the whole browser. @returns what apt-get said last */
function installWithApt(): string {
  const said: string[] = [];
  const apt = (...args: readonly string[]) => {
    const { stdout, stderr, status } = spawnSync("apt-get", args, APT);
    said.push(stdout ?? "", stderr ?? "");
    return status === 0;
  };
  apt("update");
  const install = (name: string) => apt("install", "--yes", "--no-install-recommends", name);
  if (!install(SHELL)) install("chromium");
  return said.join("").trim().split("\n").slice(-5).join("\n");
}

/** Finds a browser, and on a Debian machine where we are root installs one. @throws Error with what to do. */
export function ensureChromium(): string {
  const found = findChromium();
  if (found) return found;
  const mayInstall = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  const said = mayInstall ? installWithApt() : "";
  const installed = findChromium();
  if (installed) return installed;
  throw new Error(
    `No Chromium was found for the end-to-end tests. Install one (\`npx playwright install --with-deps chromium\`, or your system's own) or name it in CHROMIUM_PATH.${said ? `\napt-get said:\n${said}` : ""}`,
  );
}
