// Runs in a thread of its own with limits on memory and time: lib/files/entry/read-in-worker.ts starts it by its path.
import { getHeapStatistics } from "node:v8";
import { parentPort, workerData } from "node:worker_threads";
import { checkFile } from "@/lib/files/entry/check-file";
import type { ReadingTask } from "@/lib/files/entry/reading";

let most = 0;
/** Of this thread alone, what lies outside its heap included. */
function memory(): number {
  const { used_heap_size: heap, external_memory: outside } = getHeapStatistics();
  most = Math.max(most, heap + outside);
  return most;
}

for (const message of checkFile(workerData as ReadingTask)) {
  const used = memory();
  parentPort?.postMessage("memory" in message ? { ...message, memory: used } : message, []);
}
