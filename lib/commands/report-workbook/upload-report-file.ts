import { createHash } from "node:crypto";
import { recordAudit } from "@/lib/db/audit";
import { writeOutcome, writeUpload } from "@/lib/db/report-workbook/uploads";
import { readWholeReport } from "@/lib/db/reports/read-whole-report";
import { readReport } from "@/lib/db/reports/report-header";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import type { FileProblem } from "@/lib/domain/entry/entry-file";
import { NotFound } from "@/lib/domain/refusal";
import { type KnownSheets, knownSheets } from "@/lib/domain/report-workbook/known-row";
import { countCells } from "@/lib/domain/report-workbook/outcome";
import { yearsOf } from "@/lib/domain/report-workbook/report-columns";
import type { FoundInFile } from "@/lib/domain/report-workbook/report-upload";
import type { WholeReport } from "@/lib/domain/reports/report-file";
import { isOpenFor } from "@/lib/domain/reports/report-status";
import { readInWorker } from "@/lib/files/entry/read-in-worker";
import { refuseUnread } from "@/lib/files/entry/refuse-unread";
import { turns } from "@/lib/files/entry/turns";
import type { ReportReadingMessage, ReportReadingTask } from "@/lib/files/report-workbook/report-reading";

export interface ReportFileTask
  extends Pick<ReportReadingTask, "bytes" | "fileName" | "today" | "headings" | "choices"> {
  readonly programme: { readonly id: string; readonly code: string };
  readonly reportId: string;
  readonly locale: "nl" | "en";
}

export type ReportUploadAnswer =
  | { readonly is: "closed" }
  | { readonly is: "reading"; readonly uploadId: string; readonly finished: Promise<void> };

type Fill = Grant<"report:fill">;
type Why = { readonly problem: FileProblem; readonly facts: Readonly<Record<string, string>> };

const NOTHING = { template: null, madeFrom: null, sheets: {}, counts: {}, rows: [] } as const;

/**
 * Takes a file in and keeps it; what is in it is read on after this answers, in a thread of its own. Nothing of it gets
 * into the report before somebody confirms it.
 * @throws NotFound
 */
export async function uploadReportFile(grant: Fill, task: ReportFileTask): Promise<ReportUploadAnswer> {
  const why = refuseUnread(task.bytes, task.fileName);
  const begun = await inTurn(() => begin(grant, task, why));
  if (begun === null) return { is: "closed" };
  const { upload, report, municipality } = begun;
  if (why !== null) return { is: "reading", uploadId: upload.id, finished: Promise.resolve() };
  const known = knownSheets(report, task.locale);
  const { bytes, fileName, today, headings, choices, programme } = task;
  const reading: ReportReadingTask = {
    bytes,
    fileName,
    today,
    headings,
    choices,
    known,
    final: report.period.final,
    years: yearsOf(report.lines),
    of: { programme: programme.code, report: report.header.number, municipality },
  };
  return { is: "reading", uploadId: upload.id, finished: readOn(grant, upload, reading) };
}

interface Begun {
  readonly upload: { readonly id: string; readonly municipalityId: string };
  readonly report: WholeReport;
  readonly municipality: string;
}

/** Null for a report that is not open to be filled in. */
const begin = (grant: Fill, task: ReportFileTask, why: Why | null): Promise<Begun | null> =>
  inContext(grant.actor, async (tx) => {
    const { actor } = grant;
    const header = await readReport(tx, task.programme.id, task.reportId);
    if (header === null || !actor.organisationIds.includes(header.municipalityId))
      throw new NotFound(task.reportId);
    if (!isOpenFor(header.status, "save")) return null;
    const report = await readWholeReport(tx, header, task.today, "submit");
    const { municipalityId } = header;
    const sha256 = createHash("sha256").update(task.bytes).digest("hex");
    const file = {
      reportId: header.id,
      municipalityId,
      personId: actor.personId ?? "",
      fileName: task.fileName.slice(0, 200),
      sha256,
      bytes: task.bytes,
      reportVersion: header.version,
      rowsTotal: report.lines.length + report.results.length,
    };
    const id = await writeUpload(tx, file, why === null);
    if (why !== null) await writeOutcome(tx, { id, municipalityId }, { ...NOTHING, refusal: why });
    await recordAudit(tx, actor, {
      action: "report.workbook_brought",
      programmeId: task.programme.id,
      municipalityId,
      subjectKind: "report",
      subjectId: header.id,
      facts: { upload: id, fileName: file.fileName, sha256, bytes: task.bytes.byteLength },
    });
    const { code } = await tx.organisation.findUniqueOrThrow({
      where: { id: municipalityId },
      select: { code: true },
    });
    return { upload: { id, municipalityId }, report, municipality: code };
  });

/** Of a rush of uploads only a few read their report at once: connections stay for those who look at pages. */
const inTurn = turns(2);

const PROGRESS_MS = 400;

async function readOn(grant: Fill, upload: Begun["upload"], task: ReportReadingTask): Promise<void> {
  const heard: { done: number; said: number; found: FoundInFile | null } = { done: 0, said: 0, found: null };
  const clock = setInterval(() => {
    if (heard.done === heard.said) return;
    heard.said = heard.done;
    // Only for who looks at the page meanwhile: when it fails, the next one says how far it is.
    void inContext(grant.actor, (tx) =>
      tx.reportUpload.updateMany({ where: { id: upload.id }, data: { rowsDone: heard.done } }),
    ).catch(() => undefined);
  }, PROGRESS_MS);
  let about: Pick<FoundInFile, "template" | "madeFrom" | "sheets"> = NOTHING;
  const listener = {
    heard: (message: ReportReadingMessage) => {
      if (message.is === "accepted") about = withoutKind(message);
      if (message.is === "progress") heard.done = message.done;
      if (message.is === "refused") heard.found = refused(message);
      if (message.is === "done") heard.found = found(about, message.rows, task.known);
    },
  };
  try {
    await readInWorker(task, listener, "lib/files/report-workbook/report-worker.ts");
  } catch {
    heard.found = null;
  } finally {
    clearInterval(clock);
  }
  const outcome = heard.found ?? refused({ problem: "interrupted", facts: {} });
  await inTurn(() => inContext(grant.actor, (tx) => writeOutcome(tx, upload, outcome)));
}

const withoutKind = ({ template, madeFrom, sheets }: Extract<ReportReadingMessage, { is: "accepted" }>) => ({
  template,
  madeFrom,
  sheets,
});

const refused = ({ problem, facts }: Why): FoundInFile => ({ ...NOTHING, refusal: { problem, facts } });

/** Rows without a change or a fault are counted, and not kept once more. */
const found = (
  about: Pick<FoundInFile, "template" | "madeFrom" | "sheets">,
  rows: FoundInFile["rows"],
  known: KnownSheets,
): FoundInFile => ({
  ...about,
  counts: countCells(rows, known),
  rows: rows.filter(({ changes, reasons }) => changes.length + reasons.length > 0),
  refusal: null,
});
