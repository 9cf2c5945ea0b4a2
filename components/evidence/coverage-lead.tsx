import { useLocale, useTranslations } from "next-intl";
import { LeadFigure } from "@/components/signs/lead-figure";
import { reportCoverage } from "@/lib/domain/evidence/coverage";
import { unmetRequirements } from "@/lib/domain/evidence/unmet";
import type { ReportFile } from "@/lib/domain/reports/report-file";
import { coverageWords, requirementsPath } from "@/lib/views/evidence";
import { euro } from "@/lib/views/money";

type CoverageLeadProps = { report: Pick<ReportFile, "lines" | "evidence">; programme: string };

/** The one figure of the page: the share that is supported, the exact amounts under it. */
export function CoverageLead({ report, programme }: CoverageLeadProps) {
  const t = useTranslations("evidence");
  const locale = useLocale();
  const { documents, required } = report.evidence;
  const coverage = reportCoverage(report.lines, documents);
  const words = coverageWords(coverage, locale);
  const withdrawn = documents.filter((one) => one.withdrawn !== null).length;
  const unmet = new Set(unmetRequirements(report.lines, report.evidence).map(({ line }) => line)).size;
  const exact = { supported: euro(coverage.supported, locale), spent: euro(coverage.spent, locale) };
  return (
    <LeadFigure
      id="dekking"
      heading={t("coverage.heading")}
      figure={words?.share ?? "–"}
      source={
        <>
          {words !== null && t("coverage.exact", exact)}{" "}
          {coverage.empty > 0 && t("coverage.empty", { empty: coverage.empty })}
        </>
      }
      figures={[
        {
          label: t("coverage.documents"),
          figure: String(documents.length - withdrawn),
          sub: t("coverage.documentsSub", { withdrawn }),
        },
        {
          label: t("coverage.required"),
          figure: required.length === 0 ? t("coverage.notRequired") : String(unmet),
          href: requirementsPath(programme),
          sub:
            required.length === 0 ? t("coverage.requiredNone") : t("coverage.requiredSub", { count: unmet }),
          tone: required.length === 0 ? "word" : unmet > 0 ? "error" : undefined,
        },
      ]}
    >
      {words === null ? t("coverage.nothingSpent") : t("coverage.sentence", words)}
    </LeadFigure>
  );
}
