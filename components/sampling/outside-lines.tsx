import { useLocale, useTranslations } from "next-intl";
import { AmountCell } from "@/components/signs/amount";
import { EuroText } from "@/components/signs/euro-text";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { SectionHead } from "@/components/signs/section-head";
import type { LaterLines } from "@/lib/domain/sampling/sample";
import { instant } from "@/lib/views/dates";
import { reportPath } from "@/lib/views/reports";

/** Lines that were booked after the instant of the sample: they would have belonged to it, and are not in it. */
export function LaterTable({ later, href }: { later: LaterLines; href: (seq: bigint) => string }) {
  const t = useTranslations("sampling.later");
  const locale = useLocale();
  return (
    <section className="section" aria-labelledby="later">
      <SectionHead id="later" title={t("title")} />
      <p>
        {later.count === 0
          ? t("none")
          : t.rich("text", { count: later.count, amount: () => <EuroText value={later.amount} /> })}
      </p>
      {later.count > 0 && (
        <ScrollRegion label={t("caption")}>
          <table className="compact table-narrow">
            <caption className="hidden">{t("caption")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("entry")}</th>
                <th scope="col">{t("recorded")}</th>
                <th scope="col" className="amount">
                  {t("amount")}
                </th>
              </tr>
            </thead>
            <tbody>
              {later.lines.map(({ seq, recordedAt, amount }) => (
                <tr key={String(seq)}>
                  <th scope="row">
                    <a href={href(seq)}>{t("entryOf", { seq: String(seq) })}</a>
                  </th>
                  <td className="tnum">{instant(recordedAt, locale, "second")}</td>
                  <AmountCell value={amount} />
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
      {later.count > later.lines.length && (
        <p className="small">{t("more", { count: later.count - later.lines.length })}</p>
      )}
    </section>
  );
}

export interface ZeroRow {
  readonly reportId: string;
  readonly number: string;
  readonly streamName: string;
  readonly municipalityName: string;
  readonly areaName: string;
  readonly themeNl: string;
  readonly themeEn: string;
  readonly year: number;
}

/** Lines that were reported as nothing: chance by amount never hits them, so they stand here to be looked at. */
export function ZeroTable({ zeros, programme }: { zeros: readonly ZeroRow[]; programme: string }) {
  const t = useTranslations("sampling.zeros");
  const locale = useLocale();
  if (zeros.length === 0) return null;
  return (
    <details className="section" id="nullen">
      <summary>{t("title", { count: zeros.length })}</summary>
      <p>{t("text")}</p>
      <ScrollRegion label={t("caption")}>
        <table className="compact">
          <caption className="hidden">{t("caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("report")}</th>
              <th scope="col">{t("place")}</th>
              <th scope="col">{t("stream")}</th>
              <th scope="col">{t("year")}</th>
            </tr>
          </thead>
          <tbody>
            {zeros.map((row) => (
              <tr key={`${row.reportId}/${row.areaName}/${row.themeNl}`}>
                <th scope="row" className="nowrap">
                  <a href={reportPath(programme, row.reportId)}>{row.number}</a>
                </th>
                <td>
                  {row.municipalityName}, {row.areaName}
                </td>
                <td>
                  {row.streamName}
                  <span className="meta">{locale === "en" ? row.themeEn : row.themeNl}</span>
                </td>
                <td className="tnum">{row.year}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </details>
  );
}
