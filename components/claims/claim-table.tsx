import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { StackHead } from "@/components/signs/stack-head";
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
      <table className="compact stack stack-2" role="table">
        <caption className="hidden">{caption}</caption>
        <StackHead
          columns={[
            t("list.columns.what"),
            { amount: t("list.columns.amount") },
            t("list.columns.status"),
            t("list.columns.source"),
          ]}
        />
        <tbody role="rowgroup">
          {claims.map((claim) => (
            <tr role="row" key={claim.code}>
              <th scope="row" role="rowheader">
                <a href={`${base}/claims/${claim.code}`}>{claimName(claim, book, locale)}</a>
                <About claim={claim} book={book} />
              </th>
              <td role="cell" className="amount">
                <ClaimAmount claim={claim} />
              </td>
              <td role="cell" data-label={t("list.columns.status")}>
                {t(`status.${claim.status}`)}
              </td>
              <td role="cell" data-label={t("list.columns.source")}>
                <span>
                  {sourceName(claim, book, locale)}
                  <span className="meta">{publishedWhen(claim, locale) ?? t("claim.unknownDate")}</span>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
        {children}
      </table>
    </ScrollRegion>
  );
}

/** What tells claims of one name apart: who it went to and for which area, or the remark. */
function About({ claim, book }: { claim: Claim; book: ClaimBook }) {
  const area = book.areas.find(({ code }) => code === claim.area)?.name;
  const recipient = claim.project === null ? null : claim.recipientName;
  const where = [recipient, area].filter(Boolean).join(", ");
  const about = where === "" ? claim.note : where;
  if (about === null) return null;
  return (
    <span className="meta" lang="nl">
      {about}
    </span>
  );
}
