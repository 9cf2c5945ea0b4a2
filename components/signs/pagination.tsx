import { useTranslations } from "next-intl";

type PaginationProps = {
  /** "1 tot en met 50 van 412": ready text, because numbers are formatted on the server. */
  summary: string;
  previous?: string;
  /** Back to the beginning, where a list only knows what comes after: of one with the newest first, or the first first. */
  newest?: string;
  first?: string;
  next?: string;
};

/** A long list, page by page. Links, so a page has an address. */
export function Pagination({ summary, previous, newest, first, next }: PaginationProps) {
  const t = useTranslations("shell.pages");
  return (
    <nav className="pages" aria-label={t("label")}>
      <p>{summary}</p>
      <ul className="plain">
        {newest !== undefined && (
          <li>
            <a href={newest}>{t("newest")}</a>
          </li>
        )}
        {first !== undefined && (
          <li>
            <a href={first}>{t("first")}</a>
          </li>
        )}
        {previous !== undefined && (
          <li>
            <a href={previous} rel="prev">
              {t("previous")}
            </a>
          </li>
        )}
        {next !== undefined && (
          <li>
            <a href={next} rel="next">
              {t("next")}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
