import { recordAudit } from "@/lib/db/audit";
import { once } from "@/lib/db/idempotency";
import { moveReport } from "@/lib/db/reports/move-report";
import { screenOf } from "@/lib/db/reports/read-whole-report";
import { readReportEvents, writeReportEvent } from "@/lib/db/reports/report-events";
import { readSignatures, writeSignatures } from "@/lib/db/reports/report-signatures";
import { keepRun } from "@/lib/db/rules/rule-runs";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { requireOtherPerson } from "@/lib/domain/reports/four-eyes";
import { signedSections } from "@/lib/domain/reports/sections";
import type { ExactReportInput } from "@/lib/input/report-review";
import { readExactReport } from "./exact-report";

/**
 * Signs exactly the content that was shown, by someone who did not fill it: a signature under each section that has no
 * valid one. What was signed before and did not change, stays signed by who signed it.
 * @throws NotFound, Refusal `not_open`, `stale`, `four_eyes`
 */
export async function signReport(grant: Grant<"report:sign">, input: ExactReportInput): Promise<void> {
  const { actor } = grant;
  const { idempotencyKey: key, ...shown } = input;
  await inContext(actor, (tx) =>
    once(tx, actor, { key, action: "report.sign", input: shown }, async () => {
      const report = await readExactReport(tx, shown, "sign");
      const { header, hash } = report;
      requireOtherPerson(await readReportEvents(tx, header.id), actor.personId ?? "", "signed");
      const signed = signedSections(report.sections, await readSignatures(tx, header.id), report.remarks);
      const unsigned = signed.filter(({ valid }) => !valid);
      await writeSignatures(tx, actor, header, unsigned);
      await writeReportEvent(tx, actor, {
        report: header,
        version: header.version,
        action: "signed",
        contentHash: hash,
        content: screenOf(report),
      });
      await keepRun(tx, actor, report, { version: header.version, step: "review" });
      await moveReport(tx, header.id, { status: "signed", version: header.version, contentHash: hash });
      await recordAudit(tx, actor, {
        action: "report.signed",
        programmeId: header.programmeId,
        municipalityId: header.municipalityId,
        subjectKind: "report",
        subjectId: header.id,
        facts: { version: header.version, contentHash: hash, sections: unsigned.map(({ key: one }) => one) },
      });
      return {};
    }),
  );
}
