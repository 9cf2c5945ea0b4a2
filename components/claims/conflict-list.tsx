import { useLocale, useTranslations } from "next-intl";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { StackHead } from "@/components/signs/stack-head";
import { StatusTag } from "@/components/signs/status-tag";
import { type BookConflict, type ClaimBook, checkOf, choicesOf } from "@/lib/domain/claims/claim-book";
import { conflictState } from "@/lib/domain/claims/conflict-state";
import { exactCents } from "@/lib/domain/claims/value";
import { eitherOf, shortEuro } from "@/lib/views/calculations";
import { valueText } from "@/lib/views/claims";
import { placeText } from "@/lib/views/place-words";

type Props = {
  conflicts: readonly BookConflict[];
  book: ClaimBook;
  base: string;
  /** What the address of each goes on with. */
  query?: string;
  caption: string;
  /** Findings ask for no decision, so they have no state. */
  states?: boolean;
};

/** Conflicts and findings with where they are and how they stand. */
export function ConflictList({ conflicts, book, base, query = "", caption, states = true }: Props) {
  const t = useTranslations("claims.conflicts");
  const locale = useLocale();
  return (
    <ScrollRegion label={caption}>
      <table className="compact stack stack-2" role="table">
        <caption className="hidden">{caption}</caption>
        <StackHead
          columns={[t("what"), t("place"), t("figures"), t("severity"), ...(states ? [t("state")] : [])]}
        />
        <tbody role="rowgroup">
          {conflicts.map((conflict) => (
            <tr role="row" key={conflict.code}>
              <th scope="row" role="rowheader">
                <a href={`${base}/bronconflicten/${conflict.code}${query}`}>
                  {locale === "en" ? conflict.titleEn : conflict.titleNl}
                </a>
                <span className="meta">{conflict.code}</span>
              </th>
              <td role="cell" data-label={t("place")}>
                {conflict.place && placeText(conflict.place, locale)}
              </td>
              <td role="cell" className="tnum" data-label={t("figures")}>
                <ConflictFigures conflict={conflict} book={book} />
              </td>
              <td role="cell" data-label={t("severity")}>
                <StatusTag kind="finding" status={conflict.severity} />
              </td>
              {states && (
                <td role="cell" data-label={t("state")}>
                  {conflict.kind === "source_conflict" && (
                    <StatusTag kind="conflict" status={conflictState(book, conflict)} />
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** The figures at stake: every reading once; else the first difference or step; else that there is none. */
function ConflictFigures({ conflict, book }: { conflict: BookConflict; book: ClaimBook }) {
  const locale = useLocale();
  const t = useTranslations("claims.conflicts");
  const check = checkOf(book, conflict);
  const readings = conflict.kind === "finding" ? (check?.readings ?? []) : choicesOf(book, conflict);
  const amounts = [...new Set(readings.flatMap(({ amount }) => amount ?? []))];
  if (amounts.length > 0) return eitherOf(amounts, t("or"), locale);
  const [first] = [...(check?.differences ?? []), ...(check?.steps ?? [])].flatMap(
    ({ calculation }) => calculation ?? [],
  );
  if (first === undefined) return <span className="muted">{t("noFigure")}</span>;
  const exact = exactCents(first.value);
  return exact === null ? valueText(first.value, locale).text : shortEuro(exact, locale);
}
