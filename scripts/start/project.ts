import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

export const ROOT = resolve(import.meta.dirname, "../..");
export const inProject = (...parts: string[]) => join(ROOT, ...parts);

/** Everything this machine keeps: database, secrets, checkpoints. Never in git, never in the build. */
export const DATA = process.env.GELDSTROOM_DATA ? resolve(process.env.GELDSTROOM_DATA) : inProject(".data");

export function inData(...parts: string[]): string {
  // As root the database runs as another user, which must be able to pass through, not to list.
  mkdirSync(DATA, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  return join(DATA, ...parts);
}

/** Makes Node run the project's TypeScript, with its "@/" imports. */
export const TYPESCRIPT = ["--import", pathToFileURL(inProject("scripts/resolve-hook.mjs")).href];
