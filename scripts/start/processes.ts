import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

const onLinux = existsSync("/proc/self/stat");

/** When a process began, in whatever unit the system has: with its number that tells it from a later namesake. */
export function bornAt(pid: number): string | undefined {
  if (onLinux) {
    try {
      // The name in the second field may hold spaces and brackets: count from the last bracket.
      const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
        .replace(/^.*\) /s, "")
        .split(" ");
      return fields[0] === "Z" ? undefined : fields[19];
    } catch {
      return undefined;
    }
  }
  return spawnSync("ps", ["-o", "lstart=", "-p", `${pid}`], { encoding: "utf8" }).stdout?.trim() || undefined;
}

export const isAlive = (pid: number): boolean => bornAt(pid) !== undefined;

/** What a process was started with, to see whether it is one of ours. */
export function commandLine(pid: number): string {
  if (onLinux) {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    } catch {
      return "";
    }
  }
  return spawnSync("ps", ["-o", "command=", "-p", `${pid}`], { encoding: "utf8" }).stdout ?? "";
}

export async function until(condition: () => boolean, milliseconds: number): Promise<boolean> {
  const end = Date.now() + milliseconds;
  while (!condition()) {
    if (Date.now() > end) return false;
    await sleep(50);
  }
  return true;
}

/** Asks a process to end, and insists when it does not listen. */
export async function stopProcess(pid: number, signal: NodeJS.Signals, patience: number): Promise<void> {
  const send = (one: NodeJS.Signals) => {
    try {
      process.kill(pid, one);
    } catch {
      // Already gone.
    }
  };
  send(signal);
  if (await until(() => !isAlive(pid), patience)) return;
  send("SIGKILL");
  await until(() => !isAlive(pid), 5_000);
}
