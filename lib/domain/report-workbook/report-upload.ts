import type { CheckedReportRow } from "./check-row";
import type { CellCounts } from "./outcome";

/** What was found in a file: row by row, or why it was refused as a whole. */
export interface FoundInFile {
  readonly template: string | null;
  readonly madeFrom: number | null;
  /** Names of the sheets that were read. */
  readonly sheets: Readonly<Record<string, string>>;
  readonly counts: CellCounts | Record<string, never>;
  /** Only those with a change or a fault. */
  readonly rows: readonly CheckedReportRow[];
  readonly refusal: { readonly problem: string; readonly facts: Readonly<Record<string, string>> } | null;
}

/** Whether the file itself can be had back, and if not, why. */
export type FileBack = "yes" | "not_kept" | "not_yours";

/** What was read is for whoever may see it; what was refused as a whole only for who brought it. */
export function fileBack(
  { kept, outcome, personId }: Pick<ReportUpload, "kept" | "outcome" | "personId">,
  reader: string | null,
): FileBack {
  if (!kept) return "not_kept";
  const read = outcome !== null && outcome.refusal === null;
  return read || personId === reader ? "yes" : "not_yours";
}

/** A file that was brought for a report, what was found in it, and what became of it. */
export interface ReportUpload {
  readonly id: string;
  readonly reportId: string;
  readonly reportNumber: string;
  readonly municipalityId: string;
  readonly fileName: string;
  readonly byteSize: number;
  readonly sha256: string;
  /** The version of the report that it was held against. */
  readonly reportVersion: number;
  readonly rowsTotal: number;
  readonly rowsDone: number;
  readonly uploadedAt: Date;
  readonly personId: string;
  readonly personName: string;
  /** Whether its bytes are kept: not of what is refused before it is opened. */
  readonly kept: boolean;
  /** Null while it is read. */
  readonly outcome: FoundInFile | null;
  readonly applied: {
    readonly personName: string;
    readonly at: Date;
    readonly version: number;
    readonly cells: number;
  } | null;
}
