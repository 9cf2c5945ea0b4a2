import type { NamedLine, NamedResult } from "../reports/report-file";
import type { NamedProject } from "./named-project";
import type { Computed, ReportColumn } from "./report-column";
import type { ReportSheet } from "./template";

const exact = (value: bigint | null) => (value === null ? null : value.toString());
const zero = (value: bigint | null) => value ?? 0n;

/** Cumulative(T) = cumulative(T-1) + this period + correction; empty as long as this period is. */
const CUMULATIVE: Computed = {
  from: ["previous", "spent", "correction"],
  formula: (at) => `IF(${at("spent")}="","",SUM(${at("previous")},${at("spent")},${at("correction")}))`,
  value: (number) => {
    const spent = number("spent");
    return spent === null ? null : zero(number("previous")) + spent + zero(number("correction"));
  },
};

const LEFT: Computed = {
  from: ["allocated", "cumulative", "forecast"],
  formula: (at, final) => {
    const empty = final ? `${at("spent")}=""` : `OR(${at("spent")}="",${at("forecast")}="")`;
    return `IF(${empty},"",${at("allocated")}-${at("cumulative")}-SUM(${at("forecast")}))`;
  },
  value: (number, final) => {
    const [cumulative, forecast] = [number("cumulative"), number("forecast")];
    if (cumulative === null || (forecast === null && !final)) return null;
    return zero(number("allocated")) - cumulative - zero(forecast);
  },
};

/** What of the forecast is in no year yet. */
const undivided = (years: readonly number[]): Computed => ({
  from: ["forecast", ...years.map(yearName)],
  formula: (at) => {
    const divided = years.map((year) => at(yearName(year))).join(",");
    return `IF(${at("forecast")}="","",${at("forecast")}-SUM(${divided}))`;
  },
  value: (number) => {
    const forecast = number("forecast");
    if (forecast === null) return null;
    return years.reduce((rest, year) => rest - zero(number(yearName(year))), forecast);
  },
});

const yearName = (year: number) => `year.${year}`;

/** What is expected in each year that is left; with one year or none there is nothing to divide. */
const yearColumns = (years: readonly number[]): ReportColumn<NamedLine>[] => [
  ...years.map(
    (year): ReportColumn<NamedLine> => ({
      name: yearName(year),
      year,
      kind: "amount",
      width: 16,
      now: (line) => exact(line.years.find((one) => one.year === year)?.amount ?? null),
      field: yearName(year),
      negative: "workbook.reasons.forecast_negative",
      rule: "S23",
    }),
  ),
  ...(years.length === 0
    ? []
    : [{ name: "undivided", kind: "amount", width: 16, computed: undivided(years), rule: "S22" } as const]),
];

/** The sheet with a line per area and theme; `years` are those over which the forecast of this report is divided. */
const lineColumns = (years: readonly number[]): readonly ReportColumn<NamedLine>[] => [
  { name: "rowId", kind: "text", width: 26, now: ({ key }) => key, rule: "B2" },
  { name: "area", kind: "text", width: 24, now: ({ areaName }) => areaName, names: true },
  {
    name: "theme",
    kind: "text",
    width: 24,
    now: (line, locale) => (locale === "en" ? line.themeNameEn : line.themeNameNl),
    names: true,
  },
  { name: "allocated", kind: "amount", width: 16, now: ({ allocated }) => exact(allocated), rule: "B5" },
  { name: "previous", kind: "amount", width: 16, now: ({ previous }) => exact(previous), rule: "B5" },
  {
    name: "spent",
    kind: "amount",
    width: 16,
    now: ({ spent }) => exact(spent),
    field: "spent",
    negative: "workbook.reasons.spent_negative",
    rule: "S5",
  },
  {
    name: "stated",
    kind: "choice",
    width: 18,
    choice: {
      fills: "spent",
      options: [
        { name: "nothing", value: "0" },
        { name: "unknown", value: null },
      ],
      retired: [{ name: "notApplicable", until: "2025" }],
    },
    rule: "S10",
  },
  {
    name: "correction",
    kind: "amount",
    width: 16,
    now: ({ correction }) => exact(correction),
    field: "correction",
    rule: "S4",
  },
  {
    name: "note",
    kind: "text",
    width: 32,
    now: ({ correctionNote }) => correctionNote,
    field: "note",
    property: "correctionNote",
    most: 500,
    rule: "S5",
  },
  { name: "cumulative", kind: "amount", width: 16, computed: CUMULATIVE, rule: "S8" },
  {
    name: "forecast",
    kind: "amount",
    width: 16,
    now: ({ forecast }) => exact(forecast),
    field: "forecast",
    negative: "workbook.reasons.forecast_negative",
    rule: "S5",
  },
  ...yearColumns(years),
  { name: "left", kind: "amount", width: 16, computed: LEFT, rule: "S8" },
  {
    name: "explanation",
    kind: "text",
    width: 40,
    now: ({ explanation }) => explanation,
    field: "explanation",
    most: 2000,
    rule: "S6",
  },
  {
    name: "own",
    kind: "amount",
    width: 16,
    now: ({ own }) => exact(own),
    field: "own",
    negative: "workbook.reasons.own_negative",
    rule: "S5",
  },
];

