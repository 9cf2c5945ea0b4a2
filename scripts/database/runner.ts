import { spawnSync } from "node:child_process";

/** Who runs PostgreSQL: ourselves, or, because it refuses root, a user without rights. */
export interface Runner {
  readonly uid?: number;
  readonly gid?: number;
}

function idOf(name: string): Runner | undefined {
  const ask = (flag: string) =>
    Number.parseInt(spawnSync("id", [flag, name], { encoding: "utf8" }).stdout, 10);
  const [uid, gid] = [ask("-u"), ask("-g")];
  return Number.isNaN(uid) || Number.isNaN(gid) ? undefined : { uid, gid };
}

function createUser(): void {
  spawnSync("groupadd", ["--system", "postgres"]);
  spawnSync("useradd", [
    "--system",
    "--gid",
    "postgres",
    "--no-create-home",
    "--shell",
    "/usr/sbin/nologin",
    "postgres",
  ]);
}

export function findRunner(): Runner {
  if (process.getuid?.() !== 0) return {};
  const known = idOf("postgres");
  if (known) return known;
  createUser();
  const runner = idOf("postgres") ?? idOf("nobody");
  if (runner) return runner;
  throw new Error(
    "PostgreSQL does not run as root and no other user could be made; start Geldstroom as an ordinary user.",
  );
}

/** Whether that user can get into a folder; asked of the system itself, because modes are not the whole story. */
export function canEnter(runner: Runner, folder: string): boolean {
  return spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], { ...runner, cwd: "/" }).status === 0;
}

export function canRun(runner: Runner, program: string): boolean {
  return spawnSync(program, ["--version"], { ...runner, cwd: "/" }).status === 0;
}
