export type YearSeries = { readonly key: string; readonly name: string };
export type YearValue = {
  /** For the height of the bar only; the amount itself is the text. */
  readonly plot: number;
  readonly text: string;
};
export type YearRow = { readonly year: string; readonly values: Readonly<Record<string, YearValue>> };
export type BarByYearData = {
  readonly series: readonly YearSeries[];
  readonly rows: readonly YearRow[];
  readonly unit: string;
};

/** Three plain inks and then the same with lines: series are told apart without colour as well. */
export const SWATCH_ORDER = [1, 2, 3, 5, 6, 7, 8] as const;
