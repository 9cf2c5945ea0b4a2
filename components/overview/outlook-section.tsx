import { useLocale, useTranslations } from "next-intl";
import { Absent } from "@/components/signs/absent";
import { AmountCell } from "@/components/signs/amount";
import { ScrollRegion } from "@/components/signs/scroll-region";
import type { OutlookRow, TrancheOutlook } from "@/lib/domain/overview/stream-overview";
import { longDate } from "@/lib/views/dates";
import { euro } from "@/lib/views/money";

type OutlookSectionProps = {
  outlook: TrancheOutlook;
  validOn: string;
  nameOf: (municipalityId: string) => string;
};

/** When the money of a tranche lapses, and what stays unspent when every municipality goes on in its pace. */
export function OutlookSection({ outlook, validOn, nameOf }: OutlookSectionProps) {
  const t = useTranslations("overview.outlook");
  const locale = useLocale();
  const { tranche, expiresOn, rows, unspent, unknown } = outlook;
  const id = `vooruitblik-${tranche.id}`;
  const lapsed = expiresOn !== null && expiresOn < validOn;
  const final = lapsed && rows.every((row) => row.outlook.known && row.outlook.remainingMonths === 0);
  return (
    <div className="above-m">
      <h3 id={id}>{tranche.name}</h3>
      <p>
        {expiresOn === null
          ? t("noEnd")
          : t(lapsed ? "expired" : "expires", { date: longDate(expiresOn, locale) })}{" "}
        {unspent === null
          ? t("noPace")
          : t(final ? "left" : "unspent", {
              amount: euro(unspent, locale),
              count: rows.length - unknown,
            })}{" "}
        {unspent !== null && unknown > 0 && t("unknown", { count: unknown })}
      </p>
      <ScrollRegion label={t("caption", { tranche: tranche.name })}>
        <table className="compact matrix">
          <caption className="hidden">{t("caption", { tranche: tranche.name })}</caption>
          <thead>
            <tr>
              <th scope="col">{t("municipality")}</th>
              {(["allocated", "spent", "forecast", "pace", "lapses"] as const).map((column) => (
                <th scope="col" className="amount" key={column}>
                  {t(`columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.municipalityId} row={row} name={nameOf(row.municipalityId)} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </div>
  );
}

function Row({ row, name }: { row: OutlookRow; name: string }) {
  const t = useTranslations("overview.outlook");
  const locale = useLocale();
  const { allocated, spent, forecast, outlook } = row;
  return (
    <tr>
      <th scope="row">{name}</th>
      <AmountCell value={allocated} />
      <AmountCell value={spent} absent="expected" />
      <AmountCell value={forecast} absent="expected" />
      {outlook.known ? (
        <>
          <td className="amount">
            {euro(outlook.pace, locale)}
            <span className="meta">{t("months", { count: outlook.elapsedMonths })}</span>
          </td>
          <td className="amount">
            {euro(outlook.unspent, locale)}
            <span className="meta">
              {outlook.unspent < 0n ? t("tooFast") : t("monthsLeft", { count: outlook.remainingMonths })}
            </span>
          </td>
        </>
      ) : (
        <>
          <td className="amount">
            <Absent reason="undetermined" />
          </td>
          <td className="amount">
            <Absent reason="undetermined">{t(`why.${outlook.why}`)}</Absent>
          </td>
        </>
      )}
    </tr>
  );
}
