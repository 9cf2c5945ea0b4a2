import { useLocale, useTranslations } from "next-intl";
import { Facts } from "@/components/signs/facts";
import type { TieOutFile } from "@/lib/domain/tie-out/tie-out-file";
import { instant, shortDate } from "@/lib/views/dates";
import { euro } from "@/lib/views/money";

type TieOutFactsProps = {
  file: TieOutFile;
  /** Where the file itself is. */
  download: string;
  /** Which version of the columns it is read by; null while there is none, or for who only reads. */
  columns: { readonly version: number; readonly href: string } | null;
};

/** What was asked of the file: with this it is held against the ledger again, with the same outcome. */
export function TieOutFacts({ file, download, columns }: TieOutFactsProps) {
  const t = useTranslations("tieOut.facts");
  const kinds = useTranslations("tieOut.kinds");
  const locale = useLocale();
  const { kind, year, source, tolerance, asOf } = file;
  const own = [
    { term: t("kind"), value: kinds(`${kind}Compared`) },
    ...(year === null ? [] : [{ term: t("year"), value: String(year) }]),
    { term: t("source"), value: source },
    {
      term: t("asOf"),
      value: t("dates", {
        valid: shortDate(asOf.validOn, locale),
        known: instant(new Date(asOf.knownAt), locale),
      }),
    },
    { term: t("tolerance"), value: euro(tolerance, locale), look: "figure" as const },
    { term: t("by"), value: t("byAt", { who: file.by, at: instant(file.at, locale) }) },
    { term: t("file"), value: <a href={download}>{file.fileName}</a> },
    { term: t("hash"), value: file.sha256, look: "mono" as const },
    ...(columns === null
      ? []
      : [
          {
            term: t("columns"),
            value: <a href={columns.href}>{t("version", { version: columns.version })}</a>,
          },
        ]),
  ];
  return <Facts facts={own} wide />;
}
