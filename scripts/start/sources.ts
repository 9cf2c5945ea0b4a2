import { createHash, type Hash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { inProject } from "./project.ts";

const FOLDERS = ["app", "components", "i18n", "lib", "messages", "public", "prisma/schema"];
const ROOT_FILES =
  /^(?:next\.config|proxy|instrumentation|instrumentation-client|postcss\.config|tsconfig|package-lock)\.[a-z]+$/;

function add(hash: Hash, path: string): void {
  const file = inProject(path);
  if (statSync(file).isDirectory()) {
    for (const name of readdirSync(file).sort()) add(hash, join(path, name));
    return;
  }
  hash.update(path).update("\0").update(readFileSync(file)).update("\0");
}

/** One hash over everything the build is made from: the same sources give the same answer in any folder. */
export function sourcesHash(...also: readonly string[]): string {
  const hash = createHash("sha256");
  const present = FOLDERS.filter((folder) => statSync(inProject(folder), { throwIfNoEntry: false }));
  const files = readdirSync(inProject(".")).filter((name) => ROOT_FILES.test(name));
  for (const path of [...present, ...files.sort()]) add(hash, path);
  for (const text of also) hash.update(text).update("\0");
  return hash.digest("hex");
}
