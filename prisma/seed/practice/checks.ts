import { askRun } from "@/lib/db/cross-checks/ask-run";
import { performRun } from "@/lib/db/cross-checks/perform-run";
import { asSystem } from "@/lib/db/transaction";
import { instantNow } from "@/lib/domain/reconciliation/as-of";
import { dateInAmsterdam } from "@/lib/views/dates";

/** The practice programme held against its rules once, as a night does it, so that there is a run to look at. */
export async function loadChecks(programmeId: string): Promise<void> {
  const now = new Date();
  const asOf = { validOn: dateInAmsterdam(now), knownAt: instantNow(now) };
  const run = await asSystem((tx) => askRun(tx, { programmeId, personId: null, asOf, current: true }));
  await performRun(run);
}
