import { useTranslations } from "next-intl";

type Props = {
  base: string;
  asked: Readonly<Record<string, string | number | readonly string[] | undefined>>;
  /** Which table of the page it is, where the page has more than one. */
  of?: string;
  /** Whether it can leave with what proves it: not what is outside the ledgers. */
  proved?: boolean;
};

/** The list that is on the screen as a file, with the same question. */
export function ExportLinks({ base, asked, of, proved = true }: Props) {
  const t = useTranslations("ledger");
  const query = new URLSearchParams(
    Object.entries(asked).flatMap(([name, value]) =>
      value === undefined || value === "" ? [] : [value].flat().map((one) => [name, String(one)]),
    ),
  );
  // "/programma/oefen/export/grootboek": the worker makes the same file, also with what proves it.
  const [home = "", kind = ""] = base.split("/export/");
  const question = new URLSearchParams([["wat", kind], ...query]);
  const href = (format: string) => `${base}.${format}${query.size === 0 ? "" : `?${query}`}`;
  return (
    <details className="export">
      <summary className="button button-second">
        {of === undefined ? t("exportAs") : t("exportOf", { of })}
      </summary>
      <ul className="plain">
        {(["csv", "xlsx", "ods", "json", "pdf"] as const).map((format) => (
          <li key={format}>
            <a href={href(format)}>
              {t(format)}
              {of !== undefined && <span className="hidden">: {of}</span>}
            </a>
          </li>
        ))}
        {proved && (
          <li>
            <a href={`${home}/exports/nieuw?${question}`}>
              {t("proved")}
              {of !== undefined && <span className="hidden">: {of}</span>}
            </a>
          </li>
        )}
      </ul>
    </details>
  );
}
