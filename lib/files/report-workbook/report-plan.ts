import type { KnownSheets } from "@/lib/domain/report-workbook/known-row";
import type { CellValue } from "@/lib/domain/report-workbook/report-column";
import type { ReportSheet, WorkbookOf } from "@/lib/domain/report-workbook/template";
import type { CellFault } from "../entry/workbook-plan";

/** Words of a sheet: its name, and of each column its title and what to fill in; `wordOf` finds those of a column. */
export interface SheetWords {
  readonly sheet: string;
  readonly titles: Readonly<Record<string, string>>;
  readonly hints: Readonly<Record<string, string>>;
}

/** Every word of the workbook, in the reader's language. */
export interface ReportWords {
  readonly language: string;
  readonly sheets: Readonly<Record<ReportSheet, SheetWords>>;
  readonly helpSheet: string;
  readonly help: readonly string[];
  /** What the workbook is of: a name and a value to a line. */
  readonly about: readonly (readonly [name: string, value: string])[];
  /** Heads of the description of the columns: sheet, column, kind, open or locked, what to fill in, rule. */
  readonly schemaHeads: readonly string[];
  readonly kinds: Readonly<Record<string, string>>;
  readonly open: string;
  readonly locked: string;
  readonly computed: string;
  readonly faultsSheet: string;
  readonly faultHeads: readonly string[];
  /** Of each column with choices their words, by name. */
  readonly choices: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** A row as it was brought, to be given back: what could be read, what could not, and what is wrong with it. */
export interface BroughtRow {
  readonly values: Readonly<Record<string, CellValue>>;
  readonly given: Readonly<Record<string, string>>;
  readonly faults: readonly CellFault[];
}

export interface ReportPlan {
  readonly of: WorkbookOf;
  readonly final: boolean;
  readonly words: ReportWords;
  /** The years over which the forecast is divided. */
  readonly years: readonly number[];
  readonly known: KnownSheets;
  /** By sheet and id of the row. */
  readonly brought: ReadonlyMap<string, BroughtRow>;
}

export const broughtKey = (sheet: ReportSheet, id: string): string => `${sheet} ${id}`;
