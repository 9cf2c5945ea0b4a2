import { useLocale, useTranslations } from "next-intl";
import { Pagination } from "@/components/signs/pagination";
import { LINES_PER_PAGE } from "@/lib/domain/evidence/line-page";
import { count } from "@/lib/views/digits";

type LinePagesProps = { page: number; total: number; base: string };

/** The next and the previous lines of a long report. */
export function LinePages({ page, total, base }: LinePagesProps) {
  const t = useTranslations("evidence.lines");
  const locale = useLocale();
  if (total <= LINES_PER_PAGE) return null;
  const to = Math.min(page * LINES_PER_PAGE, total);
  const at = (other: number) => `${base}?pagina=${other}#documenten`;
  return (
    <Pagination
      summary={t("range", {
        from: count((page - 1) * LINES_PER_PAGE + 1, locale),
        to: count(to, locale),
        total: count(total, locale),
      })}
      previous={page > 1 ? at(page - 1) : undefined}
      next={to < total ? at(page + 1) : undefined}
    />
  );
}
