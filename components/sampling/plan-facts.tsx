import { useLocale, useTranslations } from "next-intl";
import { KeyFigures } from "@/components/signs/key-figures";
import { SourceLink } from "@/components/signs/source-link";
import type { SampleAsked, SamplePlan } from "@/lib/domain/sampling/plan";
import type { PopulationTotals } from "@/lib/domain/sampling/population";
import { count } from "@/lib/views/digits";
import { euro } from "@/lib/views/money";
import { factorText } from "@/lib/views/sampling";
import { shareText } from "@/lib/views/sisa";

type PlanFactsProps = { asked: SampleAsked; plan: SamplePlan; totals: PopulationTotals };

/** How large the sample is and how that comes about, in figures that anybody can check. */
export function PlanFacts({ asked, plan, totals }: PlanFactsProps) {
  const t = useTranslations("sampling.plan");
  const locale = useLocale();
  const shares = {
    confidence: shareText(asked.confidence, locale),
    tolerable: shareText(asked.tolerable, locale),
    expected: shareText(asked.expected, locale),
  };
  if (plan.method === "attribute")
    return (
      <>
        <KeyFigures
          figures={[
            { label: t("size"), figure: count(plan.size, locale), sub: t("sizeLines") },
            { label: t("allowed"), figure: count(plan.allowed, locale), sub: t("allowedText", shares) },
          ]}
        />
        <p className="above-m">
          {t("attributeFormula", {
            ...shares,
            items: count(totals.positive + totals.negative, locale),
            size: count(plan.size, locale),
            allowed: count(plan.allowed, locale),
          })}
        </p>
        <p className="small">
          <SourceLink wrap>{t("attributeSource")}</SourceLink>
        </p>
      </>
    );
  const amounts = {
    tolerableAmount: euro(plan.tolerable, locale),
    expectedAmount: euro(plan.expected, locale),
    factor: factorText(plan.factor, locale),
    interval: euro(plan.interval, locale),
    size: count(plan.size, locale),
  };
  return (
    <>
      <KeyFigures
        exact
        figures={[
          { label: t("size"), figure: amounts.size, sub: t("sizeItems") },
          { label: t("interval"), figure: amounts.interval, sub: t("intervalText") },
          { label: t("factor"), figure: amounts.factor, sub: t("factorText", shares) },
        ]}
      />
      <p className="above-m">{t("monetaryFormula", { ...shares, ...amounts })}</p>
      <p className="small">
        <SourceLink wrap>{t("monetarySource")}</SourceLink>
      </p>
    </>
  );
}
