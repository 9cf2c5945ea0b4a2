import { useLocale, useTranslations } from "next-intl";
import { Absent } from "@/components/signs/absent";
import { Amount, AmountCell } from "@/components/signs/amount";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { SectionHead } from "@/components/signs/section-head";
import { SourceLink } from "@/components/signs/source-link";
import { Tag } from "@/components/signs/tag";
import { indicatorFor } from "@/lib/domain/sisa/code-table";
import type { DeliveredScheme } from "@/lib/domain/sisa/content";
import type { SisaMeasure } from "@/lib/domain/sisa/measures";
import { shortDate } from "@/lib/views/dates";
import { knownSum, type ShownRow } from "@/lib/views/sisa";

type Props = {
  year: number;
  schemes: readonly DeliveredScheme[];
  rows: readonly ShownRow[];
  /** Where the numbers of a scheme are kept. */
  codesHref?: string;
  /** Addresses of allocations by number. */
  allocationHref?: (number: string) => string;
};

/** Per scheme, as in the annex: a row per decision, a column per indicator with its number and kind of control. */
export function IndicatorTables({ year, schemes, rows, codesHref, allocationHref }: Props) {
  const t = useTranslations("sisa.table");
  return schemes.map((scheme) => {
    const mine = rows.filter(({ stream }) => stream === scheme.stream);
    const own = scheme.indicators.filter(({ measure }) => measure === null);
    const id = `regeling-${scheme.stream}`;
    return (
      <section className="section" aria-labelledby={id} key={scheme.stream}>
        <SectionHead
          id={id}
          title={
            <>
              {scheme.code === null ? (
                <Unknown href={codesHref} />
              ) : (
                <span className="tnum">{scheme.code}</span>
              )}{" "}
              {scheme.name}
            </>
          }
          note={t("unit")}
        />
        <ScrollRegion label={t("caption", { scheme: scheme.name })}>
          <SchemeTable year={year} scheme={scheme} rows={mine} allocationHref={allocationHref} />
        </ScrollRegion>
        {own.length > 0 && (
          <p className="small above-s">
            {t("ownAnswers")} {own.map(({ number, label }) => `${number} ${label}`).join("; ")}.
          </p>
        )}
        {scheme.source !== null && (
          <p className="small above-s">
            <SourceLink href={codesHref} wrap>
              {scheme.source}
            </SourceLink>
          </p>
        )}
      </section>
    );
  });
}

function Unknown({ href }: { href?: string }) {
  const t = useTranslations("sisa.table");
  const word = <Absent reason="not_obtained">{t("unknown")}</Absent>;
  return href === undefined ? word : <a href={href}>{word}</a>;
}

function SchemeTable({
  year,
  scheme,
  rows,
  allocationHref,
}: Pick<Props, "year" | "rows" | "allocationHref"> & { scheme: DeliveredScheme }) {
  const t = useTranslations("sisa.table");
  const head = (measure: SisaMeasure, title: string) => {
    const found = indicatorFor(scheme.indicators, measure);
    return (
      <th scope="col" className={measure === "final" ? undefined : "amount"}>
        {title}
        <span className="meta">
          {found === null ? (
            t("numberUnknown")
          ) : (
            <>
              {found.number}{" "}
              <span className="nowrap">
                {t("control")} {found.control ?? t("controlUnknown")}
              </span>
            </>
          )}
        </span>
      </th>
    );
  };
  const [next, last] = [String(year), String(year - 1)];
  return (
    <table className="compact sisa-table">
      <caption className="hidden">{t("caption", { scheme: scheme.name })}</caption>
      <thead>
        <tr>
          <th scope="col">{t("decision")}</th>
          <th scope="col" className="amount">
            {t("awarded")}
          </th>
          <th scope="col" className="amount">
            {t("before", { year: last })}
          </th>
          {head("spent", t("spent", { year: next }))}
          {head("correction", t("correction", { year: last }))}
          {head("cumulative", t("cumulative", { year: next }))}
          {head("final", t("final"))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.key} row={row} allocationHref={allocationHref} />
        ))}
      </tbody>
      <tfoot>
        <tr className="total">
          <th scope="row">{t("total")}</th>
          {(["awarded", "before", "spent", "correction", "cumulative"] as const).map((measure) => (
            <AmountCell key={measure} value={knownSum(rows.map((row) => row[measure]))} absent="incomplete" />
          ))}
          <td />
        </tr>
      </tfoot>
    </table>
  );
}

function Row({ row, allocationHref }: { row: ShownRow; allocationHref?: Props["allocationHref"] }) {
  const t = useTranslations("sisa.table");
  const locale = useLocale();
  return (
    <tr>
      <th scope="row">
        {row.decisions.length > 1 && <Tag tone="diff">{t("together")}</Tag>}
        {row.decisions.map(({ number, on }) => (
          <span className="sisa-decision" key={number}>
            {number} <span className="meta">{t("decidedOn", { date: shortDate(on, locale) })}</span>
          </span>
        ))}
        <span className="meta">
          {t("from")}{" "}
          {row.allocations.map((number, index) => (
            <span key={number}>
              {index > 0 && ", "}
              {allocationHref ? <a href={allocationHref(number)}>{number}</a> : number}
            </span>
          ))}
        </span>
      </th>
      <AmountCell value={row.awarded} />
      <AmountCell value={row.before} absent="incomplete" />
      <td className="amount">
        <Money value={row.spent} />
        {row.spent !== null && row.accepted < row.needed && (
          <span className="meta">{t("periods", { accepted: row.accepted, needed: row.needed })}</span>
        )}
      </td>
      <AmountCell value={row.correction} absent="incomplete" />
      <AmountCell value={row.cumulative} absent="incomplete" />
      <td>{row.final === null ? <Absent reason="undetermined" /> : t(row.final ? "yes" : "no")}</td>
    </tr>
  );
}

function Money({ value }: { value: ShownRow["spent"] }) {
  const t = useTranslations("sisa.table");
  if (value === null) return <Absent reason="incomplete">{t("notReported")}</Absent>;
  return <Amount value={value} />;
}
