import { getHeapStatistics } from "node:v8";
import { parentPort, workerData } from "node:worker_threads";

let most = 0;
/** Of this thread alone, what lies outside its heap included. */
function memory(): number {
  const { used_heap_size: heap, external_memory: outside } = getHeapStatistics();
  most = Math.max(most, heap + outside);
  return most;
}

/** Does the work that the thread was given, and says each step with the memory that it takes. */
export function sayFromThread<Task>(work: (task: Task) => Iterable<object>): void {
  for (const message of work(workerData as Task)) {
    const used = memory();
    parentPort?.postMessage("memory" in message ? { ...message, memory: used } : message, []);
  }
}
