import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { MoneyField } from "@/components/forms/money-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { TextField } from "@/components/forms/text-field";
import { AmountCell } from "@/components/signs/amount";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { SectionHead } from "@/components/signs/section-head";
import { SourceLink } from "@/components/signs/source-link";
import { rulePath } from "@/lib/domain/rules/catalogue";
import type { SampleMinimum } from "@/lib/domain/sampling/minimum";

type MinimumSectionProps = { minimums: readonly SampleMinimum[]; action: FormAction; idempotencyKey: string };

/** From which amount in a year a scheme has an item of its own, with its source; a later version leaves the earlier one. */
export function MinimumSection({ minimums, action, idempotencyKey }: MinimumSectionProps) {
  const t = useTranslations("sampling.minimum");
  const locale = useLocale();
  return (
    <section className="section" aria-labelledby="minimum">
      <SectionHead id="minimum" title={t("title")} />
      <p>{t.rich("text", { rule: (words) => <a href={rulePath("A6")}>{words}</a> })}</p>
      {minimums.length === 0 ? (
        <p>{t("none")}</p>
      ) : (
        <ScrollRegion label={t("caption")}>
          <table className="compact">
            <caption className="hidden">{t("caption")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("from")}</th>
                <th scope="col" className="amount">
                  {t("threshold")}
                </th>
                <th scope="col">{t("source")}</th>
              </tr>
            </thead>
            <tbody>
              {minimums.map(({ firstYear, version, threshold, source }) => (
                <tr key={`${firstYear}/${version}`}>
                  <th scope="row" className="nowrap">
                    {firstYear}
                    <span className="meta">{t("version", { version: String(version) })}</span>
                  </th>
                  <AmountCell value={threshold} />
                  <td lang={locale === "en" ? "nl" : undefined}>
                    <SourceLink wrap>{source}</SourceLink>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      <details className="above-s">
        <summary>{t("form")}</summary>
        <ActionForm action={action} title={t("form")} refusal={t("refusal")} prefix="grens-">
          <HiddenField name="idempotencyKey" value={idempotencyKey} />
          <TextField name="firstYear" label={t("firstYear")} width="s" inputMode="numeric" maxLength={4} />
          <MoneyField name="threshold" label={t("threshold")} />
          <TextField name="source" label={t("sourceField")} />
          <div className="actions">
            <SubmitButton look="second">{t("submit")}</SubmitButton>
          </div>
        </ActionForm>
      </details>
    </section>
  );
}
