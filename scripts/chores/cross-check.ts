import { askNightlyRuns, failRun, performRun } from "@/lib/db/cross-checks/perform-run";
import type { Chore } from "@/lib/mail/worker";
import { dateInAmsterdam } from "@/lib/views/dates";

/**
 * Asks each night for a run of every programme, and does one run that waits in the queue. Every run is a job of its own: one
 * programme that cannot be checked does not keep the others from it, and a run that was broken off is tried again. One that
 * keeps failing says so on its page.
 */
export const crossCheckChore = (say: (line: string) => void): Chore => ({
  name: "cross_check",
  every: "15 2 * * *",
  run: async (payload, last) => {
    const { run } = (payload ?? {}) as { readonly run?: unknown };
    const now = new Date();
    if (typeof run !== "string") {
      await askNightlyRuns(now, dateInAmsterdam(now));
      return;
    }
    await performRun(run).catch(async (error: unknown) => {
      if (!last) throw error;
      await failRun(run);
      say(`check ${run} was not done: ${String(error)}`);
    });
  },
});
