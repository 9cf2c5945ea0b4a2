import type { NamedLine, NamedResult } from "../reports/report-file";
import { fieldsOf, type RowFields } from "./changed-fields";
import type { PlacedChange } from "./outcome";
import { sheetColumns, yearsOf } from "./report-columns";
import type { ReportSheet } from "./template";

/** The report as it would be with these changes, for the rules to look at. */
export function withChanges<Line extends NamedLine, Result extends NamedResult>(
  report: { readonly lines: readonly Line[]; readonly results: readonly Result[] },
  changes: readonly PlacedChange[],
): { readonly lines: Line[]; readonly results: Result[] } {
  const columns = sheetColumns(yearsOf(report.lines));
  const { lines, results } = fieldsOf(changes, report);
  const changed = <Row extends { readonly key: string }>(
    rows: readonly Row[],
    given: readonly RowFields[],
    sheet: ReportSheet,
  ): Row[] => {
    const byKey = new Map(given.map((one) => [one.key, one]));
    return rows.map((row) => {
      const fields: RowFields = byKey.get(row.key) ?? { key: row.key };
      const { key: _, years, projects, ...values } = fields;
      const renamed = columns[sheet].flatMap(({ field, property = field }) =>
        field === undefined || property === undefined || !(field in values)
          ? []
          : [[property, values[field]] as const],
      );
      return { ...row, ...Object.fromEntries(renamed), ...partsOf(row, years, projects) };
    });
  };
  return {
    lines: changed(report.lines, lines, "lines"),
    results: changed(report.results, results, "results"),
  };
}

function partsOf(row: object, years: RowFields["years"], projects: RowFields["projects"]) {
  const now = (row as Partial<NamedLine>).years ?? [];
  const said = new Map(years?.map((one) => [one.year, one]));
  return {
    ...(years === undefined ? {} : { years: now.map((one) => said.get(one.year) ?? one) }),
    ...(projects === undefined ? {} : { projects }),
  };
}
