import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction, FormReason } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { AmountCell } from "@/components/signs/amount";
import { EmptyState } from "@/components/signs/empty-state";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { StackHead } from "@/components/signs/stack-head";
import { type ScenarioLine, type ScenarioPlace, totalOf } from "@/lib/domain/scenarios/scenario";
import { amount } from "@/lib/views/money";

type ScenarioLinesProps = {
  lines: readonly ScenarioLine[];
  /** Per line the sentences about what stands in its way today. */
  reasons: ReadonlyMap<string, readonly FormReason[]>;
  /** Absent for who only looks. */
  remove?: { readonly action: FormAction; readonly scenarioId: string; readonly keyOf: () => string };
  base: string;
};

/** Where money goes in this scenario, line by line, with what stands in the way of each. */
export function ScenarioLines({ lines, reasons, remove, base }: ScenarioLinesProps) {
  const t = useTranslations("scenarios.lines");
  const locale = useLocale();
  if (lines.length === 0)
    return (
      <EmptyState title={t("emptyTitle")} level={3}>
        {t("emptyText")}
      </EmptyState>
    );
  return (
    <ScrollRegion label={t("title")}>
      <table className="compact stack stack-2" role="table">
        <caption className="hidden">{t("title")}</caption>
        <StackHead
          columns={[
            t("from"),
            t("to"),
            t("years"),
            { amount: t("amount") },
            ...(remove ? [t("action")] : []),
          ]}
        />
        <tbody role="rowgroup">
          {lines.map((line) => (
            <tr role="row" key={line.id}>
              <th scope="row" role="rowheader">
                <Place place={line.from} none={t("unallocated")} base={base} />
                <Reasons reasons={reasons.get(line.id) ?? []} />
              </th>
              <td role="cell" data-label={t("to")}>
                <span>
                  <Place place={line.to} none={t("back")} base={base} />
                </span>
              </td>
              <td role="cell" className="tnum" data-label={t("years")}>
                <span>
                  {line.years.map(({ year, amount: cents }) => (
                    <span className="line" key={year}>
                      {year}: {amount(cents, locale)}
                    </span>
                  ))}
                </span>
              </td>
              <AmountCell label={t("amount")} value={totalOf(line)} />
              {remove && (
                <td role="cell">
                  <ActionForm action={remove.action} title={t("remove")} prefix={`${line.id}-`}>
                    <HiddenField name="idempotencyKey" value={remove.keyOf()} />
                    <HiddenField name="scenarioId" value={remove.scenarioId} />
                    <HiddenField name="lineId" value={line.id} />
                    <SubmitButton look="quiet">
                      {t("remove")}
                      <span className="hidden"> {line.to?.area ?? line.from?.area}</span>
                    </SubmitButton>
                  </ActionForm>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Place({ place, none, base }: { place: ScenarioPlace | null; none: string; base: string }) {
  const locale = useLocale();
  if (place === null) return none;
  const { allocationId, area, stream, themeNl, themeEn } = place;
  return (
    <>
      {allocationId === null ? area : <a href={`${base}/toekenningen/${allocationId}`}>{area}</a>}
      <span className="meta">
        {locale === "en" ? themeEn : themeNl}, {stream}
      </span>
    </>
  );
}

function Reasons({ reasons }: { reasons: readonly FormReason[] }) {
  if (reasons.length === 0) return null;
  return (
    <ul className="plain error small">
      {reasons.map(({ message, rule }) => (
        <li key={message}>
          {message} {rule && <a href={rule.href}>{rule.text}</a>}
        </li>
      ))}
    </ul>
  );
}
