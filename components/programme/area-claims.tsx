import { useTranslations } from "next-intl";
import { ClaimAmount } from "@/components/claims/claim-amount";
import { ClaimSource } from "@/components/claims/claim-source";
import { AmountCell } from "@/components/signs/amount";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { StackHead } from "@/components/signs/stack-head";
import type { Claim } from "@/lib/domain/claims/claim";
import type { ClaimBook } from "@/lib/domain/claims/claim-book";
import { type Cents, cents, sum } from "@/lib/domain/money";

type Props = {
  id: string;
  title: string;
  claims: readonly Claim[];
  book: ClaimBook;
  base: string;
  /** Only amounts to the cent add up; everything else stands by itself. */
  total?: boolean;
};

/** Published figures of one kind for an area. */
export function AreaClaims({ id, title, claims, book, base, total = false }: Props) {
  const t = useTranslations("programme.areaPage");
  const words = useTranslations("claims.match");
  if (claims.length === 0) return null;
  const amounts = claims.map(({ amount }): Cents => amount ?? cents(0n));
  return (
    <section className="section">
      <h2 id={id}>{title}</h2>
      <ScrollRegion label={title}>
        <table className="compact stack stack-2" role="table">
          <caption className="hidden">{title}</caption>
          <StackHead
            columns={[t("project"), { amount: t("amount") }, t("stream"), t("match"), t("source")]}
          />
          <tbody role="rowgroup">
            {claims.map((claim) => (
              <tr role="row" key={claim.code}>
                <th scope="row" role="rowheader">
                  <a href={`${base}/claims/${claim.code}`}>
                    {claim.project ?? claim.recipientName ?? claim.code}
                  </a>
                </th>
                <td role="cell" className="amount">
                  <ClaimAmount claim={claim} />
                </td>
                <td role="cell" data-label={t("stream")}>
                  {book.streams.find(({ code }) => code === claim.stream)?.shortName}
                </td>
                <td role="cell" data-label={t("match")}>
                  {claim.areaMatchText ?? words(claim.areaMatch)}
                </td>
                <td role="cell" data-label={t("source")}>
                  <ClaimSource claim={claim} book={book} base={base} />
                </td>
              </tr>
            ))}
          </tbody>
          {total && (
            <tfoot role="rowgroup">
              <tr role="row" className="total">
                <th scope="row" role="rowheader">
                  {t("sumExact")}
                </th>
                <AmountCell value={sum(amounts)} />
                <td role="cell" className="wide-only" colSpan={3} />
              </tr>
            </tfoot>
          )}
        </table>
      </ScrollRegion>
    </section>
  );
}
