import { recordAudit } from "@/lib/db/audit";
import { once } from "@/lib/db/idempotency";
import { readWholeReport } from "@/lib/db/reports/read-whole-report";
import { lockReport } from "@/lib/db/reports/report-header";
import { writeRemarks } from "@/lib/db/reports/report-remarks";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { NotFound, Refusal } from "@/lib/domain/refusal";
import { isOpenFor } from "@/lib/domain/reports/report-status";
import type { RemarkInput } from "@/lib/input/report-review";
import { dateInAmsterdam } from "@/lib/views/dates";
import { requireSubject } from "./remark-subject";

/**
 * Says something about a report: the ministry asks or remarks while it reviews, the municipality answers or remarks.
 * Nothing else moves; a question waits for its answer before the report can be accepted.
 * @throws NotFound, Refusal `not_open` for an accepted report, and for a question while nothing is being reviewed
 */
export async function sayRemark(
  grant: Grant<"report:fill"> | Grant<"report:review">,
  input: RemarkInput,
): Promise<void> {
  const { actor } = grant;
  const { idempotencyKey: key, ...said } = input;
  await inContext(actor, (tx) =>
    once(tx, actor, { key, action: "report.remark", input: said }, async () => {
      const header = await lockReport(tx, said.report);
      const own = actor.scope === "municipality" || header?.owned === true;
      if (header === null || !own) throw new NotFound(said.report);
      if (header.status === "accepted") throw new Refusal("not_open", { status: header.status });
      if (said.kind === "question" && !isOpenFor(header.status, "review"))
        throw new Refusal("not_open", { status: header.status });
      const report = await readWholeReport(tx, header, dateInAmsterdam(new Date()), "review");
      const answered = report.remarks.find(({ id }) => id === said.answers);
      if (said.answers !== null && answered === undefined) throw new NotFound(said.answers);
      const subject = answered?.subject ?? said.subject;
      requireSubject(report, subject);
      const answers = answered === undefined ? {} : { answersId: answered.id };
      const kind = answered === undefined ? said.kind : "answer";
      await writeRemarks(tx, actor, report, header.round, [
        { kind, subject, text: said.text, answerBy: said.answerBy, ...answers },
      ]);
      await recordAudit(tx, actor, {
        action: `report.${kind}`,
        programmeId: header.programmeId,
        municipalityId: header.municipalityId,
        subjectKind: "report",
        subjectId: header.id,
        facts: { version: header.version, subject, text: said.text },
      });
      return {};
    }),
  );
}
