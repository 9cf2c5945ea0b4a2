import "server-only";
import { recordAudit } from "@/lib/db/audit";
import { askRun, isQuick, queueRun } from "@/lib/db/cross-checks/ask-run";
import { failRun, performRun } from "@/lib/db/cross-checks/perform-run";
import { readRunNumber } from "@/lib/db/cross-checks/read-runs";
import { once } from "@/lib/db/idempotency";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import type { AsOf } from "@/lib/domain/reconciliation/as-of";

export interface RunAskedFor {
  readonly idempotencyKey: string;
  readonly programmeId: string;
  readonly asOf: AsOf;
  /** The dates as they were typed: what "now" is differs each time the form is sent. */
  readonly typed: { readonly geldig: string; readonly bekend: string };
}

/**
 * Asks for a run of the rules over a whole programme. It is done at once where that takes a moment, and left to the worker
 * where the journal is long, or where this process does not live to do it. @returns the number of the run, whatever came of it
 */
export async function askForRun(
  { actor }: Grant<"check:run">,
  { idempotencyKey: key, programmeId, asOf, typed }: RunAskedFor,
): Promise<number> {
  const current = typed.geldig === "" && typed.bekend === "";
  const asked = await inContext(actor, (tx) =>
    once(tx, actor, { key, action: "cross-check.ask", input: { programmeId, ...typed } }, async () => {
      const id = await askRun(tx, { programmeId, personId: actor.personId, asOf, current });
      const quick = await isQuick(tx, programmeId);
      await queueRun(tx, { programmeId, id, ...(quick ? { after: "1 minute" } : {}) });
      const number = await readRunNumber(tx, id);
      await recordAudit(tx, actor, {
        action: "cross-check.asked",
        programmeId,
        subjectKind: "cross_check_run",
        subjectId: id,
        origin: actor.origin,
        facts: { number, validOn: asOf.validOn, knownAt: asOf.knownAt },
      });
      return { id, how: quick ? "now" : "later" };
    }),
  );
  if (asked.how === "now")
    await performRun(asked.id).catch(async (error: unknown) => {
      await failRun(asked.id);
      throw error;
    });
  return inContext(actor, (tx) => readRunNumber(tx, asked.id));
}
