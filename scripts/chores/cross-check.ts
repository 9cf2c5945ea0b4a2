import { askNightlyRuns, failRun, performRun } from "@/lib/db/cross-checks/perform-run";
import type { Chore } from "@/lib/mail/worker";
import { dateInAmsterdam } from "@/lib/views/dates";

/**
 * Holds every programme against its rules each night, and one programme when somebody asked for it and its journal is too long
 * to wait for. A night that fails is tried again by the queue; a run that keeps failing says so on its page.
 */
export const crossCheckChore = (say: (line: string) => void): Chore => ({
  name: "cross_check",
  every: "15 2 * * *",
  run: async (payload, last) => {
    const { run } = (payload ?? {}) as { readonly run?: unknown };
    const now = new Date();
    const runs = typeof run === "string" ? [run] : await askNightlyRuns(now, dateInAmsterdam(now));
    for (const id of runs)
      await performRun(id).catch(async (error: unknown) => {
        // One programme that cannot be checked does not keep the others from it.
        if (typeof run === "string" && !last) throw error;
        await failRun(id);
        say(`check ${id} was not done: ${String(error)}`);
      });
  },
});
