import { useLocale, useTranslations } from "next-intl";
import type { FormAction } from "@/components/forms/form-state";
import { Facts } from "@/components/signs/facts";
import { SectionHead } from "@/components/signs/section-head";
import type { StageRow } from "@/lib/domain/rules/rule-book";
import { shortDate } from "@/lib/views/dates";
import { DecideForm } from "./decide-form";
import { StageTag } from "./stage-tag";

type WaitingStagesProps = {
  stages: readonly StageRow[];
  /** Null for who may not decide. */
  decide: FormAction | null;
  href: (code: string) => string;
};

/** Proposed stages that wait for a second person. */
export function WaitingStages({ stages, decide, href }: WaitingStagesProps) {
  const t = useTranslations("stages");
  const locale = useLocale();
  if (stages.length === 0) return null;
  return (
    <section className="section" aria-labelledby="wacht">
      <SectionHead id="wacht" title={t("waiting")} />
      {stages.map((row) => {
        const date = shortDate(row.from, locale);
        return (
          <div className="panel below-s waiting" key={row.id}>
            <h3>
              <a href={href(row.code)}>{row.code}</a> <StageTag stage={row.stage} />
            </h3>
            <Facts
              facts={[
                { term: t("validFrom"), value: date, look: "figure" },
                { term: t("reason"), value: row.reason },
                { term: t("proposedBy"), value: row.proposer ?? t("unnamed") },
              ]}
            />
            {decide !== null && row.own && <p className="small muted">{t("ownProposal")}</p>}
            {decide !== null && !row.own && (
              <DecideForm
                kind="stage"
                id={row.id}
                action={decide}
                what={t("decide.stage.of", { rule: row.code, stage: t(`stage.${row.stage}`), date })}
              />
            )}
          </div>
        );
      })}
    </section>
  );
}
