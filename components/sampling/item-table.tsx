import { useLocale, useTranslations } from "next-intl";
import { Absent } from "@/components/signs/absent";
import { AmountCell } from "@/components/signs/amount";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { StatusTag } from "@/components/signs/status-tag";
import { Tag } from "@/components/signs/tag";
import { cents } from "@/lib/domain/money";
import { requestState } from "@/lib/domain/sampling/evidence-request";
import { differenceOf } from "@/lib/domain/sampling/examined";
import type { SampleMethod } from "@/lib/domain/sampling/plan";
import type { SampleItem } from "@/lib/domain/sampling/sample";

type ItemTableProps = {
  items: readonly SampleItem[];
  method: SampleMethod;
  today: string;
  href: (seq: bigint) => string;
};

/** The drawn items: what was booked, why each is in the sample, what was asked and what was established. */
export function ItemTable({ items, method, today, href }: ItemTableProps) {
  const t = useTranslations("sampling.items");
  return (
    <ScrollRegion label={t("caption")}>
      <table className="compact sample-items">
        <caption className="hidden">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("item")}</th>
            <th scope="col">{t("place")}</th>
            <th scope="col">{t("why")}</th>
            <th scope="col" className="amount">
              {t("booked")}
            </th>
            <th scope="col">{t("evidence")}</th>
            {method === "monetary" ? (
              <>
                <th scope="col" className="amount">
                  {t("audited")}
                </th>
                <th scope="col" className="amount">
                  {t("error")}
                </th>
                <th scope="col" className="amount">
                  {t("uncertain")}
                </th>
              </>
            ) : (
              <th scope="col">{t("deviates")}</th>
            )}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <ItemRow key={String(item.seq)} item={item} method={method} today={today} href={href(item.seq)} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function ItemRow({
  item,
  method,
  today,
  href,
}: {
  item: SampleItem;
  method: SampleMethod;
  today: string;
  href: string;
}) {
  const t = useTranslations("sampling.items");
  const locale = useLocale();
  const { results, requests } = item;
  const [last] = results;
  const [asked] = requests;
  const theme = locale === "en" ? item.themeEn : item.themeNl;
  return (
    <tr>
      <th scope="row" className="nowrap">
        <a href={href}>{t("entry", { seq: String(item.seq) })}</a>
        <span className="meta">{t(`kinds.${item.kind}`, { year: String(item.year) })}</span>
      </th>
      <td>
        {item.municipalityName}, {item.areaName}
        <span className="meta">
          {item.streamName}, {theme}
        </span>
      </td>
      <td>{t(`strata.${item.stratum}`)}</td>
      <AmountCell value={item.amount} />
      <td>
        {asked === undefined ? (
          <Absent reason="none">{t("notAsked")}</Absent>
        ) : (
          <StatusTag kind="evidenceRequest" status={requestState(asked, today)} />
        )}
      </td>
      {method === "attribute" ? (
        <td>
          {last === undefined ? (
            <Absent reason="undetermined" />
          ) : last.deviates ? (
            <Tag tone="error" sign="differs">
              {t("deviating")}
            </Tag>
          ) : (
            <Tag tone="ok" sign="check">
              {t("right")}
            </Tag>
          )}
        </td>
      ) : (
        <Amounts item={item} />
      )}
    </tr>
  );
}

function Amounts({ item: { seq, stratum, amount, results } }: { item: SampleItem }) {
  const [last] = results;
  if (last === undefined || last.audited === null)
    return (
      <>
        <AmountCell value={null} absent="undetermined" />
        <AmountCell value={null} absent="undetermined" />
        <AmountCell value={null} absent="undetermined" />
      </>
    );
  const uncertain = last.uncertain ?? cents(0n);
  const { error, under } = differenceOf({ seq, stratum, booked: amount, audited: last.audited, uncertain });
  return (
    <>
      <AmountCell value={last.audited} />
      <AmountCell value={cents(error - under)} />
      <AmountCell value={uncertain} />
    </>
  );
}
