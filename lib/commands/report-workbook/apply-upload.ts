import { recordAudit } from "@/lib/db/audit";
import { readUpload } from "@/lib/db/report-workbook/uploads";
import { readWholeReport } from "@/lib/db/reports/read-whole-report";
import { readReportEvents } from "@/lib/db/reports/report-events";
import { readReport } from "@/lib/db/reports/report-header";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { NotFound, Refusal } from "@/lib/domain/refusal";
import { fieldsOf } from "@/lib/domain/report-workbook/changed-fields";
import { knownSheets } from "@/lib/domain/report-workbook/known-row";
import { changesOf, mergeChanges, type PlacedChange } from "@/lib/domain/report-workbook/outcome";
import type { WholeReport } from "@/lib/domain/reports/report-file";
import { requireOpen } from "@/lib/domain/reports/report-status";
import type { LineInput, ResultInput } from "@/lib/input/report";
import { dateInAmsterdam } from "@/lib/views/dates";
import { saveReport } from "../reports/save-report";
import { staleDifferences } from "../reports/stale-differences";

export interface AppliedUpload {
  readonly programmeId: string;
  readonly reportId: string;
  readonly uploadId: string;
}

/**
 * Takes the changes of a file over into the report, all or nothing, as a save like any other. What a colleague changed
 * since the file was read is merged by cell. Once is enough: again changes nothing.
 * @returns how many cells changed
 * @throws NotFound, Refusal `not_open` while it is not read or has faults, `stale` with both versions where they clash
 */
export async function applyUpload(grant: Grant<"report:fill">, asked: AppliedUpload): Promise<number> {
  const plan = await planOf(grant, asked);
  if (plan.is === "done") return plan.cells;
  const { apply, report, version, municipalityId } = plan;
  let after = version;
  if (apply.length > 0) {
    const saved = await saveReport(grant, {
      idempotencyKey: asked.uploadId,
      report,
      version,
      intent: "save",
      ...plan.fields,
    });
    after = Number.parseInt(saved.version, 10);
  }
  await inContext(grant.actor, async (tx) => {
    const personId = grant.actor.personId ?? "";
    const { count } = await tx.reportUploadApplied.createMany({
      data: [
        { uploadId: asked.uploadId, municipalityId, personId, reportVersion: after, cells: apply.length },
      ],
      skipDuplicates: true,
    });
    if (count > 0)
      await recordAudit(tx, grant.actor, {
        action: "report.workbook_applied",
        programmeId: asked.programmeId,
        municipalityId,
        subjectKind: "report",
        subjectId: report,
        facts: { upload: asked.uploadId, cells: apply.length, version: after },
      });
  });
  return apply.length;
}

/** The changes as the form of the report would send them. */
function inputOf(changes: readonly PlacedChange[], report: WholeReport): FilledFields {
  const { lines, results } = fieldsOf(changes, report);
  return { lines: [...lines] as LineInput[], results: [...results] as ResultInput[] };
}

interface FilledFields {
  readonly lines: LineInput[];
  readonly results: ResultInput[];
}

type Plan =
  | { readonly is: "done"; readonly cells: number }
  | {
      readonly is: "todo";
      readonly apply: readonly PlacedChange[];
      readonly fields: FilledFields;
      readonly report: string;
      readonly version: number;
      readonly municipalityId: string;
    };

const planOf = (
  grant: Grant<"report:fill">,
  { programmeId, reportId, uploadId }: AppliedUpload,
): Promise<Plan> =>
  inContext(grant.actor, async (tx) => {
    const header = await readReport(tx, programmeId, reportId);
    const upload = header === null ? null : await readUpload(tx, { programmeId, reportId, id: uploadId });
    if (header === null || upload === null) throw new NotFound(uploadId);
    if (upload.applied !== null) return { is: "done", cells: upload.applied.cells };
    requireOpen(header.status, "save");
    const { outcome } = upload;
    if (
      outcome === null ||
      outcome.refusal !== null ||
      outcome.rows.some(({ reasons }) => reasons.length > 0)
    )
      throw new Refusal("not_open");
    const report = await readWholeReport(tx, header, dateInAmsterdam(new Date()), "submit");
    const { apply, clashes } = mergeChanges(changesOf(outcome.rows), knownSheets(report, "nl"));
    if (clashes.length > 0) {
      const who = (await readReportEvents(tx, header.id)).find(({ action }) => action === "saved");
      throw new Refusal(
        "stale",
        {},
        staleDifferences(inputOf(clashes, report), report, who?.personName ?? ""),
      );
    }
    return {
      is: "todo",
      apply,
      fields: inputOf(apply, report),
      report: header.id,
      version: header.version,
      municipalityId: header.municipalityId,
    };
  });
