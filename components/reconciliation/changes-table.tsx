import { useLocale, useTranslations } from "next-intl";
import { EmptyState } from "@/components/signs/empty-state";
import { ScrollRegion } from "@/components/signs/scroll-region";
import type { Change } from "@/lib/domain/reconciliation/change";
import { instant } from "@/lib/views/dates";

type Props = { changes: readonly Change[]; base: string };

/** Sources, keys, rules, reference data, decisions and reports that came to be known. */
export function ChangesTable({ changes, base }: Props) {
  const t = useTranslations("reconciliation.between");
  const kinds = useTranslations("reconciliation.between.kinds");
  const locale = useLocale();
  if (changes.length === 0) return <EmptyState title={t("nothingElse")}>{t("nothingElseText")}</EmptyState>;
  return (
    <ScrollRegion label={t("changes")}>
      <table className="compact">
        <caption className="hidden">{t("changes")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("when")}</th>
            <th scope="col">{t("what")}</th>
            <th scope="col">{t("about")}</th>
            <th scope="col">{t("who")}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ kind, at, by, subject, detail, page }) => (
            <tr key={`${at} ${kind} ${page}`}>
              <td className="tnum nowrap">{instant(new Date(at), locale)}</td>
              <td>{kinds(kind)}</td>
              <td>
                <a href={base + page}>{subject[locale]}</a>
                {detail !== null && <span className="meta">{detail}</span>}
              </td>
              <td>{by ?? "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
