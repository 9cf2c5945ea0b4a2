import { existsSync, readFileSync } from "node:fs";
import type { Finished } from "../start/run.ts";

/** What a stage adds to the last line of the run. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Shown when something failed. */
  readonly output: string;
}

/** A program that says yes or no counts as one. */
export const gate = ({ code, output }: Finished): Outcome => ({
  passed: code === 0 ? 1 : 0,
  failed: code === 0 ? 0 : 1,
  skipped: 0,
  output,
});

export const refused = (output: string): Outcome => gate({ code: 1, output });

function reportIn(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

/** A run that failed without a failed test (a file that does not load, a crash) still failed. */
function counted(finished: Finished, passed: number, failed: number, skipped: number): Outcome {
  const broke = finished.code !== 0 && failed === 0 ? 1 : 0;
  return { passed, failed: failed + broke, skipped, output: finished.output };
}

export function vitestOutcome(finished: Finished, file: string): Outcome {
  const report = reportIn(file) as
    | Record<"numPassedTests" | "numFailedTests" | "numPendingTests", number>
    | undefined;
  if (!report) return refused(finished.output);
  return counted(finished, report.numPassedTests, report.numFailedTests, report.numPendingTests);
}

export function playwrightOutcome(finished: Finished, file: string): Outcome {
  const report = reportIn(file) as
    | { stats: Record<"expected" | "unexpected" | "flaky" | "skipped", number> }
    | undefined;
  if (!report) return refused(finished.output);
  const { expected, unexpected, flaky, skipped } = report.stats;
  return counted(finished, expected, unexpected + flaky, skipped);
}
