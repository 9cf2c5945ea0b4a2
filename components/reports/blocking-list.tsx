import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Alert } from "@/components/signs/alert";
import { standsInTheWay } from "@/lib/domain/reports/check-report";
import type { Finding } from "@/lib/domain/reports/finding";
import type { ReportFile } from "@/lib/domain/reports/report-file";
import { rulePath } from "@/lib/domain/rules/catalogue";
import { aboutOf, capital, sentenceFacts } from "@/lib/views/reports";

type BlockingListProps = {
  report: Pick<ReportFile, "findings" | "lines" | "results">;
  stage: "submit" | "review";
};

/** Everything that stands in the way, in the order of the page, each a link to its field. */
export function BlockingList({ report, stage }: BlockingListProps) {
  const t = useTranslations("reports.blocked");
  const blocking = report.findings.filter(standsInTheWay);
  if (blocking.length === 0) return null;
  return (
    <Alert id="waarom" tone="block" title={t(stage === "submit" ? "title" : "titleReview")}>
      <ol>
        {blocking.map((finding) => (
          <Reason
            key={`${finding.code}${finding.problem}${finding.field ?? finding.line ?? ""}`}
            finding={finding}
            report={report}
            linked={stage === "submit"}
          />
        ))}
      </ol>
    </Alert>
  );
}

export function Reason({
  finding,
  report,
  linked,
}: {
  finding: Finding;
  report: BlockingListProps["report"];
  linked: boolean;
}) {
  const t = useTranslations("reports");
  const locale = useLocale();
  const problem = t(`rules.${finding.code}.${finding.problem}`, sentenceFacts(finding, locale));
  const about = aboutOf(finding, report, locale);
  const rule = <a href={rulePath(finding.code)}>{t("blocked.rule", { code: finding.code })}</a>;
  if (about === null)
    return (
      <li>
        {linked && finding.field !== undefined ? (
          <a href={`#${finding.field}`}>{capital(problem)}</a>
        ) : (
          capital(problem)
        )}{" "}
        ({rule})
      </li>
    );
  const named: ReactNode =
    linked && finding.field !== undefined ? <a href={`#${finding.field}`}>{about}</a> : about;
  return (
    <li>
      {named}: {problem} ({rule})
    </li>
  );
}
