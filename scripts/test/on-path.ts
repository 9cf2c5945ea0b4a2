import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Where the first of these programs is that the path has; undefined when it has none. */
export function onPath(names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path));
}
