import { useLocale, useTranslations } from "next-intl";
import { ShareBar } from "@/components/charts/share-bar";
import { AmountCell } from "@/components/signs/amount";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { StatusTag } from "@/components/signs/status-tag";
import { type Cents, cents } from "@/lib/domain/money";
import type { TermStanding } from "@/lib/domain/payments/schedule";
import { shortDate } from "@/lib/views/dates";

/** Planned beside paid, term by term; the bar is the part of a term that was paid. */
export function ScheduleTable({
  standings,
  planned,
  above,
}: {
  standings: readonly TermStanding[];
  planned: Cents;
  /** Paid above everything that is planned. */
  above: Cents;
}) {
  const t = useTranslations("schedule.table");
  const locale = useLocale();
  const paid = standings.reduce((all, term) => all + term.paid, 0n);
  return (
    <ScrollRegion label={t("caption")}>
      <table className="compact">
        <caption className="hidden">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("dueOn")}</th>
            <th scope="col">{t("state")}</th>
            <th scope="col">{t("share")}</th>
            {(["planned", "cumulative", "paid", "difference"] as const).map((column) => (
              <th scope="col" className="amount" key={column}>
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {standings.map((term) => (
            <tr key={term.dueOn}>
              <th scope="row" className="tnum nowrap">
                {shortDate(term.dueOn, locale)}
              </th>
              <td>
                <StatusTag kind="term" status={term.state} />
              </td>
              <td className="share-cell">
                <ShareBar part={term.paid} whole={term.amount} />
              </td>
              <AmountCell value={term.amount} />
              <AmountCell value={term.cumulative} />
              <AmountCell value={term.paid} />
              <AmountCell value={term.difference} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          {above > 0n && (
            <tr>
              <th scope="row" colSpan={5}>
                {t("above")}
              </th>
              <AmountCell value={above} />
              <AmountCell value={above} />
            </tr>
          )}
          <tr className="total">
            <th scope="row" colSpan={3}>
              {t("total")}
            </th>
            <AmountCell value={planned} />
            <td />
            <AmountCell value={cents(paid + above)} />
            <AmountCell value={cents(paid + above - planned)} />
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  );
}
