import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SiteFrame } from "@/app/site-frame";
import { RuleTable } from "@/components/reports/rule-table";
import { PageTitle } from "@/components/shell/page-title";
import { authorize } from "@/lib/auth/authorize";
import { RULES, type RuleSubject } from "@/lib/domain/rules/catalogue";
import "@/app/styles/reports.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("reports.rulebook");
  return { title: t("title") };
}

const SUBJECTS: readonly RuleSubject[] = ["input", "report", "workflow", "ledger"];

/** What the public may read: whoever is judged by a rule can look it up. */
export default async function RulesPage() {
  await authorize("claims:read");
  const t = await getTranslations("reports.rulebook");
  return (
    <SiteFrame crumbs={[{ label: "Geldstroom", href: "/" }, { label: t("title") }]}>
      <PageTitle title={t("title")} lead={t("lead", { count: RULES.length })} />
      <p>{t("explain")}</p>
      {SUBJECTS.map((subject) => (
        <RuleTable key={subject} subject={subject} rules={RULES.filter((rule) => rule.subject === subject)} />
      ))}
    </SiteFrame>
  );
}
