import { useLocale, useTranslations } from "next-intl";
import type { Claim } from "@/lib/domain/claims/claim";
import { type ClaimBook, laterThan } from "@/lib/domain/claims/claim-book";
import { fraction } from "@/lib/domain/claims/value";
import { shortEuro } from "@/lib/views/calculations";
import { claimFigure, publishedWhen, valueText } from "@/lib/views/claims";

type Props = { claim: Claim; book: ClaimBook; base: string };

/** What else the same note says: for whom, how many, at what price, and what was published in its place later. */
export function NoteAside({ claim, book, base }: Props) {
  const t = useTranslations("programme.notes");
  const locale = useLocale();
  const count = (units: bigint) => valueText(fraction("count", units), locale).text;
  const targets = book.indicators.filter(
    ({ source, place, target }) => source === claim.source && place === claim.place && target !== null,
  );
  const rule =
    claim.units !== null && claim.unitAmount !== null
      ? [`${count(claim.units)} × ${shortEuro(claim.unitAmount, locale)}`]
      : [];
  const said = [
    claim.recipientName,
    ...targets.map(
      ({ target, unitNl, unitEn }) => `${count(target ?? 0n)} ${locale === "en" ? unitEn : unitNl}`,
    ),
    ...rule,
  ].filter(Boolean);
  const later = laterThan(book, claim.code);
  return (
    <>
      {said.length > 0 && <span className="meta">{said.join("; ")}</span>}
      {later.length > 0 && (
        <span className="meta">
          {t("later", { count: later.length })}:{" "}
          {later.map((one, index) => (
            <span key={one.code}>
              {index > 0 && ", "}
              <a href={`${base}/claims/${one.code}`}>{claimFigure(one, locale)}</a> (
              {publishedWhen(one, locale) ?? t("noDate")})
            </span>
          ))}
        </span>
      )}
    </>
  );
}
