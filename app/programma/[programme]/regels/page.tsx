import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { SubmitButton } from "@/components/forms/submit-button";
import { AsOfFields, AsOfForm } from "@/components/reconciliation/as-of-form";
import { TodayTable } from "@/components/rules/today-table";
import { WaitingStages } from "@/components/rules/waiting-stages";
import { WaiverForm } from "@/components/rules/waiver-form";
import { WaiverTable } from "@/components/rules/waiver-table";
import { PageTitle } from "@/components/shell/page-title";
import { Alert } from "@/components/signs/alert";
import { SectionHead } from "@/components/signs/section-head";
import { authorize, orNotFound, tryAuthorize } from "@/lib/auth/authorize";
import { rulePath } from "@/lib/domain/rules/catalogue";
import { fixedness } from "@/lib/domain/rules/fixed";
import { REPORT_RULE_CODES } from "@/lib/domain/rules/report-rules";
import { rulesOn } from "@/lib/domain/rules/weight";
import { readAsOf } from "@/lib/input/as-of";
import { RULES_DONE } from "@/lib/input/rules";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { findRuleBook, waiverOptions } from "@/lib/queries/rules/find-rule-book";
import { checksPath } from "@/lib/views/cross-checks";
import { instant, shortDate } from "@/lib/views/dates";
import { ProgrammeFrame } from "../programme-frame";
import { askWaiverAction, decideStageAction, decideWaiverAction } from "./actions";
import "@/app/styles/reports.css";
import "@/app/styles/rules.css";

type Props = {
  params: Promise<{ programme: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("stages"))("title") };
}

/**
 * How the rules of reports stand in this programme, and who is exempt from which: public, as far as it was agreed. Of an earlier
 * date, or as it was known then, it is only read.
 */
export default async function ProgrammeRulesPage({ params, searchParams }: Props) {
  const grant = await authorize("claims:read");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const [t, checks] = [await getTranslations("stages"), await getTranslations("crossChecks")];
  const [officer, desk] = [await tryAuthorize("rule:manage"), await tryAuthorize("reconciliation:read")];
  const asker = officer ?? (await tryAuthorize("report:fill"));
  const locale = await getLocale();
  const query = await searchParams;
  const asked = readAsOf(query, new Date());
  const then = asked.typed.geldig !== "" || asked.typed.bekend !== "";
  const today = asked.asOf.validOn;
  const book = await findRuleBook(grant, programme.id, then ? asked.asOf.knownAt : undefined);
  const options = asker && !then && (await waiverOptions(asker, programme.id));
  const manager = then ? null : officer;
  const done = RULES_DONE.parse(query.gedaan);
  const own = `/programma/${programme.code}/regels`;
  const caption = then ? t("captionThen") : t("caption");
  const href = (code: string) => (desk ? `${own}/${code}` : rulePath(code));
  return (
    <ProgrammeFrame grant={grant} programme={programme} crumbs={[{ label: t("title") }]}>
      <PageTitle title={t("title")} lead={t("lead")}>
        {desk && <a href={checksPath(programme.code)}>{checks("title")}</a>}
      </PageTitle>
      {done && <Alert id="gedaan" tone="ok" announce title={t(`done.${done}`)} />}
      <WaitingStages
        stages={book.stages.filter(({ agreed }) => agreed === null)}
        decide={manager && decideStageAction.bind(null, programme.code)}
        href={href}
      />
      <section className="section" aria-labelledby="vandaag">
        <SectionHead id="vandaag" title={caption} />
        <AsOfForm label={t("asOf")} errors={asked.errors}>
          <AsOfFields typed={asked.typed} />
          <SubmitButton look="second">{t("show")}</SubmitButton>
        </AsOfForm>
        {then && (
          <p className="small muted">
            {t("asKnown", {
              valid: shortDate(today, locale),
              known: instant(new Date(asked.asOf.knownAt), locale),
            })}
          </p>
        )}
        <TodayTable
          rules={rulesOn(book, today)}
          href={href}
          caption={caption}
          on={then ? t("onDate", { date: shortDate(today, locale) }) : t("today")}
        />
      </section>
      <WaiverTable
        waivers={book.waivers}
        today={today}
        decide={manager && decideWaiverAction.bind(null, programme.code)}
        href={href}
      />
      {options && options.streams.length > 0 && options.municipalities.length > 0 && (
        <WaiverForm
          action={askWaiverAction.bind(null, programme.code)}
          idempotencyKey={randomUUID()}
          rules={REPORT_RULE_CODES.filter((code) => fixedness(code) !== "all")}
          {...options}
        />
      )}
    </ProgrammeFrame>
  );
}
