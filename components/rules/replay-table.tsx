import { useLocale, useTranslations } from "next-intl";
import { AmountCell } from "@/components/signs/amount";
import { EmptyState } from "@/components/signs/empty-state";
import { KeyFigures } from "@/components/signs/key-figures";
import { ScrollRegion } from "@/components/signs/scroll-region";
import type { Replay, ReplayRow } from "@/lib/domain/rules/replay";
import { count } from "@/lib/views/digits";
import { euro } from "@/lib/views/money";

type ReplayTableProps = { replay: Replay; reportHref: (id: string) => string };

/** Who a rule would have hit: per period and municipality, with the lines and amounts that it is about. */
export function ReplayTable({ replay, reportHref }: ReplayTableProps) {
  const t = useTranslations("stages.replay");
  const locale = useLocale();
  const { rows, reports, hit, findings, amount, municipalities } = replay;
  if (rows.length === 0)
    return (
      <EmptyState title={t("noneTitle")} level={3}>
        {t("noneText", { count: reports })}
      </EmptyState>
    );
  return (
    <>
      <KeyFigures
        exact
        figures={[
          {
            label: t("hit"),
            figure: t("ofReports", { hit, reports }),
            sub: t("municipalities", { count: municipalities }),
          },
          { label: t("findings"), figure: count(BigInt(findings), locale) },
          { label: t("amount"), figure: euro(amount, locale), sub: t("amountText") },
        ]}
      />
      <ScrollRegion label={t("caption")}>
        <table className="compact">
          <caption className="hidden">{t("caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("period")}</th>
              <th scope="col">{t("stream")}</th>
              <th scope="col">{t("municipality")}</th>
              <th scope="col" className="amount">
                {t("findings")}
              </th>
              <th scope="col" className="amount">
                {t("lines")}
              </th>
              <th scope="col" className="amount">
                {t("amountEuro")}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.reportId}>
                <td className="nowrap">
                  <a href={reportHref(row.reportId)}>
                    <Period row={row} />
                    <span className="hidden"> {row.number}</span>
                  </a>
                </td>
                <td>
                  {row.streamName}
                  <span className="meta">{row.trancheName}</span>
                </td>
                <th scope="row">{row.municipalityName}</th>
                <td className="amount">{row.findings}</td>
                <td className="amount">{row.lines}</td>
                <AmountCell value={row.amount} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="total">
              <th scope="row" colSpan={3}>
                {t("total")}
              </th>
              <td className="amount">{findings}</td>
              <td className="amount">{rows.reduce((all, { lines }) => all + lines, 0)}</td>
              <AmountCell value={amount} />
            </tr>
          </tfoot>
        </table>
      </ScrollRegion>
    </>
  );
}

function Period({ row: { year, period, periods } }: { row: ReplayRow }) {
  return useTranslations("stages.replay")("periodOf", { year: String(year), period, periods });
}
