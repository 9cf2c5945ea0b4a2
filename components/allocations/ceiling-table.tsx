import { useLocale, useTranslations } from "next-intl";
import { AmountCell } from "@/components/signs/amount";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { SourceLink } from "@/components/signs/source-link";
import { StackHead } from "@/components/signs/stack-head";
import { type Cents, cents, sum } from "@/lib/domain/money";
import { placeText } from "@/lib/views/place-words";

interface Year {
  readonly year: number;
  readonly ceiling: Cents;
  readonly allocated: Cents;
  readonly asked: Cents;
  readonly free: Cents;
}
interface Tranche {
  readonly trancheId: string;
  readonly tranche: string;
  readonly stream: string;
  readonly streamCode: string;
  readonly own: boolean;
  readonly source: { readonly code: string; readonly place: string | null; readonly title: string } | null;
  readonly years: readonly Year[];
}

/** Ceiling, allocated, asked and free per tranche and year; each amount leads to the entries that make it. */
export function CeilingTable({
  tranches,
  base,
  mayPropose,
}: {
  tranches: readonly Tranche[];
  base: string;
  mayPropose: boolean;
}) {
  const t = useTranslations("allocations.ceilings");
  const locale = useLocale();
  return (
    <>
      {tranches.map(({ trancheId, tranche, stream, streamCode, own, source, years }) => (
        <section className="section" key={trancheId} aria-labelledby={`t-${trancheId}`}>
          <div className="section-head">
            <h2 id={`t-${trancheId}`}>
              {stream}, {tranche}
            </h2>
            <p className="small muted">
              <a href={`${base}/geldstromen/${streamCode}/overzicht`}>{t("overview", { stream })}</a>{" "}
              {t("unit")}{" "}
              {source && (
                <SourceLink href={`${base}/claims/${source.code}`}>
                  {source.title}
                  {source.place && `, ${placeText(source.place, locale)}`}
                </SourceLink>
              )}
            </p>
          </div>
          <ScrollRegion label={`${stream}, ${tranche}`}>
            <table className="compact stack stack-figures" role="table">
              <caption className="hidden">{t("caption", { stream, tranche })}</caption>
              <StackHead
                columns={[
                  t("year"),
                  { amount: t("ceiling") },
                  { amount: t("allocated") },
                  { amount: t("free") },
                  { amount: t("asked") },
                ]}
              />
              <tbody role="rowgroup">
                {years.length === 0 && (
                  <tr role="row">
                    <td role="cell" colSpan={5} className="muted">
                      {t("none")}
                    </td>
                  </tr>
                )}
                {years.map(({ year, ceiling, allocated, free, asked }) => (
                  <tr role="row" key={year}>
                    <th scope="row" role="rowheader">
                      {year}
                    </th>
                    <AmountCell
                      label={t("ceiling")}
                      value={ceiling}
                      href={`${base}/grootboek?geldstroom=${streamCode}&soort=ceiling_set`}
                    />
                    <AmountCell
                      label={t("allocated")}
                      value={allocated}
                      href={`${base}/toekenningen?geldstroom=${streamCode}`}
                    />
                    <AmountCell label={t("free")} value={free} />
                    <AmountCell label={t("asked")} value={asked} />
                  </tr>
                ))}
              </tbody>
              {years.length > 0 && (
                <tfoot role="rowgroup">
                  <tr role="row" className="total">
                    <th scope="row" role="rowheader">
                      {t("total")}
                    </th>
                    {(["ceiling", "allocated", "free", "asked"] as const).map((column) => (
                      <AmountCell
                        key={column}
                        label={t(column)}
                        value={cents(sum(years.map((year) => year[column])))}
                      />
                    ))}
                  </tr>
                </tfoot>
              )}
            </table>
          </ScrollRegion>
          {mayPropose && own && (
            <p className="above-s">
              <a href={`${base}/plafonds/nieuw?tranche=${trancheId}`}>
                {years.length === 0 ? t("set") : t("change")}
              </a>
            </p>
          )}
        </section>
      ))}
    </>
  );
}
