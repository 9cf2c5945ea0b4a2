import { recordAudit } from "@/lib/db/audit";
import { once } from "@/lib/db/idempotency";
import { holdReport, moveReport } from "@/lib/db/reports/move-report";
import { readWholeReport, screenOf } from "@/lib/db/reports/read-whole-report";
import { writeReportEvent } from "@/lib/db/reports/report-events";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import type { ReturnReportInput } from "@/lib/input/report-review";
import { dateInAmsterdam } from "@/lib/views/dates";

/**
 * Gives the report back to the coordinator with a reason: the signer before signing, the ministry after it.
 * @throws NotFound, Refusal `not_open`, `stale`, `reason_required`
 */
export async function returnReport(
  grant: Grant<"report:sign"> | Grant<"report:review">,
  input: ReturnReportInput,
): Promise<void> {
  const { actor, permission } = grant;
  const { idempotencyKey: key, ...shown } = input;
  await inContext(actor, (tx) =>
    once(tx, actor, { key, action: "report.return", input: shown }, async () => {
      const header = await holdReport(
        tx,
        shown,
        permission === "report:sign" ? "returnToCoordinator" : "review",
      );
      const report = await readWholeReport(tx, header, dateInAmsterdam(new Date()), "review");
      await writeReportEvent(tx, actor, {
        report: header,
        version: header.version,
        action: "returned",
        reason: shown.reason,
        contentHash: report.hash,
        content: screenOf(report),
      });
      await moveReport(tx, header.id, { status: "returned", version: header.version, contentHash: null });
      await recordAudit(tx, actor, {
        action: "report.returned",
        programmeId: header.programmeId,
        municipalityId: header.municipalityId,
        subjectKind: "report",
        subjectId: header.id,
        facts: { version: header.version },
      });
      return {};
    }),
  );
}
