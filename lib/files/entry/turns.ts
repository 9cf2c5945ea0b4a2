import { availableParallelism } from "node:os";

/** Threads at once: one processor stays for those who look at pages. */
const MOST = Math.max(1, availableParallelism() - 1);

let busy = 0;
const waiting: (() => void)[] = [];

/** Does the work when it is its turn, first come first served, so that memory and pages do not suffer from a rush. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (busy >= MOST) await new Promise<void>((go) => waiting.push(go));
  else busy += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) busy -= 1;
    else next();
  }
}
