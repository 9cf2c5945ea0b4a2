import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { STANDALONE } from "./build.ts";
import type { Environment } from "./environment.ts";
import { bornAt, stopProcess } from "./processes.ts";
import { inProject, WEB_HEAP } from "./project.ts";

const FIRST_ANSWER_MS = 60_000;
const LAST_ANSWERS_MS = 5_000;

export interface WebServer {
  readonly url: string;
  readonly process: { readonly pid: number; readonly born: string | undefined };
  /** Settles when the server ends, asked or not, with its exit code. */
  readonly ended: Promise<number>;
  readonly stop: () => Promise<void>;
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  const end = Date.now() + FIRST_ANSWER_MS;
  while (child.exitCode === null && Date.now() < end) {
    try {
      await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(2_000) });
      return;
    } catch {
      await sleep(50);
    }
  }
  throw new Error(
    child.exitCode === null ? "The web server does not answer." : "The web server stopped at its start.",
  );
}

export interface ServeOptions {
  readonly port: number;
  readonly variables: Environment;
  /** Where its log lines go; a test keeps them in a file. */
  readonly output?: "inherit" | number;
}

/** Serves the standalone build on 127.0.0.1; the channel makes it end when this process is killed. */
export async function serve({ port, variables, output = "inherit" }: ServeOptions): Promise<WebServer> {
  const server = join(STANDALONE, "server.js");
  if (!existsSync(server)) throw new Error("There is no build yet: run `npm run build` first.");
  const leash = pathToFileURL(inProject("scripts/start/end-with-launcher.mjs")).href;
  const child = spawn(process.execPath, [...WEB_HEAP, "--import", leash, server], {
    cwd: STANDALONE,
    detached: true, // Ctrl-C in the terminal: we stop it, in order, before its database
    env: {
      ...process.env,
      NEXTAUTH_URL: `http://localhost:${port}`,
      ...variables,
      NODE_ENV: "production",
      HOSTNAME: "127.0.0.1",
      PORT: `${port}`,
    },
    stdio: ["ignore", output, output, "ipc"],
  });
  const ended = once(child, "exit").then(([code]) => (typeof code === "number" ? code : 1));
  const pid = child.pid ?? 0;
  const stop = () => stopProcess(pid, "SIGTERM", LAST_ANSWERS_MS);
  try {
    await answers(`http://127.0.0.1:${port}`, child);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `http://localhost:${port}`, process: { pid, born: bornAt(pid) }, ended, stop };
}
