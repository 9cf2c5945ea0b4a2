import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { SiteFrame } from "@/app/site-frame";
import { RuleTable } from "@/components/rules/rule-table";
import { PageTitle } from "@/components/shell/page-title";
import { authorize } from "@/lib/auth/authorize";
import { RULES } from "@/lib/domain/rules/catalogue";
import { RULE_SUBJECTS } from "@/lib/domain/rules/rule";
import { listProgrammes } from "@/lib/queries/programmes/find-programme";
import "@/app/styles/reports.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rules"))("title") };
}

/** What the public may read: whoever is judged by a rule can look it up. */
export default async function RulesPage() {
  const grant = await authorize("claims:read");
  const [t, locale] = [await getTranslations("rules"), await getLocale()];
  const programmes = await listProgrammes(grant);
  const subjects = RULE_SUBJECTS.map((subject) => ({
    subject,
    rules: RULES.filter((rule) => rule.subject === subject),
  })).filter(({ rules }) => rules.length > 0);
  return (
    <SiteFrame crumbs={[{ label: "Geldstroom", href: "/" }, { label: t("title") }]}>
      <PageTitle title={t("title")} lead={t("lead", { count: RULES.length })} />
      <p>{t("explain")}</p>
      <p>
        {t("programmes")}{" "}
        {programmes.map(({ code, nameNl, nameEn }, index) => (
          <span key={code}>
            {index > 0 && ", "}
            <a href={`/programma/${code}/regels`}>{locale === "en" ? nameEn : nameNl}</a>
          </span>
        ))}
        .
      </p>
      <nav aria-label={t("contents")}>
        <ul>
          {subjects.map(({ subject, rules }) => (
            <li key={subject}>
              <a href={`#${subject}`}>{t(`subjects.${subject}`)}</a> ({rules.length})
            </li>
          ))}
        </ul>
      </nav>
      {subjects.map(({ subject, rules }) => (
        <RuleTable key={subject} subject={subject} rules={rules} />
      ))}
    </SiteFrame>
  );
}
