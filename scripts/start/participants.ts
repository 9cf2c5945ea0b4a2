import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bornAt, commandLine, stopProcess } from "./processes.ts";
import { inData } from "./project.ts";

/** A process of this project that uses the database, and what it started that must not outlive it. */
export interface Participant {
  readonly pid: number;
  readonly born: string | undefined;
  readonly doing: string;
  readonly server?: { readonly pid: number; readonly born: string | undefined };
  readonly port?: number;
  /** A throw-away database cluster of a test run. */
  readonly cluster?: string;
}

const folder = () => {
  const path = inData("running");
  mkdirSync(path, { recursive: true });
  return path;
};

const fileOf = (pid: number) => join(folder(), `${pid}.json`);

function all(): Participant[] {
  return readdirSync(folder())
    .filter((name) => name.endsWith(".json"))
    .map((name) => JSON.parse(readFileSync(join(folder(), name), "utf8")) as Participant);
}

const lives = (one: Participant) => one.born !== undefined && bornAt(one.pid) === one.born;

/** Notes that this process takes part; call it again when there is more to say. */
export function takePart(details: Omit<Participant, "pid" | "born">): void {
  const self: Participant = { pid: process.pid, born: bornAt(process.pid), ...details };
  writeFileSync(fileOf(process.pid), JSON.stringify(self));
}

export const leave = (): void => rmSync(fileOf(process.pid), { force: true });

export const others = (): Participant[] => all().filter((one) => one.pid !== process.pid && lives(one));

async function stopCluster(folderOfCluster: string): Promise<void> {
  try {
    const pid = Number(readFileSync(join(folderOfCluster, "postgres/postmaster.pid"), "utf8").split("\n")[0]);
    if (commandLine(pid).includes(folderOfCluster)) await stopProcess(pid, "SIGQUIT", 5_000);
  } catch {
    // It had stopped already.
  }
  rmSync(folderOfCluster, { recursive: true, force: true });
}

/** Clears what processes left that were killed before they could: a web server, a test database. */
export async function clearAfterTheDead(): Promise<string[]> {
  const cleared: string[] = [];
  for (const one of all().filter((candidate) => candidate.pid !== process.pid && !lives(candidate))) {
    if (one.server?.born !== undefined && bornAt(one.server.pid) === one.server.born) {
      await stopProcess(one.server.pid, "SIGTERM", 5_000);
      cleared.push("web server");
    }
    if (one.cluster !== undefined) {
      await stopCluster(one.cluster);
      cleared.push("test database");
    }
    rmSync(fileOf(one.pid), { force: true });
  }
  return cleared;
}
