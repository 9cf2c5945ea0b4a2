import type { CheckedReportRow } from "@/lib/domain/report-workbook/check-row";
import type { KnownSheets } from "@/lib/domain/report-workbook/known-row";
import type { ChoiceWords } from "@/lib/domain/report-workbook/read-cell";
import type { ReportSheet, WorkbookOf } from "@/lib/domain/report-workbook/template";
import type { Refused } from "../entry/reading";
import type { Headings } from "../entry/sheet-columns";

/** What the worker is given. */
export interface ReportReadingTask {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly fileName: string;
  readonly today: string;
  /** The report that the file must be of. */
  readonly of: Pick<WorkbookOf, "programme" | "report" | "municipality">;
  readonly final: boolean;
  /** The years over which the forecast is divided. */
  readonly years: readonly number[];
  readonly known: KnownSheets;
  /** Of a column of every year the headings of `year`. */
  readonly headings: Readonly<Record<ReportSheet, Headings>>;
  readonly choices: ChoiceWords;
}

/** What the worker says, in this order. */
export type ReportReadingMessage =
  | Refused
  | {
      readonly is: "accepted";
      readonly rows: number;
      /** Null for csv, which does not say. */
      readonly template: string | null;
      readonly madeFrom: number | null;
      readonly sheets: Readonly<Partial<Record<ReportSheet, string>>>;
    }
  | { readonly is: "progress"; readonly done: number; readonly memory: number }
  | { readonly is: "done"; readonly rows: readonly CheckedReportRow[]; readonly memory: number };
