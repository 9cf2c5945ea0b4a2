import { useLocale, useTranslations } from "next-intl";
import { Absent } from "@/components/signs/absent";
import { ScrollRegion } from "@/components/signs/scroll-region";
import type { Claim } from "@/lib/domain/claims/claim";
import type { ClaimBook } from "@/lib/domain/claims/claim-book";
import { claimFigure, claimName, publishedWhen, sourceName } from "@/lib/views/claims";

type ClaimTableProps = { claims: readonly Claim[]; book: ClaimBook; base: string; caption: string };

/** Claims in a list: what, how much, at which stage, and who says so. */
export function ClaimTable({ claims, book, base, caption }: ClaimTableProps) {
  const t = useTranslations("claims");
  const locale = useLocale();
  return (
    <ScrollRegion label={caption}>
      <table className="compact">
        <caption className="hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("list.columns.what")}</th>
            <th scope="col" className="amount">
              {t("list.columns.amount")}
            </th>
            <th scope="col">{t("list.columns.status")}</th>
            <th scope="col">{t("list.columns.source")}</th>
          </tr>
        </thead>
        <tbody>
          {claims.map((claim) => (
            <tr key={claim.code}>
              <th scope="row">
                <a href={`${base}/claims/${claim.code}`}>{claimName(claim, book)}</a>
                {claim.area !== null && (
                  <span className="meta">{book.areas.find(({ code }) => code === claim.area)?.name}</span>
                )}
              </th>
              <td className="amount">{claimFigure(claim, locale) ?? <Absent reason="not_published" />}</td>
              <td>{t(`status.${claim.status}`)}</td>
              <td>
                {sourceName(claim, book)}
                <span className="meta">{publishedWhen(claim, locale) ?? t("claim.unknownDate")}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
