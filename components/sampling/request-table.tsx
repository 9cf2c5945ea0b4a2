import { useLocale, useTranslations } from "next-intl";
import { AmountCell } from "@/components/signs/amount";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { StatusTag } from "@/components/signs/status-tag";
import { type MunicipalityRequest, requestState } from "@/lib/domain/sampling/evidence-request";
import { shortDate } from "@/lib/views/dates";

type RequestTableProps = {
  requests: readonly MunicipalityRequest[];
  today: string;
  href: (id: string) => string;
};

/** What auditors asked to see, open questions first. */
export function RequestTable({ requests, today, href }: RequestTableProps) {
  const t = useTranslations("sampling.requests");
  const locale = useLocale();
  return (
    <ScrollRegion label={t("caption")}>
      <table className="compact">
        <caption className="hidden">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("line")}</th>
            <th scope="col">{t("question")}</th>
            <th scope="col" className="amount">
              {t("amount")}
            </th>
            <th scope="col">{t("dueOn")}</th>
            <th scope="col">{t("state")}</th>
          </tr>
        </thead>
        <tbody>
          {requests.map((request) => (
            <tr key={request.id}>
              <th scope="row">
                <a href={href(request.id)}>
                  {request.areaName}, {locale === "en" ? request.themeEn : request.themeNl}
                </a>
                <span className="meta">
                  {request.municipalityName}, {request.streamName}, {request.reportNumber}
                </span>
              </th>
              <td>{request.question}</td>
              <AmountCell value={request.amount} />
              <td className="tnum nowrap">{shortDate(request.dueOn, locale)}</td>
              <td>
                <StatusTag kind="evidenceRequest" status={requestState(request, today)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
