import { useLocale, useTranslations } from "next-intl";
import { EmptyState } from "@/components/signs/empty-state";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { shortDate } from "@/lib/views/dates";

interface Row {
  readonly id: string;
  readonly name: string;
  readonly stream: string;
  readonly version: number;
  readonly effectiveOn: string;
  readonly legalSource: string;
  readonly runs: number;
}

/** The keys of a programme, each with what its newest version rests on. */
export function KeyTable({ rows, base }: { rows: readonly Row[]; base: string }) {
  const t = useTranslations("distribution.list");
  const locale = useLocale();
  if (rows.length === 0) return <EmptyState title={t("emptyTitle")}>{t("emptyText")}</EmptyState>;
  return (
    <ScrollRegion label={t("caption")}>
      <table className="compact">
        <caption className="hidden">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("name")}</th>
            <th scope="col">{t("version")}</th>
            <th scope="col">{t("source")}</th>
            <th scope="col" className="amount">
              {t("runs")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <a href={`${base}/${row.id}`}>{row.name}</a>
                <span className="meta">{row.stream}</span>
              </th>
              <td className="nowrap">
                {row.version}
                <span className="meta">{t("from", { date: shortDate(row.effectiveOn, locale) })}</span>
              </td>
              <td>{row.legalSource}</td>
              <td className="amount">{row.runs}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
