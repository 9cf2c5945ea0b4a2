import { useLocale, useTranslations } from "next-intl";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { SectionHead } from "@/components/signs/section-head";
import { StackHead } from "@/components/signs/stack-head";
import { openPlaces } from "@/lib/domain/reports/remarks";
import type { NamedLine, ReportFile } from "@/lib/domain/reports/report-file";
import { FRESH_PROJECTS, isExempt, projectRows } from "@/lib/domain/reports/report-line";
import { ExemptNote, ExemptRow } from "./exempt-lines";
import { LineCells } from "./line-cells";
import { hasNotes, LineNotes } from "./line-notes";
import { LineRows } from "./line-rows";
import { LinesTotal } from "./lines-total";
import { PointsBack } from "./points-back";

const COLUMNS = ["allocated", "previous", "spent", "correction", "cumulative", "forecast", "left"] as const;
const FIELDS = ["spent", "correction", "forecast", "own"] as const;

/** Names of the amounts on a line, for the sentences under it. */
function fieldsOf({ key, years, projects }: NamedLine): string[] {
  return [
    ...FIELDS.map((field) => `${field}.${key}`),
    ...years.map(({ year }) => `year.${year}.${key}`),
    ...projectRows(projects, FRESH_PROJECTS).flatMap(({ position }) => [
      `project.${position}.${key}`,
      `projectSpent.${position}.${key}`,
    ]),
  ];
}

type ReportLinesProps = {
  report: Pick<ReportFile, "header" | "period" | "lines" | "findings" | "earlier" | "previous" | "remarks">;
  editing: boolean;
  /** Whether lines of an area that is exempt can be filled in all the same. */
  fillExempt?: boolean;
};

/** Every area and theme of the report, with what the ledger knows beside what the municipality says. */
export function ReportLines({ report, editing, fillExempt = false }: ReportLinesProps) {
  const t = useTranslations("reports.lines");
  const { header, period, lines } = report;
  return (
    <section className="section" aria-labelledby="regels">
      <SectionHead id="regels" title={t("title")} note={t(`vat.${header.vatBasis}`)} />
      <ScrollRegion label={t("region")}>
        <table className="lines" role="table">
          <caption className="hidden">{t("region")}</caption>
          <StackHead columns={[t("theme"), ...COLUMNS.map((name) => ({ amount: t(name) }))]} />
          {byArea(lines).map(([area, own]) => (
            <Area
              key={area}
              area={area}
              lines={own}
              report={report}
              editing={editing}
              fillExempt={fillExempt}
            />
          ))}
          <tfoot role="rowgroup">
            <LinesTotal lines={lines} final={period.final} />
          </tfoot>
        </table>
      </ScrollRegion>
      <PointsBack lines={lines} />
    </section>
  );
}

function Area({
  area,
  lines,
  report,
  editing,
  fillExempt,
}: ReportLinesProps & { area: string; lines: readonly NamedLine[] }) {
  const locale = useLocale();
  const open = openPlaces(report.header.status, report.header.round, report.remarks);
  const correctable = report.earlier.some(({ status }) => status === "accepted");
  return (
    <tbody role="rowgroup">
      <tr role="row" className="group">
        <th scope="rowgroup" role="rowheader" colSpan={COLUMNS.length + 1}>
          {area}
        </th>
      </tr>
      <ExemptNote lines={lines} columns={COLUMNS.length + 1} offers={editing && !fillExempt} />
      {lines.map((line) => {
        const theme = locale === "en" ? line.themeNameEn : line.themeNameNl;
        if (isExempt(line) && !(editing && fillExempt))
          return <ExemptRow key={line.key} line={line} theme={theme} />;
        const findings = report.findings.filter((one) => one.line === line.key);
        // Only what was given back can be changed; a line that came later is still empty, and can be filled.
        const fills = editing && (open.has(line) || line.spent === null);
        return (
          <LineRows
            key={line.key}
            fields={fills ? fieldsOf(line) : []}
            columns={COLUMNS.length + 1}
            noted={hasNotes({ line, editing: fills })}
            notes={<LineNotes line={line} theme={theme} findings={findings} editing={fills} />}
            cells={
              <LineCells
                line={line}
                theme={theme}
                final={report.period.final}
                editing={fills}
                correctable={correctable}
                findings={findings}
                before={report.previous.get(`${line.areaId}/${line.themeId}`)}
              />
            }
          />
        );
      })}
    </tbody>
  );
}

function byArea(lines: readonly NamedLine[]): [string, NamedLine[]][] {
  const areas = new Map<string, NamedLine[]>();
  for (const line of lines) areas.set(line.areaName, [...(areas.get(line.areaName) ?? []), line]);
  return [...areas];
}
