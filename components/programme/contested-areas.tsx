import { useLocale, useTranslations } from "next-intl";
import { ClaimSource } from "@/components/claims/claim-source";
import { ConflictBlock } from "@/components/signs/conflict-block";
import { type ClaimBook, decidedReading } from "@/lib/domain/claims/claim-book";
import { claimFigure } from "@/lib/views/claims";
import { placeText } from "@/lib/views/place-words";

/** Awards of which sources give different amounts: every figure with its source, and none in a total. */
export function ContestedAreas({ book, base }: { book: ClaimBook; base: string }) {
  const t = useTranslations("programme.areas");
  const locale = useLocale();
  const open = book.conflicts.filter(
    (conflict) =>
      conflict.kind === "source_conflict" &&
      decidedReading(conflict) === null &&
      conflict.claims.length > 0 &&
      conflict.claims.every((code) => book.claims.find(code)?.area != null),
  );
  return open.map((conflict) => (
    <div className="above-l" key={conflict.code}>
      <ConflictBlock
        id={`conflict-${conflict.code}`}
        level={3}
        small
        title={
          <a href={`${base}/bronconflicten/${conflict.code}`}>
            {locale === "en" ? conflict.titleEn : conflict.titleNl}
          </a>
        }
        meta={conflict.place && placeText(conflict.place, locale)}
      >
        <ul className="plain">
          {conflict.claims.map((code) => {
            const claim = book.claims.need(code);
            return (
              <li key={code}>
                {claimFigure(claim, locale)} <ClaimSource claim={claim} book={book} base={base} />
              </li>
            );
          })}
        </ul>
        <p>{t("contestedText")}</p>
      </ConflictBlock>
    </div>
  ));
}
