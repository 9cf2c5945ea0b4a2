import { useLocale, useTranslations } from "next-intl";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { StatusTag } from "@/components/signs/status-tag";
import {
  type BookConflict,
  type ClaimBook,
  checkOf,
  choicesOf,
  decidedReading,
} from "@/lib/domain/claims/claim-book";
import { exactCents } from "@/lib/domain/claims/value";
import { cents } from "@/lib/domain/money";
import { shortEuro } from "@/lib/views/calculations";

type Props = {
  conflicts: readonly BookConflict[];
  book: ClaimBook;
  base: string;
  caption: string;
  /** Findings ask for no decision, so they have no state. */
  states?: boolean;
};

/** Conflicts and findings with where they are and how they stand. */
export function ConflictList({ conflicts, book, base, caption, states = true }: Props) {
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
            <th scope="col">{t("figures")}</th>
            <th scope="col">{t("severity")}</th>
            {states && <th scope="col">{t("state")}</th>}
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
              <td className="tnum">
                <ConflictFigures conflict={conflict} book={book} />
              </td>
              <td>
                <StatusTag kind="finding" status={conflict.severity} />
              </td>
              {states && (
                <td>
                  {conflict.kind === "source_conflict" && (
                    <StatusTag kind="conflict" status={decidedReading(conflict) === null ? "open" : "decided"} />
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

/** The figures at stake: every reading once, or the first difference where there are no readings. */
function ConflictFigures({ conflict, book }: { conflict: BookConflict; book: ClaimBook }) {
  const locale = useLocale();
  const t = useTranslations("programme.notes");
  const check = checkOf(book, conflict);
  const readings = conflict.kind === "finding" ? (check?.readings ?? []) : choicesOf(book, conflict);
  const found = readings.map(({ amount }) => amount).filter((amount) => amount !== null);
  const [first] = check?.differences ?? [];
  const differs = first?.calculation == null ? null : exactCents(first.calculation.value);
  const shown = [...new Set(found.length > 0 ? found : differs === null ? [] : [differs])];
  return shown.map((amount) => shortEuro(cents(amount), locale)).join(` ${t("or")} `);
}
