import { useLocale, useTranslations } from "next-intl";
import { AmountCell } from "@/components/signs/amount";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { Tag } from "@/components/signs/tag";
import { cents } from "@/lib/domain/money";
import { differenceOf, type LineBehind } from "@/lib/domain/own-ledger/import-row";
import { count } from "@/lib/views/digits";
import { euro } from "@/lib/views/money";

/** Lines of a report beside what their bookings add up to; a difference has its amount and its name. */
export function LinesBehind({ lines, bookings }: { lines: readonly LineBehind[]; bookings: string }) {
  const t = useTranslations("ownLedger.behind");
  const locale = useLocale();
  return (
    <ScrollRegion label={t("caption")}>
      <table>
        <caption className="hidden">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("line")}</th>
            <th scope="col" className="amount">
              {t("reported")}
            </th>
            <th scope="col" className="amount">
              {t("booked")}
            </th>
            <th scope="col">{t("state")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((one) => {
            const { line, total } = one;
            const differs = (differenceOf(one) ?? 0n) !== 0n;
            return (
              <tr key={line.key} className={differs ? "diff" : undefined}>
                <th scope="row">
                  {line.areaName}, {locale === "en" ? line.themeNameEn : line.themeNameNl}
                  <span className="meta">
                    <a href={`${bookings}?regel=${encodeURIComponent(line.key)}`}>
                      {t("toBookings", { count: one.count, shown: count(one.count, locale) })}
                    </a>
                  </span>
                </th>
                <AmountCell value={line.spent} absent="incomplete" />
                <AmountCell value={cents(total)} />
                <td>
                  <BehindState behind={one} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

export function BehindState({ behind }: { behind: LineBehind }) {
  const t = useTranslations("ownLedger.behind");
  const locale = useLocale();
  const difference = differenceOf(behind);
  if (difference === null) return <Tag sign="clock">{t("empty")}</Tag>;
  if (difference === 0n)
    return (
      <Tag tone="ok" sign="check">
        {t("equal")}
      </Tag>
    );
  return (
    <Tag tone="diff" sign="differs">
      {t("differs", { amount: euro(cents(difference), locale) })}
    </Tag>
  );
}
