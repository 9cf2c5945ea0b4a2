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

/**
 * For what makes files of any size: V8 tidies up each time its heap has grown by a fifth, and not when it has doubled. A
 * workbook of 200.000 rows then takes 20 MB above what the program rests at instead of 200, in the same time.
 */
export const SMALL_HEAP = ["--max-semi-space-size=2", "--heap-growing-percent=20"];

/**
 * For the web server: V8 tidies up each time its heap has grown by half, and what is new is kept in a quarter of the room. After
 * three hundred pages it then holds 360 MB instead of 840, and a batch of any size adds a hundred at most; tidying up takes
 * 17 ms of a page's main thread instead of 13.
 */
export const WEB_HEAP = ["--max-semi-space-size=8", "--heap-growing-percent=50"];
