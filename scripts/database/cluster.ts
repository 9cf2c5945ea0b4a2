import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, isFree } from "../start/ports.ts";
import { commandLine, isAlive, stopProcess, until } from "../start/processes.ts";
import { run } from "../start/run.ts";
import type { Runner } from "./runner.ts";

export const SUPERUSER = "postgres";

export interface ClusterPlace {
  readonly runner: Runner;
  /** Folder of initdb and postgres. */
  readonly bin: string;
  readonly data: string;
  readonly log: string;
}

export interface Running {
  readonly pid: number;
  readonly port: number;
}

// Sorting by code point never changes with a library; Dutch names are sorted with the collation nl-x-icu in queries.
const INITDB = [
  "--encoding=UTF8",
  "--locale-provider=builtin",
  "--builtin-locale=C.UTF-8",
  "--locale=C",
  "--data-checksums",
];

function settings(port: number, extra: readonly string[]): string[] {
  const all = [
    `port=${port}`,
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=", // a socket in the project folder breaks a build that scans it
    "timezone=UTC",
    "log_timezone=UTC",
    ...extra,
  ];
  return all.flatMap((one) => ["-c", one]);
}

/** Made beside its place and then moved there: a start that is broken off leaves no half of a database behind. */
export async function initialise({ runner, bin, data }: ClusterPlace, password: string): Promise<void> {
  const draft = `${data}.new`;
  const passwordFile = join(tmpdir(), `geldstroom-${randomBytes(8).toString("hex")}`);
  const give = (path: string) => {
    if (runner.uid !== undefined && runner.gid !== undefined) chownSync(path, runner.uid, runner.gid);
  };
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  give(draft);
  writeFileSync(passwordFile, password, { mode: 0o600, flag: "wx" });
  give(passwordFile);
  try {
    const auth = ["--auth=scram-sha-256", `--username=${SUPERUSER}`, `--pwfile=${passwordFile}`];
    const env = { LC_ALL: "C", TZ: "UTC" };
    await run(join(bin, "initdb"), ["-D", draft, ...auth, ...INITDB], { cwd: "/", env, ...runner });
    renameSync(draft, data);
  } finally {
    unlinkSync(passwordFile);
  }
}

/** Line 1 of postmaster.pid is the process, 4 the port, 8 whether it takes connections yet. */
function pidFile(data: string): { pid: number; port: number; ready: boolean } | undefined {
  try {
    const lines = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
  } catch {
    return undefined;
  }
}

/** The server that already runs on this data, left by a start that was killed or shared with one that still works. */
export async function alreadyRunning(data: string): Promise<Running | undefined> {
  const found = pidFile(data);
  if (!found) return undefined;
  if (isAlive(found.pid) && commandLine(found.pid).includes(data)) {
    await until(() => pidFile(data)?.ready === true || !isAlive(found.pid), 60_000);
    if (isAlive(found.pid)) return { pid: found.pid, port: pidFile(data)?.port ?? found.port };
  }
  // The number belongs to nobody or to somebody else: PostgreSQL itself would refuse to start on it.
  rmSync(join(data, "postmaster.pid"), { force: true });
  return undefined;
}

const lastLines = (file: string) =>
  existsSync(file) ? readFileSync(file, "utf8").trim().split("\n").slice(-12).join("\n") : "";

async function launch(
  place: ClusterPlace,
  port: number,
  extra: readonly string[],
): Promise<Running | undefined> {
  const log = openSync(place.log, "a", 0o600);
  const child = spawn(join(place.bin, "postgres"), ["-D", place.data, ...settings(port, extra)], {
    ...place.runner,
    cwd: "/",
    detached: true, // Ctrl-C in the terminal must reach the web server first
    env: { ...process.env, LC_ALL: "C", TZ: "UTC" },
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  child.unref();
  const { pid } = child;
  if (pid === undefined) return undefined;
  const ready = () => pidFile(place.data)?.pid === pid && pidFile(place.data)?.ready === true;
  await until(() => ready() || child.exitCode !== null, 60_000);
  return ready() ? { pid, port } : undefined;
}

/** After a kill, old backends hold the shared memory for a moment and recovery takes its time: hence more than one try. */
export async function startCluster(
  place: ClusterPlace,
  wantedPort?: number,
  extra: readonly string[] = [],
): Promise<Running> {
  for (let attempts = 0; attempts < 8; attempts += 1) {
    const running = await alreadyRunning(place.data);
    if (running) return running;
    const port = wantedPort !== undefined && (await isFree(wantedPort)) ? wantedPort : await freePort();
    const started = await launch(place, port, extra);
    if (started) return started;
    await until(() => false, 500);
  }
  throw new Error(`PostgreSQL did not start. The end of ${place.log}:\n${lastLines(place.log)}`);
}

/** A fast shutdown: open transactions are rolled back, everything committed is on disk. */
export const stopCluster = ({ pid }: Running): Promise<void> => stopProcess(pid, "SIGINT", 20_000);
