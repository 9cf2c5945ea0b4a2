import { useTranslations } from "next-intl";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { Tag } from "@/components/signs/tag";
import type { CatalogueRule, RuleSubject } from "@/lib/domain/rules/catalogue";

type RuleTableProps = { subject: RuleSubject; rules: readonly CatalogueRule[] };

/** The rules about one subject: code, what happens, the sentence, where it comes from. */
export function RuleTable({ subject, rules }: RuleTableProps) {
  const t = useTranslations("reports.rulebook");
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
              <th scope="col">{t("code")}</th>
              <th scope="col">{t("sentence")}</th>
              <th scope="col">{t("severity")}</th>
              <th scope="col">{t("keeper")}</th>
            </tr>
          </thead>
          <tbody>
            {rules.map(({ code, severities, keeper }) => (
              <tr key={code} id={code}>
                <th scope="row" className="nowrap">
                  {code}
                </th>
                <td>
                  {t(`rules.${code}.sentence`)}
                  <span className="meta">
                    {t("source")}: {t(`rules.${code}.source`)}
                  </span>
                </td>
                <td>
                  <span className="state-cell">
                    {severities.map((severity) => (
                      <Tag
                        key={severity}
                        tone={severity === "block" ? "error" : "warn"}
                        sign={severity === "block" ? "barred" : "warning"}
                      >
                        {t(`severities.${severity}`)}
                      </Tag>
                    ))}
                  </span>
                </td>
                <td>{t(`keepers.${keeper}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}
