import { useTranslations } from "next-intl";
import { AmountCell } from "@/components/signs/amount";
import { DiffTag } from "@/components/signs/diff-tag";
import type { Claim } from "@/lib/domain/claims/claim";
import type { ClaimBook } from "@/lib/domain/claims/claim-book";
import { findConflicts } from "@/lib/domain/claims/find-conflicts";
import { cents, sum } from "@/lib/domain/money";
import { ClaimAmount } from "./claim-amount";
import { ClaimTable } from "./claim-table";
import { CAUSES } from "./difference-causes";

type PartsProps = { claim: Claim; book: ClaimBook; base: string };

/** What a published total is made of, as far as that was published, and by name what is left. */
export function ClaimParts({ claim, book, base }: PartsProps) {
  const t = useTranslations("claims.claim");
  const parts = book.claims.linkedTo(claim.code, "part_of");
  if (parts.length === 0) return null;
  const known = sum(parts.flatMap(({ amount }) => amount ?? []));
  const gap = claim.amount === null ? null : cents(claim.amount - known);
  const conflict = findConflicts(book.claims).find(
    ({ kind, claims }) => kind === "parts_versus_total" && claims[0] === claim.code,
  );
  return (
    <section className="section">
      <h2 id="bestaat-uit">{t("parts")}</h2>
      <ClaimTable claims={parts} book={book} base={base} caption={t("parts")}>
        {claim.amount !== null && (
          <tfoot role="rowgroup">
            <tr role="row" className="sum">
              <th scope="row" role="rowheader">
                {t("partsSum", { count: parts.length })}
              </th>
              <AmountCell value={known} />
              <td role="cell" className="wide-only" colSpan={2} />
            </tr>
            {gap !== null && gap !== 0n && (
              <tr role="row" className="diff">
                <th scope="row" role="rowheader">
                  {t("partsGap")}
                </th>
                <AmountCell value={gap} />
                <td role="cell" className="wide-only" colSpan={2}>
                  <DiffTag cause={conflict === undefined ? "unexplained" : CAUSES[conflict.cause]} />
                </td>
              </tr>
            )}
            <tr role="row" className="total">
              <th scope="row" role="rowheader">
                {t("partsTotal")}
              </th>
              <td role="cell" className="amount">
                <ClaimAmount claim={claim} />
              </td>
              <td role="cell" className="wide-only" colSpan={2} />
            </tr>
          </tfoot>
        )}
      </ClaimTable>
    </section>
  );
}
