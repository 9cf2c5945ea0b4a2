import { useLocale, useTranslations } from "next-intl";
import { AmountCell } from "@/components/signs/amount";
import { ScrollRegion } from "@/components/signs/scroll-region";
import type { FigureChange } from "@/lib/domain/overview/figure-history";
import { instant, shortDate } from "@/lib/views/dates";

type HistoryTableProps = { rows: readonly FigureChange[]; base: string };

/** Every change of one figure: who, when, what it was, what it became and why. */
export function HistoryTable({ rows, base }: HistoryTableProps) {
  const t = useTranslations("overview.history");
  return (
    <ScrollRegion label={t("caption")}>
      <table className="compact">
        <caption className="hidden">{t("caption")}</caption>
        <thead>
          <tr>
            {(["entry", "when", "who", "what"] as const).map((column) => (
              <th scope="col" key={column}>
                {t(`columns.${column}`)}
              </th>
            ))}
            {(["old", "change", "new"] as const).map((column) => (
              <th scope="col" className="amount" key={column}>
                {t(`columns.${column}`)}
              </th>
            ))}
            <th scope="col">{t("columns.why")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Change key={String(row.seq)} row={row} base={base} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Change({ row, base }: { row: FigureChange; base: string }) {
  const t = useTranslations("overview.history");
  const kinds = useTranslations("ledger.kinds");
  const locale = useLocale();
  return (
    <tr>
      <th scope="row" className="tnum">
        <a href={`${base}/grootboek/${row.seq}`}>{String(row.seq)}</a>
        <span className="meta">{kinds(row.kind)}</span>
      </th>
      <td className="tnum nowrap">
        {instant(row.recordedAt, locale)}
        <span className="meta">{t("effective", { date: shortDate(row.effectiveOn, locale) })}</span>
      </td>
      <td>
        {row.deeds.length === 0 && t("posted", { name: row.recordedBy })}
        {row.deeds.map(({ deed, name, at }) => (
          <span className="line" key={deed + name + at.toISOString()}>
            {t(deed, { name, at: instant(at, locale) })}
          </span>
        ))}
      </td>
      <td>
        {row.place}
        {row.allocation !== null && (
          <a className="line" href={`${base}/toekenningen/${row.allocation.id}`}>
            {t("allocation", { number: row.allocation.number })}
          </a>
        )}
      </td>
      <AmountCell value={row.old} absent="none" />
      <AmountCell value={row.change} />
      <AmountCell value={row.now} />
      <td>
        {row.reason}
        {row.decisionNumber !== null && (
          <span className="meta">{t("decision", { number: row.decisionNumber })}</span>
        )}
        {row.proposal !== null && (
          <span className="meta">
            <a href={`${base}/voorstellen/${row.proposal.id}`}>
              {t("proposal", { number: row.proposal.number })}
            </a>
          </span>
        )}
        {row.report !== null && (
          <span className="meta">
            <a href={`${base}/rapportages/${row.report.id}`}>{row.report.number}</a>
          </span>
        )}
      </td>
    </tr>
  );
}
