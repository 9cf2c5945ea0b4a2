import { useLocale, useTranslations } from "next-intl";
import { SectionHead } from "@/components/signs/section-head";
import { reportCoverage } from "@/lib/domain/evidence/coverage";
import type { ReportFile } from "@/lib/domain/reports/report-file";
import { coverageWords, evidencePath } from "@/lib/views/evidence";
import { UnmetList } from "./unmet-list";

type CoverageSummaryProps = {
  report: Pick<ReportFile, "lines" | "evidence" | "header" | "steps">;
  programme: string;
};

/** Under the lines of a report: how much of the spend is supported by documents, and where they are. */
export function CoverageSummary({ report, programme }: CoverageSummaryProps) {
  const t = useTranslations("evidence");
  const coverage = reportCoverage(report.lines, report.evidence.documents);
  const words = coverageWords(coverage, useLocale());
  return (
    <section className="section" aria-labelledby="bewijs">
      <SectionHead id="bewijs" title={t("titleShort")} />
      <p className="flush">
        <strong>{words === null ? t("coverage.nothingSpent") : t("coverage.sentence", words)}</strong>
        {coverage.empty > 0 && <> {t("coverage.empty", { empty: coverage.empty })}</>}
      </p>
      <UnmetList report={report} programme={programme} />
      <p className="above-s">
        <a href={evidencePath(programme, report.header.id)}>
          {t(report.steps.fill ? "coverage.linkFill" : "coverage.link")}
        </a>
      </p>
    </section>
  );
}
