import { useLocale, useTranslations } from "next-intl";
import { EmptyState } from "@/components/signs/empty-state";
import { ScrollRegion } from "@/components/signs/scroll-region";
import type { Grain } from "@/lib/domain/distribution/key";
import { shortDate } from "@/lib/views/dates";

interface Row {
  readonly id: string;
  readonly name: string;
  readonly stream: string;
  readonly grain: Grain;
  readonly source: string;
  readonly sourceOn: string;
  readonly count: number;
}

/** Every set of figures that keys can use, newest first under its name. */
export function InputTable({ rows, base }: { rows: readonly Row[]; base: string }) {
  const t = useTranslations("distribution.inputs");
  const locale = useLocale();
  if (rows.length === 0)
    return (
      <EmptyState level={3} title={t("emptyTitle")}>
        {t("emptyText")}
      </EmptyState>
    );
  return (
    <ScrollRegion label={t("caption")}>
      <table className="compact">
        <caption className="hidden">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("name")}</th>
            <th scope="col">{t("date")}</th>
            <th scope="col">{t("source")}</th>
            <th scope="col">{t("values")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <a href={`${base}/gegevens/${row.id}`}>{row.name}</a>
                <span className="meta">{row.stream}</span>
              </th>
              <td className="nowrap">{shortDate(row.sourceOn, locale)}</td>
              <td>{row.source}</td>
              <td>{t(`count.${row.grain}`, { count: row.count })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
