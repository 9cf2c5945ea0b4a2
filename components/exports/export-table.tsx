import { useLocale, useTranslations } from "next-intl";
import { EmptyState } from "@/components/signs/empty-state";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { StatusTag } from "@/components/signs/status-tag";
import type { ExportJob } from "@/lib/domain/exports/job";
import { instant } from "@/lib/views/dates";
import { fileSize } from "@/lib/views/exports";

type Props = {
  rows: readonly { readonly job: ExportJob; readonly title: string; readonly scope: string }[];
  base: string;
};

/** One's own exports, with what became of them. */
export function ExportTable({ rows, base }: Props) {
  const t = useTranslations("exports");
  const locale = useLocale();
  if (rows.length === 0) return <EmptyState title={t("emptyTitle")}>{t("emptyText")}</EmptyState>;
  return (
    <ScrollRegion label={t("own")}>
      <table className="compact">
        <caption className="hidden">{t("own")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("columns.what")}</th>
            <th scope="col">{t("columns.asked")}</th>
            <th scope="col">{t("columns.state")}</th>
            <th scope="col" className="amount">
              {t("columns.size")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ job, title, scope }) => (
            <tr key={job.id}>
              <th scope="row">
                <a href={`${base}/${job.id}`}>{title}</a>
                {scope !== "" && <span className="meta">{scope}</span>}
              </th>
              <td className="tnum nowrap">{instant(job.requestedAt, locale)}</td>
              <td>
                <StatusTag kind="export" status={job.state} />
              </td>
              <td className="amount">{job.state === "done" ? fileSize(job.bytes, locale) : ""}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
