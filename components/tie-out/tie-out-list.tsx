import { useLocale, useTranslations } from "next-intl";
import { AmountCell } from "@/components/signs/amount";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { StackHead } from "@/components/signs/stack-head";
import type { TieOutFile } from "@/lib/domain/tie-out/tie-out-file";
import { instant, shortDate } from "@/lib/views/dates";

type TieOutListProps = { files: readonly TieOutFile[]; href: (id: string) => string };

/** External files, the newest first, each with what it was asked. */
export function TieOutList({ files, href }: TieOutListProps) {
  const t = useTranslations("tieOut.list");
  const kinds = useTranslations("tieOut.kinds");
  const locale = useLocale();
  return (
    <ScrollRegion label={t("caption")}>
      <table className="stack stack-2" role="table">
        <caption className="hidden">{t("caption")}</caption>
        <StackHead columns={[t("file"), t("kind"), t("asOf"), { amount: t("tolerance") }]} />
        <tbody role="rowgroup">
          {files.map((file) => (
            <tr role="row" key={file.id}>
              <th scope="row" role="rowheader">
                <a href={href(file.id)}>{file.fileName}</a>
                <span className="meta">{t("by", { who: file.by, at: instant(file.at, locale) })}</span>
              </th>
              <td role="cell" data-label={t("kind")}>
                <span>
                  {file.year === null
                    ? kinds(file.kind)
                    : t("ofYear", { kind: kinds(file.kind), year: String(file.year) })}
                  <span className="meta">{file.source}</span>
                </span>
              </td>
              <td role="cell" data-label={t("asOf")}>
                <span>
                  {shortDate(file.asOf.validOn, locale)}
                  <span className="meta">
                    {t("known", { at: instant(new Date(file.asOf.knownAt), locale) })}
                  </span>
                </span>
              </td>
              <AmountCell label={t("tolerance")} value={file.tolerance} />
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
