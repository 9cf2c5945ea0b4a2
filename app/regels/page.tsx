import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { SiteFrame } from "@/app/site-frame";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { AsOfForm } from "@/components/reconciliation/as-of-form";
import { RuleTable } from "@/components/rules/rule-table";
import { PageTitle } from "@/components/shell/page-title";
import { EmptyState } from "@/components/signs/empty-state";
import { authorize } from "@/lib/auth/authorize";
import { RULES } from "@/lib/domain/rules/catalogue";
import { RULE_SUBJECTS } from "@/lib/domain/rules/rule";
import { readAsOf } from "@/lib/input/as-of";
import { listProgrammes } from "@/lib/queries/programmes/find-programme";
import "@/app/styles/reports.css";

type Props = { searchParams: Promise<{ geldig?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rules"))("title") };
}

/** What the public may read: whoever is judged by a rule can look it up. */
export default async function RulesPage({ searchParams }: Props) {
  const grant = await authorize("claims:read");
  const [t, locale] = [await getTranslations("rules"), await getLocale()];
  const programmes = await listProgrammes(grant);
  const asked = readAsOf({ geldig: (await searchParams).geldig }, new Date());
  const { validOn } = asked.asOf;
  const held = RULES.filter(({ since }) => since <= validOn);
  const subjects = RULE_SUBJECTS.map((subject) => ({
    subject,
    rules: held.filter((rule) => rule.subject === subject),
  })).filter(({ rules }) => rules.length > 0);
  return (
    <SiteFrame crumbs={[{ label: "Geldstroom", href: "/" }, { label: t("title") }]}>
      <PageTitle title={t("title")} lead={t("lead", { count: held.length })} />
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
      <AsOfForm label={t("asOf")} errors={asked.errors}>
        <TextField
          name="geldig"
          label={t("heldOn")}
          hint={t("heldOnHint")}
          width="m"
          defaultValue={asked.typed.geldig}
        />
        <SubmitButton look="second">{t("show")}</SubmitButton>
      </AsOfForm>
      {held.length === 0 && <EmptyState title={t("noneHeld")}>{t("noneHeldText")}</EmptyState>}
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
        <RuleTable key={subject} subject={subject} rules={rules} date={validOn} />
      ))}
    </SiteFrame>
  );
}
