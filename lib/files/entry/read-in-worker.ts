import "server-only";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { FileProblem } from "@/lib/domain/entry/entry-file";
import type { Refused } from "./reading";
import { turns } from "./turns";

/** Enough for the largest file that is allowed; a file that needs more is not what it says it is. */
const MEMORY = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };
const MOST_MS = 60_000;

/** The threads that read files, by the path that they are started by. */
export type ReadingWorker =
  | "lib/files/entry/entry-worker.ts"
  | "lib/files/own-ledger/grid-worker.ts"
  | "lib/files/report-workbook/report-worker.ts";

/** What a thread is given: the file, and whatever else its own kind of task holds. */
interface FileBytes {
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** How the outcome is heard: each message of the worker, and its end when a limit was reached. */
export interface ReadingListener<Message> {
  readonly heard: (message: Message | Refused) => void;
}

/**
 * Both the built server and the development server run in the folder where lib and scripts are: the build copies those
 * that the worker needs (see next.config.js).
 */
const inProject = (path: string): string => join(/* turbopackIgnore: true */ process.cwd(), path);

/** Threads at once: one processor stays for those who look at pages, however many files come at the same moment. */
const inTurn = turns(Math.max(1, availableParallelism() - 1));

/** Reads a file in a thread of its own, and ends that thread whatever happens. A few files at a time; others wait. */
export const readInWorker = <Message>(
  task: FileBytes,
  listener: ReadingListener<Message>,
  worker: ReadingWorker = "lib/files/entry/entry-worker.ts",
): Promise<void> => inTurn(() => readNow(task, listener, worker));

function readNow<Message>(
  task: FileBytes,
  { heard }: ReadingListener<Message>,
  path: ReadingWorker,
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
