/** What the official workbook of a report calls itself. A change of columns or choices is a new version. */
export const REPORT_TEMPLATE = { format: "geldstroom-rapportage", version: "2026.2" } as const;

/** The sheets that are filled in, in the order of the workbook. */
export const REPORT_SHEETS = ["lines", "projects", "results"] as const;
export type ReportSheet = (typeof REPORT_SHEETS)[number];

/** Which report a workbook was made of; in its hidden sheet under these names. */
export interface WorkbookOf {
  readonly programme: string;
  readonly report: string;
  readonly municipality: string;
  readonly window: string;
  /** The version of the report that it was made from. */
  readonly reportVersion: number;
  /** yyyy-mm-dd */
  readonly made: string;
}
