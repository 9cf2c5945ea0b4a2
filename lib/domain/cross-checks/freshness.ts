import type { RunRow } from "./kept-run";

/** A night and a little: later, a run no longer says how it stands today. */
const FRESH_FOR = 26 * 3_600_000;

/** Why the last run that was done may not say how it stands now. */
export type Behind = "failed" | "waiting" | "old";

/** @param newest the last run about today that was asked for, whatever came of it */
export function behindOf(newest: Pick<RunRow, "state" | "askedAt">, now: Date): Behind | null {
  if (newest.state !== "done") return newest.state;
  return now.getTime() - newest.askedAt.getTime() > FRESH_FOR ? "old" : null;
}
