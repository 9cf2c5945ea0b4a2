import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const APT = { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" }, encoding: "utf8" } as const;
const INSTALL = ["install", "--yes", "--no-install-recommends"] as const;

/** Only root on a Debian machine may. */
const mayInstall = () => process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");

/** Installs the first of these packages that the distribution has. @returns what apt-get said last, "" where we may not install */
export function installFirstOf(...packages: readonly string[]): string {
  if (!mayInstall()) return "";
  const said: string[] = [];
  const apt = (...args: readonly string[]) => {
    const { stdout, stderr, status } = spawnSync("apt-get", args, APT);
    said.push(stdout ?? "", stderr ?? "");
    return status === 0;
  };
  apt("update");
  packages.some((name) => apt(...INSTALL, name));
  return said.join("").trim().split("\n").slice(-5).join("\n");
}

/** The programs that read an accounting journal; a test that misses one skips. */
export function installJournalReaders(): void {
  const missing = ["hledger", "ledger", "beancount"].filter(
    (name) => !existsSync(`/usr/bin/${name === "beancount" ? "bean-query" : name}`),
  );
  for (const name of missing) installFirstOf(name);
}
