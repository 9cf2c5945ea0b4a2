import { useLocale, useTranslations } from "next-intl";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { Tag } from "@/components/signs/tag";
import type { CatalogueRule, RuleSubject } from "@/lib/domain/rules/rule";
import { shortDate } from "@/lib/views/dates";

type RuleTableProps = { subject: RuleSubject; rules: readonly CatalogueRule[] };

const LOOK = {
  block: { tone: "error", sign: "barred" },
  warn: { tone: "warn", sign: "warning" },
  inform: { tone: "info", sign: "eye" },
} as const;

/** The rules about one subject. Each row has the rule's code as its anchor, so that a refusal can point at it. */
export function RuleTable({ subject, rules }: RuleTableProps) {
  const t = useTranslations("rules");
  const locale = useLocale();
  const name = t(`subjects.${subject}`);
  return (
    <section className="section" aria-labelledby={subject}>
      <h2 id={subject} className="below-s">
        {name}
      </h2>
      <ScrollRegion label={name}>
        <table className="rules">
          <caption className="hidden">{name}</caption>
          <thead>
            <tr>
              {(["code", "sentence", "severity", "keeper", "since"] as const).map((column) => (
                <th scope="col" key={column}>
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rules.map((rule) => (
              <tr key={rule.code} id={rule.code}>
                <th scope="row" className="nowrap">
                  <a href={`#${rule.code}`}>{rule.code}</a>
                </th>
                <td>
                  {t(`of.${rule.code}.sentence`)}
                  <span className="meta">
                    {t("example")}: {t(`of.${rule.code}.example`)}
                  </span>
                  <span className="meta">
                    {t("source")}: {t(`of.${rule.code}.source`)}
                  </span>
                  <Internal codes={[...(rule.reasons ?? []), ...(rule.guards ?? [])]} />
                </td>
                <td>
                  <span className="state-cell">
                    {rule.severities.map((severity) => (
                      <Tag key={severity} {...LOOK[severity]}>
                        {t(`severities.${severity}`)}
                      </Tag>
                    ))}
                  </span>
                </td>
                <td>
                  {t(`keepers.${rule.keeper}`)}
                  {rule.guards !== undefined && (
                    <span className="meta">{t("guard", { codes: rule.guards.join(", ") })}</span>
                  )}
                </td>
                <td className="tnum nowrap">{shortDate(rule.since, locale)}</td>
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
