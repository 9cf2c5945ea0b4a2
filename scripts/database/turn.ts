import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { isAlive } from "../start/processes.ts";

// A first build on a slow machine takes minutes; whoever waits longer than this has found something that hangs.
const PATIENCE = 10 * 60_000;

/** A link appears whole, with its content, or not at all: nobody ever reads a lock without its holder. */
function take(file: string): boolean {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${process.pid}`);
  try {
    linkSync(draft, file);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

function holderOf(file: string): number | undefined {
  try {
    return Number(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/** One process of this project at a time; the lock of a process that was killed is taken over. */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const end = Date.now() + PATIENCE;
  while (!take(file)) {
    const holder = holderOf(file);
    if (holder !== undefined && (!isAlive(holder) || holder === process.pid)) rmSync(file, { force: true });
    else if (Date.now() > end) throw new Error(`Process ${holder} has held ${file} for ten minutes.`);
    else await sleep(100);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}
