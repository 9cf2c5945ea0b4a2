import "server-only";
import { readUpload, readUploadContent, readUploads } from "@/lib/db/report-workbook/uploads";
import { readReport } from "@/lib/db/reports/report-header";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { NotFound } from "@/lib/domain/refusal";
import { fileBack, type ReportUpload } from "@/lib/domain/report-workbook/report-upload";

/** Where a file is: a reader knows it by its address. */
export interface UploadPlace {
  readonly programmeId: string;
  readonly reportId: string;
  readonly id: string;
}

/** A server that was stopped while it read does not go on with it. */
const LONGEST_READING_MS = 180_000;
const MOST_LISTED = 50;

const settled = (upload: ReportUpload): ReportUpload => {
  const stuck = upload.outcome === null && Date.now() - upload.uploadedAt.getTime() > LONGEST_READING_MS;
  if (!stuck) return upload;
  const refusal = { problem: "interrupted", facts: {} };
  return {
    ...upload,
    outcome: { template: null, madeFrom: null, sheets: {}, counts: {}, rows: [], refusal },
  };
};

/** A file that was brought for this report. @throws NotFound, also when it is not for this reader. */
export const findReportUpload = (grant: Grant<"report:read">, at: UploadPlace): Promise<ReportUpload> =>
  inContext(grant.actor, async (tx) => {
    const upload = await readUpload(tx, at);
    if (upload === null) throw new NotFound(at.id);
    return settled(upload);
  });

/** The newest uploads of a report, as far as they are for this reader. */
export const listReportUploads = (grant: Grant<"report:read">, reportId: string): Promise<ReportUpload[]> =>
  inContext(grant.actor, async (tx) => (await readUploads(tx, reportId, MOST_LISTED)).map(settled));

/** The file as it came; one that was refused as a whole only for who brought it. @throws NotFound */
export const reportUploadContent = (
  grant: Grant<"report:read">,
  at: UploadPlace,
): Promise<{ readonly fileName: string; readonly content: Uint8Array<ArrayBuffer> }> =>
  inContext(grant.actor, async (tx) => {
    const upload = await readUpload(tx, at);
    if (upload === null || fileBack(upload, grant.actor.personId) !== "yes") throw new NotFound(at.id);
    const content = await readUploadContent(tx, upload);
    if (content === null) throw new NotFound(at.id);
    return { fileName: upload.fileName, content };
  });

/** Code of the municipality that a report is of, which its workbook carries. @throws NotFound */
export const municipalityCode = (
  grant: Grant<"report:read">,
  programmeId: string,
  reportId: string,
): Promise<string> =>
  inContext(grant.actor, async (tx) => {
    const header = await readReport(tx, programmeId, reportId);
    if (header === null) throw new NotFound(reportId);
    const { code } = await tx.organisation.findUniqueOrThrow({
      where: { id: header.municipalityId },
      select: { code: true },
    });
    return code;
  });
