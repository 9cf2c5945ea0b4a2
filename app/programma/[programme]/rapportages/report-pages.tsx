import { useLocale, useTranslations } from "next-intl";
import { Pagination } from "@/components/signs/pagination";
import type { ReportListAsked } from "@/lib/input/report-review";
import { REPORTS_PER_PAGE } from "@/lib/queries/reports/list-reports";
import { count } from "@/lib/views/digits";

type ReportPagesProps = { path: string; asked: ReportListAsked; total: number };

/** The next and the previous part of a long list, with the same filters. */
export function ReportPages({ path, asked, total }: ReportPagesProps) {
  const t = useTranslations("reports.list");
  const locale = useLocale();
  const last = Math.max(1, Math.ceil(total / REPORTS_PER_PAGE));
  if (last === 1 && asked.page === 1) return null;
  const to = (page: number) => {
    const { stream = "", municipality = "", year, state = "" } = asked;
    const kept = {
      geldstroom: stream,
      gemeente: municipality,
      jaar: year === undefined ? "" : String(year),
      status: state,
    };
    const query = new URLSearchParams(
      Object.entries({ ...kept, pagina: String(page) }).filter(([, value]) => value !== ""),
    );
    return `${path}?${query}`;
  };
  const from = (asked.page - 1) * REPORTS_PER_PAGE;
  const shown = Math.min(from + REPORTS_PER_PAGE, total);
  return (
    <Pagination
      summary={t("range", {
        from: count(Math.min(from + 1, total), locale),
        to: count(shown, locale),
        total: count(total, locale),
      })}
      previous={asked.page > 1 ? to(Math.min(asked.page - 1, last)) : undefined}
      next={asked.page < last ? to(asked.page + 1) : undefined}
    />
  );
}
