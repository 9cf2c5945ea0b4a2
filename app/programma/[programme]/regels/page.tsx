import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
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
import { rulesToday } from "@/lib/domain/rules/weight";
import { RULES_DONE } from "@/lib/input/rules";
import { findProgramme } from "@/lib/queries/programmes/find-programme";
import { findRuleBook, waiverOptions } from "@/lib/queries/rules/find-rule-book";
import { dateInAmsterdam } from "@/lib/views/dates";
import { ProgrammeFrame } from "../programme-frame";
import { askWaiverAction, decideStageAction, decideWaiverAction } from "./actions";
import "@/app/styles/reports.css";
import "@/app/styles/rules.css";

type Props = {
  params: Promise<{ programme: string }>;
  searchParams: Promise<{ gedaan?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("stages"))("title") };
}

/** How the rules of reports stand in this programme, and who is exempt from which: public, as far as it was agreed. */
export default async function ProgrammeRulesPage({ params, searchParams }: Props) {
  const grant = await authorize("claims:read");
  const programme = await orNotFound(findProgramme(grant, (await params).programme));
  const t = await getTranslations("stages");
  const [officer, desk] = [await tryAuthorize("rule:manage"), await tryAuthorize("reconciliation:read")];
  const asker = officer ?? (await tryAuthorize("report:fill"));
  const today = dateInAmsterdam(new Date());
  const book = await findRuleBook(grant, programme.id);
  const options = asker && (await waiverOptions(asker, programme.id));
  const done = RULES_DONE.parse((await searchParams).gedaan);
  const own = `/programma/${programme.code}/regels`;
  const href = (code: string) => (desk ? `${own}/${code}` : rulePath(code));
  return (
    <ProgrammeFrame grant={grant} programme={programme} crumbs={[{ label: t("title") }]}>
      <PageTitle title={t("title")} lead={t("lead")} />
      {done && <Alert id="gedaan" tone="ok" announce title={t(`done.${done}`)} />}
      <WaitingStages
        stages={book.stages.filter(({ agreed }) => agreed === null)}
        decide={officer && decideStageAction.bind(null, programme.code)}
        href={href}
      />
      <section className="section" aria-labelledby="vandaag">
        <SectionHead id="vandaag" title={t("caption")} />
        <TodayTable rules={rulesToday(book, today)} href={href} />
      </section>
      <WaiverTable
        waivers={book.waivers}
        today={today}
        decide={officer && decideWaiverAction.bind(null, programme.code)}
        href={href}
      />
      {options !== null && options.streams.length > 0 && options.municipalities.length > 0 && (
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
