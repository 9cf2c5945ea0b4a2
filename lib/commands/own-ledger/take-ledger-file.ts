import { createHash } from "node:crypto";
import { keepUpload } from "@/lib/db/own-ledger/uploads";
import { readReport } from "@/lib/db/reports/report-header";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { FILE_LIMITS, type FileRefusal, tooLargeFile } from "@/lib/domain/entry/entry-file";
import { NotFound } from "@/lib/domain/refusal";
import { requireOpen } from "@/lib/domain/reports/report-status";
import { readGridInWorker } from "@/lib/files/own-ledger/read-grid-in-worker";

/**
 * Reads a file of bookings for a report that is open, and keeps it for who brought it until it is imported.
 * @returns the id of the upload, or why the file as a whole is refused; then nothing is kept
 * @throws NotFound, Refusal `not_open`
 */
export async function takeLedgerFile(
  grant: Grant<"report:fill">,
  programmeId: string,
  file: { readonly reportId: string; readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> },
): Promise<string | FileRefusal> {
  const { actor } = grant;
  const { reportId, name, bytes } = file;
  if (bytes.byteLength > FILE_LIMITS.bytes) return tooLargeFile(bytes.byteLength);
  const report = await inContext(actor, (tx) => readReport(tx, programmeId, reportId));
  if (report === null) throw new NotFound(reportId);
  requireOpen(report.status, "save");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const read = await readGridInWorker({ bytes, fileName: name });
  if (read.is === "refused") return { problem: read.problem, facts: read.facts };
  const { municipalityId } = report;
  const personId = actor.personId ?? "";
  return inContext(actor, (tx) =>
    keepUpload(tx, { personId, reportId, municipalityId, fileName: name, sha256, grid: read.grid }),
  );
}
