import { useLocale, useTranslations } from "next-intl";
import { EmptyState } from "@/components/signs/empty-state";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { Tag } from "@/components/signs/tag";
import { instant } from "@/lib/views/dates";

export interface ScenarioRow {
  readonly id: string;
  readonly name: string;
  readonly author: string;
  readonly own: boolean;
  readonly shared: boolean;
  readonly lines: number;
  readonly createdAt: Date;
  readonly proposedAt: Date | null;
}

type ScenarioTableProps = { rows: readonly ScenarioRow[]; base: string; mayMake: boolean };

/** One's own scenarios and those of colleagues, newest first. */
export function ScenarioTable({ rows, base, mayMake }: ScenarioTableProps) {
  const t = useTranslations("scenarios.list");
  const locale = useLocale();
  if (rows.length === 0)
    return <EmptyState title={t("emptyTitle")}>{t(mayMake ? "emptyText" : "noneShared")}</EmptyState>;
  return (
    <ScrollRegion label={t("title")}>
      <table className="compact">
        <caption className="hidden">{t("title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("name")}</th>
            <th scope="col">{t("author")}</th>
            <th scope="col" className="amount">
              {t("lines")}
            </th>
            <th scope="col">{t("stand")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, author, own, shared, lines, createdAt, proposedAt }) => (
            <tr key={id}>
              <th scope="row">
                <a href={`${base}/${id}`}>{name}</a>
              </th>
              <td>
                {own ? t("yourself") : author}
                <span className="meta">{instant(createdAt, locale)}</span>
              </td>
              <td className="amount">{lines}</td>
              <td>
                {proposedAt !== null ? (
                  <Tag tone="ok" sign="check">
                    {t("proposed")}
                  </Tag>
                ) : (
                  <Tag>{t(shared ? "shared" : "private")}</Tag>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
