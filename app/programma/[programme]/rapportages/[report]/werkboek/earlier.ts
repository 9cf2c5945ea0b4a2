import type { EarlierUpload } from "@/components/report-workbook/earlier-uploads";
import type { CellCounts } from "@/lib/domain/report-workbook/outcome";
import { fileBack, type ReportUpload } from "@/lib/domain/report-workbook/report-upload";
import { longInstant } from "@/lib/views/dates";
import type { Locale } from "@/lib/views/locale";

const NONE: CellCounts = { new: 0, changed: 0, unchanged: 0, refused: 0, kept: 0, absent: 0 };

export const countsOf = ({ outcome }: Pick<ReportUpload, "outcome">): CellCounts => ({
  ...NONE,
  ...outcome?.counts,
});

function becameOf(upload: ReportUpload): Pick<EarlierUpload, "outcome" | "cells"> {
  const { outcome, applied } = upload;
  const counts = countsOf(upload);
  if (outcome === null) return { outcome: "reading", cells: 0 };
  if (outcome.refusal !== null) return { outcome: "refused", cells: 0 };
  if (applied !== null) return { outcome: "applied", cells: applied.cells };
  if (counts.refused > 0) return { outcome: "faults", cells: counts.refused };
  const cells = counts.new + counts.changed;
  return cells === 0 ? { outcome: "same", cells } : { outcome: "ready", cells };
}

/** A file that was brought as a line of the list. */
export function earlierUpload(
  upload: ReportUpload,
  {
    base,
    locale,
    reader,
  }: { readonly base: string; readonly locale: Locale; readonly reader: string | null },
): EarlierUpload {
  const became = becameOf(upload);
  const href = `${base}/${upload.id}`;
  const back = upload.outcome !== null && fileBack(upload, reader) === "yes";
  return {
    id: upload.id,
    fileName: upload.fileName,
    by: upload.personName,
    at: longInstant(upload.uploadedAt, locale),
    ...became,
    href,
    ...(back ? { file: `${href}/bestand` } : {}),
  };
}
