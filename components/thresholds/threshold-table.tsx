import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import type { FormAction } from "@/components/forms/form-state";
import { HiddenField } from "@/components/forms/hidden-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { AmountCell } from "@/components/signs/amount";
import { EmptyState } from "@/components/signs/empty-state";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { StackHead } from "@/components/signs/stack-head";
import { StatusTag } from "@/components/signs/status-tag";
import type { ThresholdRow } from "@/lib/domain/proposals/threshold";
import { shortDate } from "@/lib/views/dates";

type ThresholdTableProps = { rows: readonly ThresholdRow[]; decide: FormAction | null };

/** Thresholds with who entered and who confirmed them; an approver confirms what another person entered. */
export function ThresholdTable({ rows, decide }: ThresholdTableProps) {
  const t = useTranslations("batches.thresholds");
  const locale = useLocale();
  if (rows.length === 0) return <EmptyState title={t("emptyTitle")}>{t("emptyText")}</EmptyState>;
  return (
    <ScrollRegion label={t("caption")}>
      <table className="compact stack stack-2" role="table">
        <caption className="hidden">{t("caption")}</caption>
        <StackHead
          columns={[t("stream"), t("from"), { amount: t("amount") }, t("source"), t("entered"), t("stand")]}
        />
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr role="row" key={row.id}>
              <th scope="row" role="rowheader">
                {row.stream}
              </th>
              <td role="cell" className="tnum nowrap" data-label={t("from")}>
                {shortDate(row.validFrom, locale)}
              </td>
              {row.amount === null ? (
                <td role="cell" data-label={t("amount")}>
                  {t("none")}
                </td>
              ) : (
                <AmountCell label={t("amount")} value={row.amount} />
              )}
              <td role="cell" data-label={t("source")}>
                {row.legalSource}
              </td>
              <td role="cell" data-label={t("entered")}>
                {row.author}
              </td>
              <td role="cell" data-label={t("stand")}>
                <div>
                  <StatusTag kind="threshold" status={row.state} />
                  {row.decider !== null && <span className="meta">{row.decider}</span>}
                  {decide !== null && row.state === "proposed" && row.mine && !row.own && (
                    <Decide row={row} decide={decide} />
                  )}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Decide({ row, decide }: { row: ThresholdRow; decide: FormAction }) {
  const t = useTranslations("batches.thresholds");
  const what = t("confirmOf", { stream: row.stream, date: shortDate(row.validFrom, useLocale()) });
  return (
    <ActionForm action={decide} title={t("title")} refusal={t("refusal")} prefix={`${row.id}-`}>
      <HiddenField name="thresholdId" value={row.id} />
      <div className="actions">
        <SubmitButton look="second" name="outcome" value="confirmed">
          {t("confirm")}
          <span className="hidden"> {what}</span>
        </SubmitButton>
        <SubmitButton look="quiet" name="outcome" value="refused">
          {t("refuse")}
          <span className="hidden"> {what}</span>
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
