import { chmodSync, existsSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inData, ROOT } from "../start/project.ts";
import { canEnter, canRun, type Runner } from "./runner.ts";

const markOf = (folder: string) => join(folder, "project");

function ownedByThisProject(folder: string): boolean {
  return existsSync(markOf(folder)) && readFileSync(markOf(folder), "utf8") === realpathSync(ROOT);
}

function makeShelter(runner: Runner): string {
  // /var/tmp outlives a restart of the machine, which /tmp often does not.
  for (const parent of new Set(["/var/tmp", tmpdir()])) {
    if (!existsSync(parent) || !canEnter(runner, parent)) continue;
    const folder = mkdtempSync(join(parent, "geldstroom-"));
    chmodSync(folder, 0o711);
    writeFileSync(markOf(folder), realpathSync(ROOT));
    if (canEnter(runner, folder) && canRun(runner, "/bin/true")) return folder;
  }
  throw new Error(
    "No folder was found that the database's user can enter; start Geldstroom from a folder outside /root.",
  );
}

/**
 * A folder outside the project for the database, when the project lies where its user cannot come (/root, mode 0700).
 * Remembered, so that the next start finds its data; a copied project folder gets a shelter of its own.
 */
export function shelter(runner: Runner): string {
  const memory = inData("shelter.json");
  if (existsSync(memory)) {
    const { folder } = JSON.parse(readFileSync(memory, "utf8")) as { folder: string };
    if (ownedByThisProject(folder)) return folder;
  }
  const folder = makeShelter(runner);
  writeFileSync(memory, JSON.stringify({ folder }));
  return folder;
}
