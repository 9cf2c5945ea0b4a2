import { readInWorker } from "@/lib/files/entry/read-in-worker";
import type { ReadingMessage } from "@/lib/files/entry/reading";
import { GOOD, known, taskOf, typed, workbookOf } from "../unit/files/entry-world";

export interface WorkbookRow {
  readonly rows: number;
  readonly megabytes: number;
  /** From the bytes to every row checked, the start of the thread included. */
  readonly seconds: number;
  /** How often it said how far it was. */
  readonly progress: number;
  /** Most memory of the thread: its heap and what lies outside it. */
  readonly workerMegabytes: number;
}

/** A workbook of so many rows, each of them filled in, read and checked in its thread. */
export async function benchWorkbook(count: number): Promise<WorkbookRow> {
  const rows = known(count);
  const filled = new Map(rows.map(({ id }) => [id, typed(GOOD)]));
  const bytes = await workbookOf(rows, filled);
  const megabytes = bytes.length / 1e6;
  let [checked, progress, memory] = [0, 0, 0];
  const started = performance.now();
  await readInWorker(taskOf(bytes, rows), {
    heard: (message: ReadingMessage) => {
      if (message.is === "refused") throw new Error(`The workbook was refused: ${message.problem}`);
      if (message.is === "progress") progress += 1;
      if (message.is === "done") checked = message.rows.filter(({ state }) => state !== "refused").length;
      if ("memory" in message) memory = Math.max(memory, message.memory);
    },
  });
  if (checked !== count) throw new Error(`${checked} of ${count} rows were read.`);
  return {
    rows: count,
    megabytes,
    seconds: (performance.now() - started) / 1000,
    progress,
    workerMegabytes: memory / 1e6,
  };
}
