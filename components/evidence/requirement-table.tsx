import { useLocale, useTranslations } from "next-intl";
import { AmountCell } from "@/components/signs/amount";
import { EmptyState } from "@/components/signs/empty-state";
import { ScrollRegion } from "@/components/signs/scroll-region";
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
      <table className="compact">
        <caption className="hidden">{t("requirements.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("requirements.stream")}</th>
            <th scope="col">{t("requirements.from")}</th>
            <th scope="col">{t("requirements.kind")}</th>
            <th scope="col" className="amount">
              {t("requirements.threshold")}
            </th>
            <th scope="col">{t("requirements.source")}</th>
            <th scope="col">{t("requirements.by")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.stream}</th>
              <td className="tnum nowrap">{shortDate(row.validFrom, locale)}</td>
              <td>{row.kind === null ? t("any") : t(`kinds.${row.kind}`)}</td>
              {row.threshold === null ? (
                <td>{t("requirements.ended")}</td>
              ) : (
                <AmountCell value={row.threshold} />
              )}
              <td>{row.legalSource}</td>
              <td>{row.enteredBy}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
