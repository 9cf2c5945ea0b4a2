import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ScrollRegion } from "@/components/signs/scroll-region";
import type { Claim } from "@/lib/domain/claims/claim";
import type { ClaimBook } from "@/lib/domain/claims/claim-book";
import { claimName, publishedWhen, sourceName } from "@/lib/views/claims";
import { ClaimAmount } from "./claim-amount";

type ClaimTableProps = {
  claims: readonly Claim[];
  book: ClaimBook;
  base: string;
  caption: string;
  /** Rows under the claims, such as their sum. */
  children?: ReactNode;
};

/** Claims in a list: what, how much, at which stage, and who says so. */
export function ClaimTable({ claims, book, base, caption, children }: ClaimTableProps) {
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
                <About claim={claim} book={book} />
              </th>
              <td className="amount">
                <ClaimAmount claim={claim} />
              </td>
              <td>{t(`status.${claim.status}`)}</td>
              <td>
                {sourceName(claim, book)}
                <span className="meta">{publishedWhen(claim, locale) ?? t("claim.unknownDate")}</span>
              </td>
            </tr>
          ))}
        </tbody>
        {children}
      </table>
    </ScrollRegion>
  );
}

/** What tells claims of one name apart: the area, or the remark. */
function About({ claim, book }: { claim: Claim; book: ClaimBook }) {
  const area = book.areas.find(({ code }) => code === claim.area)?.name;
  if (area !== undefined) return <span className="meta">{area}</span>;
  if (claim.note === null || claim.municipality !== null) return null;
  return (
    <span className="meta" lang="nl">
      {claim.note}
    </span>
  );
}
