// Runs in a thread of its own with limits on memory and time: lib/files/own-ledger/read-grid-in-worker.ts starts it.
import { parentPort, workerData } from "node:worker_threads";
import { type GridTask, readGrid } from "@/lib/files/own-ledger/read-grid";

parentPort?.postMessage(readGrid(workerData as GridTask), []);
