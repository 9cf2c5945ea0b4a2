import { useLocale, useTranslations } from "next-intl";
import { DocumentPlace } from "@/components/proposals/document-place";
import { Absent } from "@/components/signs/absent";
import { AmountCell } from "@/components/signs/amount";
import { ScrollRegion } from "@/components/signs/scroll-region";
import type { Cents } from "@/lib/domain/money";
import { shortDate } from "@/lib/views/dates";

export interface ListedDecision {
  readonly id: string;
  readonly decisionNumber: string | null;
  readonly decisionOn: string | null;
  readonly document: string | null;
  readonly legalSource: string | null;
  readonly netCents: Cents;
}

/** Every decision that made the allocation what it is: its number and date, where it can be read, and on what ground. */
export function DecisionTable({ decisions, base }: { decisions: readonly ListedDecision[]; base: string }) {
  const t = useTranslations("allocations.detail.decisions");
  const locale = useLocale();
  return (
    <section className="section" aria-labelledby="besluiten">
      <h2 id="besluiten">{t("title")}</h2>
      <ScrollRegion label={t("title")}>
        <table className="compact">
          <caption className="hidden">{t("title")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("number")}</th>
              <th scope="col">{t("date")}</th>
              <th scope="col">{t("document")}</th>
              <th scope="col">{t("legalSource")}</th>
              <th scope="col" className="amount">
                {t("amount")}
              </th>
            </tr>
          </thead>
          <tbody>
            {decisions.map(({ id, decisionNumber, decisionOn, document, legalSource, netCents }) => (
              <tr key={id}>
                <th scope="row">
                  <a href={`${base}/voorstellen/${id}`}>{decisionNumber ?? t("proposal")}</a>
                </th>
                <td className="tnum nowrap">
                  {decisionOn === null ? (
                    <Absent reason="not_applicable">{t("unstated")}</Absent>
                  ) : (
                    shortDate(decisionOn, locale)
                  )}
                </td>
                <td>
                  {document === null ? (
                    <Absent reason="not_applicable">{t("unstated")}</Absent>
                  ) : (
                    <DocumentPlace place={document} />
                  )}
                </td>
                <td>{legalSource ?? <Absent reason="not_applicable">{t("unstated")}</Absent>}</td>
                <AmountCell value={netCents} />
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}
