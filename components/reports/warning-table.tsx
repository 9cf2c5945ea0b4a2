import { useLocale, useTranslations } from "next-intl";
import { SEVERITY_LOOK } from "@/components/rules/look";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { SectionHead } from "@/components/signs/section-head";
import { Tag } from "@/components/signs/tag";
import type { Finding } from "@/lib/domain/reports/finding";
import type { ReportFile } from "@/lib/domain/reports/report-file";
import { rulePath } from "@/lib/domain/rules/catalogue";
import { shortDate } from "@/lib/views/dates";
import { aboutOf, capital, problemToldAs, sentenceFacts, weightToldAs } from "@/lib/views/reports";

const EXPLAINED = { tone: "ok", sign: "check" } as const;

type WarningTableProps = { report: Pick<ReportFile, "findings" | "lines" | "results"> };

/** For who reads the report: every warning with what the municipality wrote about it, and what was only remarked or tried. */
export function WarningTable({ report }: WarningTableProps) {
  const t = useTranslations("reports.warnings");
  const shown = report.findings.filter(
    ({ severity, waiver }) => severity !== "block" || waiver !== undefined,
  );
  if (shown.length === 0) return null;
  return (
    <section className="section" aria-labelledby="waarschuwingen">
      <SectionHead id="waarschuwingen" title={t("title")} />
      <ScrollRegion label={t("title")}>
        <table className="compact warnings">
          <caption className="hidden">{t("title")}</caption>
          <thead>
            <tr>
              {(["rule", "found", "weight", "explanation"] as const).map((name) => (
                <th scope="col" key={name}>
                  {t(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((finding) => (
              <Warning
                key={`${finding.code}${finding.problem}${finding.line ?? finding.result ?? ""}`}
                finding={finding}
                report={report}
              />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

function Warning({ finding, report }: WarningTableProps & { finding: Finding }) {
  const t = useTranslations("reports");
  const locale = useLocale();
  const { code, severity, waiver, line } = finding;
  const weight = weightToldAs(finding);
  const own = report.lines.find(({ key }) => key === line)?.explanation ?? null;
  const explanation = finding.explanation ?? (finding.field?.startsWith("explanation.") ? own : null);
  const about = aboutOf(finding, report, locale);
  const sentence = t(`rules.${code}.${problemToldAs(finding)}`, sentenceFacts(finding, locale));
  return (
    <tr>
      <th scope="row" className="nowrap">
        <a href={rulePath(code)}>{code}</a>
      </th>
      <td>{about === null ? capital(sentence) : `${about}: ${sentence}`}</td>
      <td>
        {waiver === undefined ? (
          <Tag {...(weight === "explained" ? EXPLAINED : SEVERITY_LOOK[weight])}>{t(`weight.${weight}`)}</Tag>
        ) : (
          <Tag tone="ok" sign="check">
            {t("weight.waivedUntil", { date: shortDate(waiver.expiresOn, locale) })}
          </Tag>
        )}
      </td>
      <td>
        {explanation ?? (
          <span className="muted">
            {t(severity === "question" ? "warnings.missing" : "warnings.notAsked")}
          </span>
        )}
      </td>
    </tr>
  );
}
