import "server-only";
import { readInWorker } from "../entry/read-in-worker";
import type { GridMessage, GridTask } from "./read-grid";

/** Reads a file of bookings in a thread with limits. Never throws for what is in the file. */
export async function readGridInWorker(task: GridTask): Promise<GridMessage> {
  let outcome: GridMessage = { is: "refused", problem: "interrupted", facts: {} };
  const heard = (message: GridMessage) => {
    outcome = message;
  };
  await readInWorker<GridMessage>(task, { heard }, "lib/files/own-ledger/grid-worker.ts");
  return outcome;
}
