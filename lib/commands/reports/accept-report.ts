import { recordAudit } from "@/lib/db/audit";
import { once } from "@/lib/db/idempotency";
import { append } from "@/lib/db/journal";
import { moveReport } from "@/lib/db/reports/move-report";
import { screenOf } from "@/lib/db/reports/read-whole-report";
import { readReportEvents, writeReportEvent } from "@/lib/db/reports/report-events";
import { keepRun } from "@/lib/db/rules/rule-runs";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import type { NewEntry } from "@/lib/domain/ledger/journal";
import { Refusal } from "@/lib/domain/refusal";
import { refuseWhatBlocks } from "@/lib/domain/reports/blocked";
import { requireOtherPerson } from "@/lib/domain/reports/four-eyes";
import { reportEntries } from "@/lib/domain/reports/report-entries";
import type { WholeReport } from "@/lib/domain/reports/report-file";
import type { ExactReportInput } from "@/lib/input/report-review";
import { readExactReport } from "./exact-report";

/**
 * Accepts exactly the content that was signed and shown, and posts its spend: status, history, audit and journal change
 * together or not at all. The ledger's floor refuses spend above the allocation whatever the rules said.
 * @throws NotFound, Refusal `not_open`, `stale`, `four_eyes`, `blocked`, `exceeds_allocation`
 */
export async function acceptReport(grant: Grant<"report:review">, input: ExactReportInput): Promise<void> {
  const { actor } = grant;
  const { idempotencyKey: key, ...shown } = input;
  const personId = actor.personId ?? "";
  const work = inContext(actor, (tx) =>
    once(tx, actor, { key, action: "report.accept", input: shown }, async () => {
      const report = await readExactReport(tx, shown, "review");
      const { header, hash } = report;
      requireOtherPerson(await readReportEvents(tx, header.id), personId, "accepted");
      refuseWhatBlocks(report.findings);
      await writeReportEvent(tx, actor, {
        report: header,
        version: header.version,
        action: "accepted",
        contentHash: hash,
        content: screenOf(report),
      });
      await keepRun(tx, actor, report, { version: header.version, step: "review" });
      await moveReport(tx, header.id, { status: "accepted", version: header.version, contentHash: hash });
      const entries = entriesOf(report);
      const posted = entries.length === 0 ? [] : await append(tx, header.programmeId, personId, entries);
      await recordAudit(tx, actor, {
        action: "report.accepted",
        programmeId: header.programmeId,
        municipalityId: header.municipalityId,
        subjectKind: "report",
        subjectId: header.id,
        facts: { version: header.version, contentHash: hash, entries: posted.map(({ seq }) => seq) },
      });
      return {};
    }),
  );
  await work.catch((error: unknown) => {
    const floor = error instanceof Refusal && error.code === "exceeds_ceiling";
    throw floor ? new Refusal("exceeds_allocation") : error;
  });
}

function entriesOf({ header, period, earlier, lines }: WholeReport): NewEntry[] {
  const { id: reportId, number, streamId, trancheId, municipalityId } = header;
  const last = earlier.findLast(({ status }) => status === "accepted") ?? null;
  return reportEntries({
    reportId,
    number,
    streamId,
    trancheId,
    municipalityId,
    period,
    earlier: last,
    lines,
  });
}
