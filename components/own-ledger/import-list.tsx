import { useLocale, useTranslations } from "next-intl";
import { AmountCell } from "@/components/signs/amount";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { StackHead } from "@/components/signs/stack-head";
import { Tag } from "@/components/signs/tag";
import { cents } from "@/lib/domain/money";
import type { ImportRow } from "@/lib/domain/own-ledger/import-row";
import { instant } from "@/lib/views/dates";
import { count } from "@/lib/views/digits";

/** Files of bookings that were taken in, newest first. */
export function ImportList({ imports, base }: { imports: readonly ImportRow[]; base: string }) {
  const t = useTranslations("ownLedger.imports");
  const of = useTranslations("reports");
  const locale = useLocale();
  return (
    <ScrollRegion label={t("caption")}>
      <table className="stack stack-2" role="table">
        <caption className="hidden">{t("caption")}</caption>
        <StackHead
          columns={[t("file"), t("report"), { amount: t("bookings") }, { amount: t("total") }, t("state")]}
        />
        <tbody role="rowgroup">
          {imports.map((one) => (
            <tr role="row" key={one.id}>
              <th scope="row" role="rowheader">
                <a href={`${base}/${one.id}`}>{one.fileName}</a>
                <span className="meta">{t("by", { who: one.by, at: instant(one.at, locale) })}</span>
              </th>
              <td role="cell" data-label={t("report")}>
                <span>
                  {of("reportOf", {
                    stream: one.streamName,
                    year: String(one.year),
                    period: one.period,
                    periods: one.periods,
                  })}
                  <span className="meta">{one.municipalityName}</span>
                </span>
              </td>
              <td role="cell" className="amount" data-label={t("bookings")}>
                {count(one.bookings, locale)}
              </td>
              <AmountCell label={t("total")} value={cents(one.total)} />
              <td role="cell" data-label={t("state")}>
                <ImportState withdrawn={one.withdrawn !== null} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

export function ImportState({ withdrawn }: { withdrawn: boolean }) {
  const t = useTranslations("ownLedger.imports");
  return withdrawn ? (
    <Tag sign="barred">{t("withdrawn")}</Tag>
  ) : (
    <Tag tone="ok" sign="check">
      {t("counts")}
    </Tag>
  );
}
