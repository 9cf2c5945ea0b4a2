import { useLocale, useTranslations } from "next-intl";
import { AmountCell } from "@/components/signs/amount";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { type Cents, sum } from "@/lib/domain/money";
import { shortDate } from "@/lib/views/dates";
import { euro } from "@/lib/views/money";

interface Term {
  readonly allocationId: string;
  readonly number: string;
  readonly area: string;
  readonly dueOn: string;
  readonly left: Cents;
}

/** What should have been paid by now; nothing when everything was. */
export function LateTerms({ terms, base }: { terms: readonly Term[]; base: string }) {
  const t = useTranslations("schedule.late");
  const locale = useLocale();
  if (terms.length === 0) return null;
  const total = euro(sum(terms.map(({ left }) => left)), locale);
  return (
    <details className="section">
      <summary>
        {t("title")}: {t("text", { count: terms.length, total })}
      </summary>
      <ScrollRegion label={t("caption")}>
        <table className="compact">
          <caption className="hidden">{t("caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("allocation")}</th>
              <th scope="col">{t("dueOn")}</th>
              <th scope="col" className="amount">
                {t("left")}
              </th>
            </tr>
          </thead>
          <tbody>
            {terms.map(({ allocationId, number, area, dueOn, left }) => (
              <tr key={`${allocationId}/${dueOn}`}>
                <th scope="row">
                  <a href={`${base}/toekenningen/${allocationId}/kasritme`}>{number}</a>
                  <span className="meta">{area}</span>
                </th>
                <td className="tnum nowrap">{shortDate(dueOn, locale)}</td>
                <AmountCell value={left} />
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </details>
  );
}
