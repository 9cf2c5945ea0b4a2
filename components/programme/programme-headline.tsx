import { useLocale, useTranslations } from "next-intl";
import { ClaimSource } from "@/components/claims/claim-source";
import type { KeyFigure } from "@/components/signs/key-figures";
import { LeadFigure } from "@/components/signs/lead-figure";
import type { ClaimBook } from "@/lib/domain/claims/claim-book";
import type { Landed } from "@/lib/domain/claims/landed";
import { sum } from "@/lib/domain/money";
import type { Lane } from "@/lib/domain/overview/headline";
import type { Headline } from "@/lib/domain/reconciliation/headline";
import { publishedFigure, qualifier, spaced } from "@/lib/views/claims";
import { euroMillions } from "@/lib/views/money";

type Props = {
  headline: Headline;
  lanes: readonly Lane[];
  landed: Landed;
  book: ClaimBook;
  base: string;
  extra: readonly KeyFigure[];
};

/** The published total, what it is and is not, and the figures beside it. */
export function ProgrammeHeadline({ headline, lanes, landed, book, base, extra }: Props) {
  const t = useTranslations("programme");
  const locale = useLocale();
  const claim = book.claims.need(headline.claim.code);
  const certain = lanes.filter(({ figures, conflict }) => figures.length === 1 && conflict === null);
  const total = (some: readonly Lane[]) => sum(some.flatMap(({ figures }) => figures));
  const exclusive = certain.filter(({ stream }) => stream?.earmark === "exclusive");
  const notes = exclusive.flatMap(({ note }) => (note === null ? [] : [String(note)]));
  return (
    <LeadFigure
      id="reservering"
      heading={t("reservation")}
      qualifier={spaced(qualifier(claim, locale))}
      figure={publishedFigure(headline.claim.amount, false, locale)}
      source={<ClaimSource claim={claim} book={book} base={base} />}
      figures={[
        {
          label: t("fixed"),
          figure: euroMillions(total(certain), locale),
          href: "#noten",
          sub: t("fixedText", { count: certain.length, all: lanes.length }),
        },
        ...(extra.length > 0
          ? extra
          : [
              {
                label: t("exclusive"),
                figure: euroMillions(total(exclusive), locale),
                href: "#noten",
                sub: t("exclusiveText", { list: notes.join(", ") }),
              },
              {
                label: t("perMunicipality"),
                figure: `${landed.areasWithAward}/${landed.areas.length}`,
                href: "#gebieden",
                sub: t("perMunicipalityText", { count: landed.areasWithAward, all: landed.areas.length }),
              },
            ]),
      ]}
    >
      {claim.quote !== null && t("notLedger", { quote: claim.quote })}
    </LeadFigure>
  );
}
