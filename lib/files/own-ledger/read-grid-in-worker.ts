import "server-only";
import { inWorker } from "../entry/read-in-worker";
import type { GridMessage, GridTask } from "./read-grid";

/** Reads a file of bookings in a thread with limits. Never throws for what is in the file. */
export async function readGridInWorker(task: GridTask): Promise<GridMessage> {
  let outcome: GridMessage = { is: "refused", problem: "interrupted", facts: {} };
  await inWorker("lib/files/own-ledger/grid-worker.ts", task, (message) => {
    outcome = message as GridMessage;
  });
  return outcome;
}
