import { spawn } from "node:child_process";
import { pathToFileURL } from "node:url";
import type { Environment } from "./environment.ts";
import { stopProcess } from "./processes.ts";
import { inProject, SMALL_HEAP, TYPESCRIPT } from "./project.ts";

const LAST_JOB_MS = 5_000;

export interface WorkerBeside {
  readonly stop: () => Promise<void>;
}

/**
 * Reminders and mail, beside the web server; the channel makes it end when this process is killed. When it stops by
 * itself the site goes on: mail waits in the database until the next start.
 */
export function startWorkerBeside(variables: Environment): WorkerBeside {
  const leash = pathToFileURL(inProject("scripts/start/end-with-launcher.mjs")).href;
  const script = [...TYPESCRIPT, inProject("scripts/worker.ts")];
  const child = spawn(process.execPath, [...SMALL_HEAP, "--import", leash, ...script], {
    detached: true, // Ctrl-C in the terminal: we stop it, in order, before its database
    env: { ...process.env, ...variables },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  return { stop: () => stopProcess(child.pid ?? 0, "SIGTERM", LAST_JOB_MS) };
}
