import { sumsOfReport } from "@/lib/db/own-ledger/bookings";
import { readReport } from "@/lib/db/reports/report-header";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { cents } from "@/lib/domain/money";
import { NotFound, Refusal } from "@/lib/domain/refusal";
import { saveReport } from "../reports/save-report";

/**
 * Makes what the bookings add up to the spend of this period, line by line; lines without bookings stay as they are.
 * @throws NotFound, Refusal `not_open`, `stale`, or `blocked` when there is nothing to take over
 */
export async function takeOverBookings(
  grant: Grant<"report:fill">,
  programmeId: string,
  input: { readonly idempotencyKey: string; readonly report: string; readonly version: number },
): Promise<void> {
  const sums = await inContext(grant.actor, async (tx) => {
    const header = await readReport(tx, programmeId, input.report);
    if (header === null || !grant.actor.organisationIds.includes(header.municipalityId))
      throw new NotFound(input.report);
    return sumsOfReport(tx, header.id);
  });
  if (sums.length === 0)
    throw new Refusal("blocked", {}, [{ code: "ownLedger.reasons.nothing_to_take_over" }]);
  const lines = sums.map(({ key, total }) => ({ key, spent: cents(total) }));
  await saveReport(grant, { ...input, intent: "save", lines, results: [] });
}
