import { getHeapStatistics } from "node:v8";
import { parentPort } from "node:worker_threads";

let most = 0;
/** Of this thread alone, what lies outside its heap included. */
function memory(): number {
  const { used_heap_size: heap, external_memory: outside } = getHeapStatistics();
  most = Math.max(most, heap + outside);
  return most;
}

/** Says each step of the work with the memory that it takes. */
export function sayFromThread(steps: Iterable<object>): void {
  for (const message of steps) {
    const used = memory();
    parentPort?.postMessage("memory" in message ? { ...message, memory: used } : message, []);
  }
}