/** The sheet with the projects of each line, and rows for more. */
const PROJECT_COLUMNS: readonly ReportColumn<NamedProject>[] = [
  { name: "rowId", kind: "text", width: 28, now: ({ key }) => key, rule: "B2" },
  { name: "area", kind: "text", width: 24, now: ({ line }) => line.areaName, names: true },
  {
    name: "theme",
    kind: "text",
    width: 24,
    now: ({ line }, locale) => (locale === "en" ? line.themeNameEn : line.themeNameNl),
    names: true,
  },
  { name: "number", kind: "text", width: 10, now: ({ position }) => String(position), names: true },
  {
    name: "project",
    kind: "text",
    width: 40,
    now: ({ name }) => name,
    field: "project",
    most: 120,
    besides: { column: "projectSpent", reason: "workbook.reasons.project_unnamed" },
    rule: "X18",
  },
  {
    name: "projectSpent",
    kind: "amount",
    width: 16,
    now: ({ spent }) => exact(spent),
    field: "projectSpent",
    negative: "workbook.reasons.project_negative",
    rule: "X18",
  },
];

/** The sheet with a line per indicator of the scheme. */
const RESULT_COLUMNS: readonly ReportColumn<NamedResult>[] = [
  { name: "rowId", kind: "text", width: 20, now: ({ key }) => key, rule: "B2" },
  {
    name: "indicator",
    kind: "text",
    width: 40,
    now: (result, locale) => (locale === "en" ? result.nameEn : result.nameNl),
    names: true,
  },
  {
    name: "unit",
    kind: "text",
    width: 20,
    now: (result, locale) => (locale === "en" ? result.unitEn : result.unitNl),
  },
  { name: "target", kind: "count", width: 14, now: ({ target }) => exact(target) },
  {
    name: "result",
    kind: "count",
    width: 14,
    now: ({ value }) => exact(value),
    field: "result",
    property: "value",
    negative: "workbook.reasons.result_negative",
    rule: "S16",
  },
  {
    name: "resultNote",
    kind: "text",
    width: 48,
    now: ({ note }) => note,
    field: "resultNote",
    property: "note",
    most: 500,
    rule: "S16",
  },
];

/** The columns of each sheet, in a report whose forecast is divided over these years. */
export const sheetColumns = (years: readonly number[]) =>
  ({
    lines: lineColumns(years),
    projects: PROJECT_COLUMNS,
    results: RESULT_COLUMNS,
  }) as const satisfies SheetColumns;

export type SheetColumns = Readonly<Record<ReportSheet, readonly ReportColumn[]>>;

/** The years over which the lines of a report divide their forecast: the same for all. */
export const yearsOf = (lines: readonly Pick<NamedLine, "years">[]): number[] =>
  lines[0]?.years.map(({ year }) => year) ?? [];
