import { useLocale, useTranslations } from "next-intl";
import { AmountCell } from "@/components/signs/amount";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { StackHead } from "@/components/signs/stack-head";
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
      <table className="compact stack stack-2" role="table">
        <caption className="hidden">{t("caption")}</caption>
        <StackHead columns={[t("line"), t("question"), { amount: t("amount") }, t("dueOn"), t("state")]} />
        <tbody role="rowgroup">
          {requests.map((request) => (
            <tr role="row" key={request.id}>
              <th scope="row" role="rowheader">
                <a href={href(request.id)}>
                  {request.areaName}, {locale === "en" ? request.themeEn : request.themeNl}
                </a>
                <span className="meta">
                  {request.municipalityName}, {request.streamName}, {request.reportNumber}
                </span>
              </th>
              <td role="cell" data-label={t("question")}>
                {request.question}
              </td>
              <AmountCell label={t("amount")} value={request.amount} />
              <td role="cell" className="tnum nowrap" data-label={t("dueOn")}>
                {shortDate(request.dueOn, locale)}
              </td>
              <td role="cell" data-label={t("state")}>
                <StatusTag kind="evidenceRequest" status={requestState(request, today)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
