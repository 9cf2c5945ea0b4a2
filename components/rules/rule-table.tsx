import { useLocale, useTranslations } from "next-intl";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { StackHead } from "@/components/signs/stack-head";
import { Tag } from "@/components/signs/tag";
import { versionOn } from "@/lib/domain/reports/report-checks";
import { isReportRule } from "@/lib/domain/rules/report-rules";
import type { CatalogueRule, RuleSubject } from "@/lib/domain/rules/rule";
import { shortDate } from "@/lib/views/dates";

type RuleTableProps = {
  subject: RuleSubject;
  rules: readonly CatalogueRule[];
  /** The date on which they held: by which version. */
  date: string;
};

const LOOK = {
  block: { tone: "error", sign: "barred" },
  warn: { tone: "warn", sign: "warning" },
  inform: { tone: "info", sign: "eye" },
} as const;

/** The rules about one subject. Each row has the rule's code as its anchor, so that a refusal can point at it. */
export function RuleTable({ subject, rules, date }: RuleTableProps) {
  const t = useTranslations("rules");
  const locale = useLocale();
  const name = t(`subjects.${subject}`);
  return (
    <section className="section" aria-labelledby={subject}>
      <h2 id={subject} className="below-s">
        {name}
      </h2>
      <ScrollRegion label={name}>
        <table className="rules stack" role="table">
          <caption className="hidden">{name}</caption>
          <StackHead columns={[t("code"), t("sentence"), t("severity"), t("keeper"), t("since")]} />
          <tbody role="rowgroup">
            {rules.map((rule) => (
              <tr role="row" key={rule.code} id={rule.code}>
                <th scope="row" role="rowheader" className="nowrap">
                  <a href={`#${rule.code}`}>{rule.code}</a>
                </th>
                <td role="cell">
                  {t(`of.${rule.code}.sentence`)}
                  {isReportRule(rule.code) && (
                    <span className="meta">{t("version", { version: versionOn(rule.code, date) })}</span>
                  )}
                  <span className="meta">
                    {t("example")}: {t(`of.${rule.code}.example`)}
                  </span>
                  <span className="meta">
                    {t("source")}: {t(`of.${rule.code}.source`)}
                  </span>
                  <Internal codes={[...(rule.reasons ?? []), ...(rule.guards ?? [])]} />
                </td>
                <td role="cell" data-label={t("severity")}>
                  <span className="state-cell">
                    {rule.severities.map((severity) => (
                      <Tag key={severity} {...LOOK[severity]}>
                        {t(`severities.${severity}`)}
                      </Tag>
                    ))}
                  </span>
                </td>
                <td role="cell" data-label={t("keeper")}>
                  <span>
                    {t(`keepers.${rule.keeper}`)}
                    {rule.guards !== undefined && (
                      <span className="meta">{t("guard", { codes: rule.guards.join(", ") })}</span>
                    )}
                  </span>
                </td>
                <td role="cell" className="tnum nowrap" data-label={t("since")}>
                  {shortDate(rule.since, locale)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

/** The codes in the sources and in the database, for who compares this page with them. */
function Internal({ codes }: { codes: readonly string[] }) {
  const t = useTranslations("rules");
  if (codes.length === 0) return null;
  return (
    <details className="meta">
      <summary>{t("internal")}</summary>
      {codes.map((code) => (
        <code key={code}>{code}</code>
      ))}
    </details>
  );
}
