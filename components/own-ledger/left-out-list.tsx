import { useLocale, useTranslations } from "next-intl";
import { AmountCell } from "@/components/signs/amount";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { sum } from "@/lib/domain/money";
import { LEFT_OUT, type LeftOut, type LeftOutWhy } from "@/lib/domain/own-ledger/sort-bookings";
import { shortDate } from "@/lib/views/dates";
import { count } from "@/lib/views/digits";
import { euro } from "@/lib/views/money";

/** More than these are named by their number and sum only. */
const MOST = 50;

/** What of a file is not taken in, by why, each booking by name. Accounts without a place have a form of their own. */
export function LeftOutList({ leftOut }: { leftOut: readonly LeftOut[] }) {
  const t = useTranslations("ownLedger.leftOut");
  const groups = LEFT_OUT.map((why) => [why, leftOut.filter((one) => one.why === why)] as const);
  const shown = groups.filter(([, list]) => list.length > 0);
  if (shown.length === 0) return null;
  return (
    <section className="section" aria-labelledby="niet-opgenomen">
      <h2 id="niet-opgenomen">{t("title", { count: leftOut.length })}</h2>
      {shown.map(([why, list]) => (
        <LeftOutGroup key={why} why={why} list={list} />
      ))}
    </section>
  );
}

function LeftOutGroup({ why, list }: { why: LeftOutWhy; list: readonly LeftOut[] }) {
  const t = useTranslations("ownLedger.leftOut");
  const locale = useLocale();
  const total = euro(sum(list.map(({ booking }) => booking.amount)), locale);
  const caption = t(`why.${why}`);
  return (
    <details className="below-m" open={why === "twice" || why === "before" || why === "outside"}>
      <summary>{t("summary", { why: caption, count: count(list.length, locale), total })}</summary>
      <p className="small muted">{t(`what.${why}`)}</p>
      <ScrollRegion label={caption}>
        <table className="compact">
          <caption className="hidden">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t("row")}</th>
              <th scope="col">{t("date")}</th>
              <th scope="col">{t("number")}</th>
              <th scope="col">{t("account")}</th>
              <th scope="col" className="amount">
                {t("amount")}
              </th>
            </tr>
          </thead>
          <tbody>
            {list.slice(0, MOST).map(({ booking, first, otherAmount }) => (
              <tr key={booking.row}>
                <th scope="row" className="tnum nowrap">
                  {booking.row}
                </th>
                <td className="tnum nowrap">{shortDate(booking.bookedOn, locale)}</td>
                <td>
                  {booking.line === "" ? booking.number : `${booking.number} / ${booking.line}`}
                  {first !== null && <span className="meta">{t("first", { row: first })}</span>}
                  {otherAmount !== null && (
                    <span className="meta">{t("other", { amount: euro(otherAmount, locale) })}</span>
                  )}
                </td>
                <td>
                  {booking.account}
                  {booking.costCentre !== "" && <span className="meta">{booking.costCentre}</span>}
                </td>
                <AmountCell value={booking.amount} />
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {list.length > MOST && (
        <p className="small muted">{t("firstOf", { shown: MOST, total: list.length })}</p>
      )}
    </details>
  );
}
