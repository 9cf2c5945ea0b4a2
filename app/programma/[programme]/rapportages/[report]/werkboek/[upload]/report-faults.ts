import { getLocale } from "next-intl/server";
import { sentencesOf } from "@/app/submit-form";
import type { FaultLine } from "@/components/entry/fault-table";
import { cents } from "@/lib/domain/money";
import { type ReportColumn, wordOf } from "@/lib/domain/report-workbook/report-column";
import { sheetColumns } from "@/lib/domain/report-workbook/report-columns";
import type { FoundInFile } from "@/lib/domain/report-workbook/report-upload";
import type { ReportSheet } from "@/lib/domain/report-workbook/template";
import { ruleOfReason } from "@/lib/domain/rules/catalogue";
import type { CellFault } from "@/lib/files/entry/workbook-plan";
import { type BroughtRow, broughtKey } from "@/lib/files/report-workbook/report-plan";
import { columnName } from "@/lib/files/workbook-xml";
import { euro } from "@/lib/views/money";

export interface ReportFault extends FaultLine {
  readonly at: ReportSheet;
  readonly id: string;
  readonly name: string;
  readonly code: string;
}

const placeOf = (columns: readonly ReportColumn[], field: string) =>
  Math.max(
    0,
    columns.findIndex(({ name }) => name === field),
  );

/** Words of the columns by sheet, as `reportHeadings` gives them: the reader's language first. */
type Titles = Readonly<Record<ReportSheet, Readonly<Record<string, readonly string[]>>>>;

/** What a column is called in the reader's language, and where it stands. */
export function columnAt(years: readonly number[], titles: Titles, sheet: ReportSheet, name: string) {
  const columns: readonly ReportColumn[] = sheetColumns(years)[sheet];
  const place = placeOf(columns, name);
  const mine = Object.fromEntries(Object.entries(titles[sheet]).map(([word, all]) => [word, all[0] ?? word]));
  const column = columns[place];
  const title = column?.name === name ? wordOf(mine, column) : undefined;
  return { title: title ?? name, letter: columnName(place), kind: column?.kind ?? "text" };
}

/** Everything that is wrong, cell by cell, in the order of the workbook. A csv has rows, but no letters. */
export async function reportFaults(
  { rows, template, sheets }: FoundInFile,
  titles: Titles,
  years: readonly number[],
  most = Number.POSITIVE_INFINITY,
): Promise<ReportFault[]> {
  const locale = await getLocale();
  const wrong = rows
    .flatMap(({ sheet, id, row, given, reasons }) =>
      reasons.map((reason) => ({ sheet, id, row, given, reason })),
    )
    .slice(0, most);
  const said = await sentencesOf(wrong.map(({ reason }) => reason));
  const money = (text: string | undefined) =>
    text === undefined ? undefined : euro(cents(BigInt(text)), locale);
  return wrong.map(({ sheet, id, row, given, reason }, index) => {
    const { field: name = "rowId", facts = {}, code } = reason;
    const sentence = said[index];
    const { title, letter } = columnAt(years, titles, sheet, name);
    return {
      at: sheet,
      id,
      name,
      row,
      code: ruleOfReason(code) ?? "",
      cell: template === null ? String(row) : `${letter}${row}`,
      sheet: sheets[sheet] ?? sheet,
      column: title,
      given: given[name] ?? "",
      expected: money(facts.expectedCents),
      difference: money(facts.differenceCents),
      message: sentence?.message ?? "",
      lift: sentence?.lift?.text ?? "",
      rule: sentence?.rule,
    };
  });
}

/** What was brought, by row of the template, with what is wrong with it: to be given back. */
export function broughtRows({ rows }: FoundInFile, faults: readonly ReportFault[]): Map<string, BroughtRow> {
  const wrong = new Map<string, CellFault[]>();
  for (const { at, row, name, message, lift, expected, difference, code } of faults) {
    const key = `${at} ${row}`;
    const fault = { column: name, message, lift, more: [expected ?? "", difference ?? "", code] };
    wrong.set(key, [...(wrong.get(key) ?? []), fault]);
  }
  return new Map(
    rows.map(({ sheet, id, row, given, changes }) => [
      broughtKey(sheet, id === "" ? String(row) : id),
      {
        values: Object.fromEntries(changes.map((change) => [change.column, change.new])),
        given,
        faults: wrong.get(`${sheet} ${row}`) ?? [],
      },
    ]),
  );
}
