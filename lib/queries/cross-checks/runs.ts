import "server-only";
import { lastRun, listRuns, newestRun, readOutcomes, readRun } from "@/lib/db/cross-checks/read-runs";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { type Behind, behindOf } from "@/lib/domain/cross-checks/freshness";
import type { KeptRun, RunRow } from "@/lib/domain/cross-checks/kept-run";
import { NotFound } from "@/lib/domain/refusal";

export const RUNS_PER_PAGE = 25;

/** Runs over a programme, the last first. */
export const findRuns = (
  grant: Grant<"reconciliation:read">,
  programmeId: string,
  page: number,
): Promise<{ readonly rows: readonly RunRow[]; readonly total: number }> =>
  inContext(grant.actor, (tx) =>
    listRuns(tx, programmeId, { limit: RUNS_PER_PAGE, offset: (page - 1) * RUNS_PER_PAGE }),
  );

/** One run with what each rule came to. @throws NotFound */
export const findRun = (
  grant: Grant<"reconciliation:read">,
  programmeId: string,
  number: number,
): Promise<KeptRun> =>
  inContext(grant.actor, async (tx) => {
    const run = await readRun(tx, programmeId, number);
    if (run === null) throw new NotFound(String(number));
    return { ...run, outcomes: await readOutcomes(tx, run.id) };
  });

export interface LastRun {
  /** The last one that was done; null before the first. */
  readonly run: KeptRun | null;
  /** A later one that has no outcome, or the same one when it is too old, and why it does not say how it stands now. */
  readonly behind: { readonly why: Behind; readonly run: RunRow } | null;
}

/** The last run about today, and whether it still says how it stands. */
export const findLastRun = (
  grant: Grant<"reconciliation:read">,
  programmeId: string,
  now: Date,
): Promise<LastRun> =>
  inContext(grant.actor, async (tx) => {
    const newest = await newestRun(tx, programmeId);
    const why = newest && behindOf(newest, now);
    const run = await lastRun(tx, programmeId);
    return {
      run: run && { ...run, outcomes: await readOutcomes(tx, run.id) },
      behind: newest && why && { why, run: newest },
    };
  });
