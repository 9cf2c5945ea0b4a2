import { recordAudit } from "@/lib/db/audit";
import { once } from "@/lib/db/idempotency";
import { holdReport, moveReport } from "@/lib/db/reports/move-report";
import { readWholeReport, screenOf } from "@/lib/db/reports/read-whole-report";
import { writeReportEvent } from "@/lib/db/reports/report-events";
import { type NewRemark, writeRemarks } from "@/lib/db/reports/report-remarks";
import { keepRun } from "@/lib/db/rules/rule-runs";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { Refusal } from "@/lib/domain/refusal";
import type { WholeReport } from "@/lib/domain/reports/report-file";
import type { ReturnReportInput } from "@/lib/input/report-review";
import { dateInAmsterdam } from "@/lib/views/dates";
import { requireSubject } from "./remark-subject";

/**
 * Gives the report back to the coordinator: the signer before signing, the ministry after it. As a whole, or only what
 * is named, each with its reason; the rest stays closed and signed.
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
      const round = header.round + 1;
      const parts = partsOf(report, shown);
      await writeRemarks(tx, actor, report, round, parts);
      await writeReportEvent(tx, actor, {
        report: header,
        version: header.version,
        action: "returned",
        reason: parts.map(({ text }) => text).join(" "),
        contentHash: report.hash,
        content: screenOf(report),
      });
      await keepRun(tx, actor, report, { version: header.version, step: "review" });
      await moveReport(tx, header.id, {
        status: "returned",
        version: header.version,
        contentHash: null,
        round,
      });
      await recordAudit(tx, actor, {
        action: "report.returned",
        programmeId: header.programmeId,
        municipalityId: header.municipalityId,
        subjectKind: "report",
        subjectId: header.id,
        facts: { version: header.version, parts: parts.map(({ subject }) => subject) },
      });
      return {};
    }),
  );
}

/** @throws NotFound for a place that this report does not have, Refusal `reason_required` when nothing was given back */
function partsOf(
  report: WholeReport,
  { reason, parts, answerBy }: Pick<ReturnReportInput, "reason" | "parts" | "answerBy">,
): NewRemark[] {
  for (const { subject } of parts) requireSubject(report, subject);
  const whole = reason === null ? [] : [{ subject: { is: "whole" } as const, text: reason }];
  const all = [...whole, ...parts].map((part) => ({ ...part, kind: "returned" as const, answerBy }));
  if (all.length === 0) throw new Refusal("reason_required");
  return all;
}
