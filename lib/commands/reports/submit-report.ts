import { recordAudit } from "@/lib/db/audit";
import { once } from "@/lib/db/idempotency";
import { holdReport, moveReport } from "@/lib/db/reports/move-report";
import { readWholeReport, screenOf } from "@/lib/db/reports/read-whole-report";
import { writeReportEvent } from "@/lib/db/reports/report-events";
import { readSignatures } from "@/lib/db/reports/report-signatures";
import { addMissingLines } from "@/lib/db/reports/write-lines";
import { keepRun } from "@/lib/db/rules/rule-runs";
import { inContext } from "@/lib/db/transaction";
import { requireWindowOpen } from "@/lib/db/windows/window-open";
import type { Grant } from "@/lib/domain/access";
import { refuseWhatBlocks } from "@/lib/domain/reports/blocked";
import { signedSections } from "@/lib/domain/reports/sections";
import { dateInAmsterdam } from "@/lib/views/dates";

/**
 * Hands the report to the signer, when nothing stands in the way. After a return it is a new version, so that what was
 * signed before does not count for it. When every section still has its signature, the signer has nothing to do.
 * @throws NotFound, Refusal `not_open`, `stale`, `window_closed`, or `blocked` with every reason
 */
export async function submitReport(
  grant: Grant<"report:fill">,
  input: { readonly idempotencyKey: string; readonly report: string; readonly version: number },
): Promise<void> {
  const { actor } = grant;
  const { idempotencyKey: key, ...shown } = input;
  await inContext(actor, (tx) =>
    once(tx, actor, { key, action: "report.submit", input: shown }, async () => {
      const header = await holdReport(tx, shown, "submit");
      await requireWindowOpen(tx, { ...header, reportId: header.id });
      await addMissingLines(tx, header);
      const report = await readWholeReport(tx, header, dateInAmsterdam(new Date()), "submit");
      refuseWhatBlocks(report.findings);
      const version = header.status === "returned" ? header.version + 1 : header.version;
      await writeReportEvent(tx, actor, {
        report: header,
        version,
        action: "submitted",
        contentHash: report.hash,
        content: screenOf(report),
      });
      await keepRun(tx, actor, report, { version, step: "submit" });
      const sections = signedSections(report.sections, await readSignatures(tx, header.id), report.remarks);
      const status = sections.every(({ valid }) => valid) ? "signed" : "submitted";
      await moveReport(tx, header.id, { status, version, contentHash: report.hash });
      await recordAudit(tx, actor, {
        action: "report.submitted",
        programmeId: header.programmeId,
        municipalityId: header.municipalityId,
        subjectKind: "report",
        subjectId: header.id,
        facts: { version, contentHash: report.hash },
      });
      return {};
    }),
  );
}
