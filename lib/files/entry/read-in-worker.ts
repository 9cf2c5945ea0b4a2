import "server-only";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { FileProblem } from "@/lib/domain/entry/entry-file";
import type { ReadingMessage, ReadingTask } from "./reading";

/** Enough for the largest file that is allowed; a file that needs more is not what it says it is. */
const MEMORY = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };
const MOST_MS = 60_000;

/** How the outcome is heard: each message of the worker, and its end when a limit was reached. */
export interface ReadingListener {
  readonly heard: (message: ReadingMessage) => void;
}

/**
 * Both the built server and the development server run in the folder where lib and scripts are: the build copies those
 * that the worker needs (see next.config.js).
 */
const inProject = (path: string): string => join(/* turbopackIgnore: true */ process.cwd(), path);

/** Reads a file in a thread of its own, and ends that thread whatever happens. */
export const readInWorker = (task: ReadingTask, { heard }: ReadingListener): Promise<void> =>
  inWorker("lib/files/entry/entry-worker.ts", task, (message) => heard(message as ReadingMessage));

/** Runs one of our own files as a thread with limits; its bytes go with it, and a limit is heard as a refusal. */
export function inWorker(
  path: string,
  task: { readonly bytes: Uint8Array<ArrayBuffer> },
  heard: (message: unknown) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const hook = pathToFileURL(inProject("scripts/resolve-hook.mjs")).href;
    const worker = new Worker(inProject(path), {
      workerData: task,
      execArgv: ["--import", hook],
      // Nothing of the server's settings is for a thread that reads what strangers made.
      env: {},
      resourceLimits: MEMORY,
      transferList: [task.bytes.buffer],
    });
    const refused = (problem: FileProblem) => heard({ is: "refused", problem, facts: {} });
    const clock = setTimeout(() => {
      refused("too_slow");
      void worker.terminate();
    }, MOST_MS);
    worker.on("message", heard);
    worker.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "ERR_WORKER_OUT_OF_MEMORY") reject(error);
      else refused("too_much_memory");
    });
    worker.once("exit", () => {
      clearTimeout(clock);
      resolve();
    });
  });
}
