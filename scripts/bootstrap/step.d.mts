/** Runs one step, prints one line with its time; `say` adds what was found to that line. */
export function step<T>(name: string, work: (say: (note: string) => void) => T | Promise<T>): Promise<T>;
