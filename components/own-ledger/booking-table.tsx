import { useLocale, useTranslations } from "next-intl";
import { AmountCell } from "@/components/signs/amount";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { cents } from "@/lib/domain/money";
import type { BookingRow } from "@/lib/domain/own-ledger/import-row";
import { shortDate } from "@/lib/views/dates";

type BookingTableProps = {
  rows: readonly BookingRow[];
  /** Of all pages together. */
  total: bigint;
  /** Of the page of imports, when rows come from more than one. */
  imports?: string;
  /** Names the line of the report, where it is not one and the same. */
  places?: boolean;
};

/** Bookings as the municipality's own ledger has them. Their words are only shown to the municipality itself. */
export function BookingTable({ rows, total, imports, places = false }: BookingTableProps) {
  const t = useTranslations("ownLedger.bookings");
  const locale = useLocale();
  const described = rows.some(({ description }) => description !== null);
  const columns = 3 + (places ? 1 : 0) + (described ? 1 : 0) + (imports === undefined ? 0 : 1);
  return (
    <ScrollRegion label={t("caption")}>
      <table className="compact">
        <caption className="hidden">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("date")}</th>
            <th scope="col">{t("number")}</th>
            <th scope="col">{t("account")}</th>
            {places && <th scope="col">{t("line")}</th>}
            {described && <th scope="col">{t("description")}</th>}
            {imports !== undefined && <th scope="col">{t("source")}</th>}
            <th scope="col" className="amount">
              {t("amount")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className="tnum nowrap">{shortDate(row.bookedOn, locale)}</td>
              <th scope="row" className="tnum">
                {row.line === "" ? row.number : `${row.number} / ${row.line}`}
              </th>
              <td>
                {row.account}
                {row.costCentre !== "" && <span className="meta">{row.costCentre}</span>}
              </td>
              {places && (
                <td>
                  {row.areaName}
                  <span className="meta">{locale === "en" ? row.themeNameEn : row.themeNameNl}</span>
                </td>
              )}
              {described && <td>{row.description}</td>}
              {imports !== undefined && (
                <td>
                  <a href={`${imports}/${row.importId}`}>{row.fileName}</a>
                  <span className="meta">{t("rowOf", { row: row.fileRow })}</span>
                </td>
              )}
              <AmountCell value={cents(row.amount)} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="total">
            <th scope="row" colSpan={columns}>
              {t("together")}
            </th>
            <AmountCell value={cents(total)} />
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  );
}
