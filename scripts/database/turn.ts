import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { isAlive } from "../start/processes.ts";

const PATIENCE = 60_000;

function take(file: string): boolean {
  try {
    writeFileSync(file, `${process.pid}`, { flag: "wx" });
    return true;
  } catch {
    return false;
  }
}

/** One process of this project at a time; the lock of a process that was killed is taken over. */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const end = Date.now() + PATIENCE;
  while (!take(file)) {
    const holder = Number(readFileSync(file, { encoding: "utf8", flag: "a+" }));
    if (!isAlive(holder) || holder === process.pid) rmSync(file, { force: true });
    else if (Date.now() > end) throw new Error(`Process ${holder} has been starting or stopping the database for a minute.`);
    else await sleep(100);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}
