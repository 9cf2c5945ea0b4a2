import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { onPath } from "./on-path.ts";

const APT = { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" }, encoding: "utf8" } as const;

/** Programs that read an accounting journal, each with the package that it is in. */
const JOURNAL_READERS = [
  ["hledger", "hledger"],
  ["ledger", "ledger"],
  ["bean-query", "beancount"],
] as const;

/** Only root on a Debian machine may install. @returns what apt-get said last, "" where we may not */
function installed(work: (install: (name: string) => boolean) => void): string {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return "";
  const said: string[] = [];
  const apt = (...args: readonly string[]) => {
    const { stdout, stderr, status } = spawnSync("apt-get", args, APT);
    said.push(stdout ?? "", stderr ?? "");
    return status === 0;
  };
  apt("update");
  work((name) => apt("install", "--yes", "--no-install-recommends", name));
  return said.join("").trim().split("\n").slice(-5).join("\n");
}

/** Installs the first of these packages that the distribution has. @returns what apt-get said last */
export const installFirstOf = (...packages: readonly string[]): string =>
  installed((install) => packages.some(install));

/** The programs that read an accounting journal; a test that misses one skips. */
export function installJournalReaders(): void {
  const missing = JOURNAL_READERS.filter(([program]) => onPath([program]) === undefined);
  if (missing.length > 0) installed((install) => missing.forEach(([, name]) => install(name)));
}
