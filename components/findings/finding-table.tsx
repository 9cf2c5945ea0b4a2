import { useLocale, useTranslations } from "next-intl";
import { AmountCell } from "@/components/signs/amount";
import { AmountText } from "@/components/signs/amount-text";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { StackHead } from "@/components/signs/stack-head";
import { StatusTag } from "@/components/signs/status-tag";
import { Tag } from "@/components/signs/tag";
import { type FindingRow, isLate } from "@/lib/domain/findings/finding";
import { shortDate } from "@/lib/views/dates";
import { amountParts } from "@/lib/views/money";

type FindingTableProps = { findings: readonly FindingRow[]; today: string; href: (id: string) => string };

/** Findings with what they are about and how they stand. */
export function FindingTable({ findings, today, href }: FindingTableProps) {
  const t = useTranslations("findings");
  const locale = useLocale();
  return (
    <ScrollRegion label={t("list.caption")}>
      <table className="compact findings stack stack-2" role="table">
        <caption className="hidden">{t("list.caption")}</caption>
        <StackHead
          columns={[
            t("list.finding"),
            t("list.about"),
            t("list.category"),
            { amount: t("list.amount") },
            t("list.dueOn"),
            t("list.state"),
          ]}
        />
        <tbody role="rowgroup">
          {findings.map((finding) => (
            <tr role="row" key={finding.id}>
              <th scope="row" role="rowheader">
                <a href={href(finding.id)}>{finding.title}</a>
                <span className="meta">
                  {finding.number}, {finding.year}
                </span>
              </th>
              <td role="cell" data-label={t("list.about")}>
                <span>
                  {finding.municipality?.name ?? t("noMunicipality")}
                  <span className="meta">{finding.stream?.name ?? t("noStream")}</span>
                </span>
              </td>
              <td role="cell" data-label={t("list.category")}>
                {t(`categories.${finding.category}`)}
              </td>
              {finding.amount === null ? (
                <AmountCell label={t("list.amount")} value={null} absent="not_applicable" />
              ) : (
                <td role="cell" className="amount" data-label={t("list.amount")}>
                  <span>
                    <FindingAmount finding={finding} />
                  </span>
                </td>
              )}
              <td role="cell" className="tnum nowrap" data-label={t("list.dueOn")}>
                {shortDate(finding.dueOn, locale)}
              </td>
              <td role="cell" data-label={t("list.state")}>
                <span className="state-cell">
                  <StatusTag kind="auditFinding" status={finding.status} />
                  {isLate(finding, today) && (
                    <Tag tone="error" sign="clock">
                      {t("late")}
                    </Tag>
                  )}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function FindingAmount({ finding: { amount, nature } }: { finding: FindingRow }) {
  const t = useTranslations("findings.natures");
  const locale = useLocale();
  if (amount === null) return null;
  const parts = amountParts(amount, locale);
  return (
    <>
      <AmountText parts={parts} />
      <span className="meta">{t(nature)}</span>
    </>
  );
}
