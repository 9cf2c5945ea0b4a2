import { useTranslations } from "next-intl";

type Props = { base: string; asked: Readonly<Record<string, string | number | undefined>> };

/** The list that is on the screen as a file, with the same question. */
export function ExportLinks({ base, asked }: Props) {
  const t = useTranslations("ledger");
  const query = new URLSearchParams(
    Object.entries(asked).flatMap(([name, value]) =>
      value === undefined || value === "" ? [] : [[name, String(value)]],
    ),
  );
  return (
    <>
      <a className="button button-second" href={`${base}.csv?${query}`}>
        {t("csv")}
      </a>
      <a className="button button-second" href={`${base}.xlsx?${query}`}>
        {t("xlsx")}
      </a>
    </>
  );
}
