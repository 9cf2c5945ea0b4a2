import { useLocale, useTranslations } from "next-intl";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { StatusTag } from "@/components/signs/status-tag";
import { type BookConflict, decidedReading } from "@/lib/domain/claims/claim-book";

type Props = { conflicts: readonly BookConflict[]; base: string; caption: string };

/** Conflicts and findings with where they are and how they stand. */
export function ConflictList({ conflicts, base, caption }: Props) {
  const t = useTranslations("claims.conflicts");
  const locale = useLocale();
  return (
    <ScrollRegion label={caption}>
      <table className="compact">
        <caption className="hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("what")}</th>
            <th scope="col">{t("place")}</th>
            <th scope="col">{t("severity")}</th>
            <th scope="col">{t("state")}</th>
          </tr>
        </thead>
        <tbody>
          {conflicts.map((conflict) => (
            <tr key={conflict.code}>
              <th scope="row">
                <a href={`${base}/bronconflicten/${conflict.code}`}>
                  {locale === "en" ? conflict.titleEn : conflict.titleNl}
                </a>
                <span className="meta">{conflict.code}</span>
              </th>
              <td>{conflict.place}</td>
              <td>
                <StatusTag kind="finding" status={conflict.severity} />
              </td>
              <td>
                {conflict.kind === "source_conflict" && (
                  <StatusTag
                    kind="conflict"
                    status={decidedReading(conflict) === null ? "open" : "decided"}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
