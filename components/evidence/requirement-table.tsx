import { useLocale, useTranslations } from "next-intl";
import { AmountCell } from "@/components/signs/amount";
import { EmptyState } from "@/components/signs/empty-state";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { StackHead } from "@/components/signs/stack-head";
import type { EvidenceKind } from "@/lib/domain/evidence/evidence-kind";
import type { Cents } from "@/lib/domain/money";
import { shortDate } from "@/lib/views/dates";

type Row = {
  readonly id: string;
  readonly stream: string;
  readonly validFrom: string;
  readonly kind: EvidenceKind | null;
  readonly threshold: Cents | null;
  readonly legalSource: string;
  readonly enteredBy: string;
};

/** What each stream requires, with what it required before. */
export function RequirementTable({ rows }: { rows: readonly Row[] }) {
  const t = useTranslations("evidence");
  const locale = useLocale();
  if (rows.length === 0)
    return (
      <EmptyState title={t("requirements.emptyTitle")} level={2}>
        {t("requirements.emptyText")}
      </EmptyState>
    );
  return (
    <ScrollRegion label={t("requirements.caption")}>
      <table className="compact stack stack-2" role="table">
        <caption className="hidden">{t("requirements.caption")}</caption>
        <StackHead
          columns={[
            t("requirements.stream"),
            t("requirements.from"),
            t("requirements.kind"),
            { amount: t("requirements.threshold") },
            t("requirements.source"),
            t("requirements.by"),
          ]}
        />
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr role="row" key={row.id}>
              <th scope="row" role="rowheader">
                {row.stream}
              </th>
              <td role="cell" className="tnum nowrap" data-label={t("requirements.from")}>
                {shortDate(row.validFrom, locale)}
              </td>
              <td role="cell" data-label={t("requirements.kind")}>
                {row.kind === null ? t("any") : t(`kinds.${row.kind}`)}
              </td>
              {row.threshold === null ? (
                <td role="cell" data-label={t("requirements.threshold")}>
                  {t("requirements.ended")}
                </td>
              ) : (
                <AmountCell label={t("requirements.threshold")} value={row.threshold} />
              )}
              <td role="cell" data-label={t("requirements.source")}>
                {row.legalSource}
              </td>
              <td role="cell" data-label={t("requirements.by")}>
                {row.enteredBy}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
