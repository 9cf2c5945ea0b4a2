import type { FoundInFile, ReportUpload } from "@/lib/domain/report-workbook/report-upload";
import { canonicalJson } from "../hash";
import type { Tx } from "../transaction";

export interface BroughtFile {
  readonly reportId: string;
  readonly municipalityId: string;
  readonly personId: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly reportVersion: number;
  readonly rowsTotal: number;
}

/** Keeps a file as it came. The same bytes for the same report are kept once; `keep` is no for what is not read at all. */
export async function writeUpload(tx: Tx, file: BroughtFile, keep: boolean): Promise<string> {
  const { bytes, ...facts } = file;
  const known = await tx.reportUpload.count({
    where: { reportId: file.reportId, sha256: file.sha256, content: { not: null } },
  });
  const { id } = await tx.reportUpload.create({
    data: { ...facts, byteSize: bytes.byteLength, content: keep && known === 0 ? bytes : null },
    select: { id: true },
  });
  return id;
}

/** What was found, once. */
export const writeOutcome = (
  tx: Tx,
  upload: { readonly id: string; readonly municipalityId: string },
  found: FoundInFile,
): Promise<number> =>
  tx.$executeRaw`
    INSERT INTO report_upload_outcome (upload_id, municipality_id, template, made_from, sheets, counts, rows, refusal)
    VALUES (${upload.id}::uuid, ${upload.municipalityId}::uuid, ${found.template}, ${found.madeFrom}::int,
            ${canonicalJson(found.sheets)}::jsonb, ${canonicalJson(found.counts)}::jsonb,
            ${canonicalJson(found.rows)}::jsonb, ${found.refusal === null ? null : canonicalJson(found.refusal)}::jsonb)
    ON CONFLICT DO NOTHING`;

const FACTS = {
  id: true,
  reportId: true,
  municipalityId: true,
  fileName: true,
  byteSize: true,
  sha256: true,
  reportVersion: true,
  rowsTotal: true,
  rowsDone: true,
  report: { select: { number: true } },
  uploadedAt: true,
  personId: true,
  person: { select: { name: true } },
  applied: {
    select: { appliedAt: true, reportVersion: true, cells: true, person: { select: { name: true } } },
  },
} as const;

/** Null when it does not exist or is not for this reader. */
export async function readUpload(
  tx: Tx,
  {
    programmeId,
    reportId,
    id,
  }: { readonly programmeId: string; readonly reportId: string; readonly id: string },
): Promise<ReportUpload | null> {
  const row = await tx.reportUpload.findFirst({
    where: { id, reportId, report: { window: { programmeId } } },
    select: { ...FACTS, outcome: true },
  });
  return row === null ? null : stored(row, await keptFiles(tx, reportId));
}

/** The uploads of a report, the newest first; what was found in their rows is left where it is. */
export async function readUploads(tx: Tx, reportId: string, most: number): Promise<ReportUpload[]> {
  const outcome = { select: { template: true, madeFrom: true, sheets: true, counts: true, refusal: true } };
  const rows = await tx.reportUpload.findMany({
    where: { reportId },
    select: { ...FACTS, outcome },
    orderBy: [{ uploadedAt: "desc" }, { id: "desc" }],
    take: most,
  });
  const kept = await keptFiles(tx, reportId);
  return rows.map((row) => stored(row, kept));
}

/** Of which files of a report the bytes are kept, by this upload or by an earlier one of the same file. */
async function keptFiles(tx: Tx, reportId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.reportUpload.findMany({
    where: { reportId, content: { not: null } },
    select: { sha256: true },
  });
  return new Set(rows.map(({ sha256 }) => sha256));
}

interface Row extends Omit<ReportUpload, "personName" | "reportNumber" | "kept" | "outcome" | "applied"> {
  readonly report: { readonly number: string };
  readonly person: { readonly name: string };
  readonly outcome: Record<string, unknown> | null;
  readonly applied: {
    readonly appliedAt: Date;
    readonly reportVersion: number;
    readonly cells: number;
    readonly person: { readonly name: string };
  } | null;
}

function stored(
  { person, report, outcome, applied, ...facts }: Row,
  kept: ReadonlySet<string>,
): ReportUpload {
  return {
    ...facts,
    reportNumber: report.number,
    personName: person.name,
    kept: kept.has(facts.sha256),
    // What `writeOutcome` wrote; nobody else writes there.
    outcome: outcome === null ? null : ({ rows: [], ...outcome } as unknown as FoundInFile),
    applied: applied && {
      personName: applied.person.name,
      at: applied.appliedAt,
      version: applied.reportVersion,
      cells: applied.cells,
    },
  };
}

/** The bytes of a file that was read, by this upload or by an earlier one of the same file. */
export async function readUploadContent(
  tx: Tx,
  { reportId, sha256 }: Pick<ReportUpload, "reportId" | "sha256">,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const row = await tx.reportUpload.findFirst({
    where: { reportId, sha256, content: { not: null } },
    select: { content: true },
    orderBy: { uploadedAt: "asc" },
  });
  return row?.content ?? null;
}
