import { useTranslations } from "next-intl";

type Props = {
  base: string;
  asked: Readonly<Record<string, string | number | readonly string[] | undefined>>;
};

/** The list that is on the screen as a file, with the same question. */
export function ExportLinks({ base, asked }: Props) {
  const t = useTranslations("ledger");
  const query = new URLSearchParams(
    Object.entries(asked).flatMap(([name, value]) =>
      value === undefined || value === "" ? [] : [value].flat().map((one) => [name, String(one)]),
    ),
  );
  const href = (format: string) => `${base}.${format}${query.size === 0 ? "" : `?${query}`}`;
  return (
    <details className="export">
      <summary className="button button-second">{t("exportAs")}</summary>
      <ul className="plain">
        {(["csv", "xlsx", "ods", "pdf"] as const).map((format) => (
          <li key={format}>
            <a href={href(format)}>{t(format)}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}
