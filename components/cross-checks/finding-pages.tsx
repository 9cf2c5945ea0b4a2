import { useLocale, useTranslations } from "next-intl";
import { Pagination } from "@/components/signs/pagination";
import { count } from "@/lib/views/digits";

type FindingPagesProps = { page: number; perPage: number; total: number; href: (page: number) => string };

/** The pages of a list of findings; nothing where there is one. */
export function FindingPages({ page, perPage, total, href }: FindingPagesProps) {
  const t = useTranslations("crossChecks");
  const locale = useLocale();
  const from = (page - 1) * perPage;
  if (total <= perPage) return null;
  return (
    <Pagination
      summary={t("range", {
        from: count(Math.min(from + 1, total), locale),
        to: count(Math.min(from + perPage, total), locale),
        total: count(total, locale),
      })}
      previous={page > 1 ? href(page - 1) : undefined}
      next={from + perPage < total ? href(page + 1) : undefined}
    />
  );
}
