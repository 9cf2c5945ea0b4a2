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
import { euro } from "@/lib/views/money";
import { knownSum, type ShownRow } from "@/lib/views/sisa";

type Props = {
  year: number;
  schemes: readonly DeliveredScheme[];
  rows: readonly ShownRow[];
  /** Where the numbers of a scheme are kept. */
  codesHref?: string;
  /** Addresses of allocations by number. */
  allocationHref?: (number: string) => string;
  /** Many decisions are folded away per scheme, with what they add up to beside its name. */
  folded?: boolean;
};

/** Per scheme, as in the annex: a row per decision, a column per indicator with its number and kind of control. */
export function IndicatorTables({ year, schemes, rows, codesHref, allocationHref, folded = false }: Props) {
  const t = useTranslations("sisa.table");
  return schemes.map((scheme) => {
    const mine = rows.filter(({ stream }) => stream === scheme.stream);
    const own = scheme.indicators.filter(({ measure }) => measure === null);
    const id = schemeId(scheme);
    const title = (
      <>
        {scheme.code === null ? (
          <Unknown href={folded ? undefined : codesHref} />
        ) : (
          <span className="tnum">{scheme.code}</span>
        )}{" "}
        {scheme.name}
      </>
    );
    const content = (
      <>
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
      </>
    );
    return (
      <section className="section" aria-labelledby={id} key={scheme.stream}>
        {folded ? (
          <details className="sisa-scheme">
            <summary>
              <h2 id={id}>{title}</h2> <Spent year={year} rows={mine} />
            </summary>
            {content}
          </details>
        ) : (
          <>
            <SectionHead id={id} title={title} note={t("unit")} />
            {content}
          </>
        )}
      </section>
    );
  });
}

/** Where a scheme stands on the page. */
export const schemeId = ({ stream }: Pick<DeliveredScheme, "stream">): string => `regeling-${stream}`;

/** What the decisions of a scheme add up to, beside its name. */
function Spent({ year, rows }: Pick<Props, "year" | "rows">) {
  const t = useTranslations("sisa.table");
  const locale = useLocale();
  const spent = knownSum(rows.map((row) => row.spent));
  return (
    <span className="small muted tnum">
      {t("decisions", { count: rows.length })} {t("spent", { year: String(year) })}:{" "}
      {spent === null ? t("notReported") : euro(spent, locale)}
    </span>
  );
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
      <th
        scope="col"
        role="columnheader"
        className={measure === "final" ? undefined : "amount"}
        key={measure}
      >
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
  const names = {
    awarded: t("awarded"),
    before: t("before", { year: last }),
    spent: t("spent", { year: next }),
    correction: t("correction", { year: last }),
    cumulative: t("cumulative", { year: next }),
    final: t("final"),
  };
  return (
    <table className="stack stack-figures compact sisa-table" role="table">
      <caption className="hidden">{t("caption", { scheme: scheme.name })}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            {t("decision")}
          </th>
          <th scope="col" role="columnheader" className="amount">
            {names.awarded}
          </th>
          <th scope="col" role="columnheader" className="amount">
            {names.before}
          </th>
          {(["spent", "correction", "cumulative", "final"] as const).map((measure) =>
            head(measure, names[measure]),
          )}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <Row key={row.key} row={row} names={names} allocationHref={allocationHref} />
        ))}
      </tbody>
      <tfoot role="rowgroup">
        <tr role="row" className="total">
          <th scope="row" role="rowheader">
            {t("total")}
          </th>
          {(["awarded", "before", "spent", "correction", "cumulative"] as const).map((measure) => (
            <AmountCell
              key={measure}
              value={knownSum(rows.map((row) => row[measure]))}
              absent="incomplete"
              label={names[measure]}
            />
          ))}
          <td role="cell" />
        </tr>
      </tfoot>
    </table>
  );
}

type Names = Readonly<Record<"awarded" | "before" | "spent" | "correction" | "cumulative" | "final", string>>;

type RowProps = { row: ShownRow; names: Names; allocationHref?: Props["allocationHref"] };

function Row({ row, names, allocationHref }: RowProps) {
  const t = useTranslations("sisa.table");
  const locale = useLocale();
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
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
      <AmountCell value={row.awarded} label={names.awarded} />
      <AmountCell value={row.before} absent="incomplete" label={names.before} />
      <td role="cell" className="amount" data-label={names.spent}>
        <span>
          <Money value={row.spent} />
        </span>
        {row.spent !== null && row.accepted < row.needed && (
          <span className="meta">{t("periods", { accepted: row.accepted, needed: row.needed })}</span>
        )}
      </td>
      <AmountCell value={row.correction} absent="incomplete" label={names.correction} />
      <AmountCell value={row.cumulative} absent="incomplete" label={names.cumulative} />
      <td role="cell" data-label={names.final}>
        <span>{row.final === null ? <Absent reason="undetermined" /> : t(row.final ? "yes" : "no")}</span>
      </td>
    </tr>
  );
}

function Money({ value }: { value: ShownRow["spent"] }) {
  const t = useTranslations("sisa.table");
  if (value === null) return <Absent reason="incomplete">{t("notReported")}</Absent>;
  return <Amount value={value} />;
}
