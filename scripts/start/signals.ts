import { whenNpmIsGone } from "../bootstrap/watch-npm.mjs";

/** What to do when this process is asked to end: by the terminal, by another process, or because its parent is gone. */
export function takeSignals(stop: () => void): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
  process.on("disconnect", stop);
  process.channel?.unref(); // listening for the end of the parent must not keep a process that has done its work
  whenNpmIsGone(stop);
}
