import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Fact, Facts } from "@/components/signs/facts";
import type { Claim } from "@/lib/domain/claims/claim";
import type { ClaimBook } from "@/lib/domain/claims/claim-book";
import { claimFigure, publishedWhen, valueText } from "@/lib/views/claims";
import { euro } from "@/lib/views/money";

/** Everything a claim says, one line each; what its source does not say is not there. */
export function ClaimFacts({ claim, book, base }: { claim: Claim; book: ClaimBook; base: string }) {
  const t = useTranslations("claims");
  const locale = useLocale();
  const source = book.sources.find(({ code }) => code === claim.source);
  const area = book.areas.find(({ code }) => code === claim.area);
  const fact = (term: string, value: ReactNode | null | undefined, look?: Fact["look"]): Fact[] =>
    value === null || value === undefined || value === "" ? [] : [{ term: t(`claim.${term}`), value, look }];
  const absent = useTranslations("status.absence");
  return (
    <Facts
      wide
      facts={[
        ...fact("amount", claimFigure(claim, locale) ?? absent("not_published"), "figure"),
        ...fact(
          "rule",
          claim.units === null || claim.unitAmount === null
            ? null
            : t("claim.ruleText", {
                units: valueText({ unit: "count", numerator: claim.units, denominator: 1n }, locale).text,
                name: claim.unitName ?? "",
                amount: euro(claim.unitAmount, locale),
              }),
        ),
        ...fact(
          "band",
          claim.band &&
            t("claim.bandText", { low: euro(claim.band.low, locale), high: euro(claim.band.high, locale) }),
          "figure",
        ),
        ...fact(
          "precision",
          claim.precisionText === null
            ? t(`precision.${claim.precision}`)
            : t("claim.precisionWords", {
                precision: t(`precision.${claim.precision}`),
                words: claim.precisionText,
              }),
        ),
        ...fact(
          "status",
          claim.statusVerb === null
            ? t(`status.${claim.status}`)
            : t("claim.verb", { status: t(`status.${claim.status}`), verb: claim.statusVerb }),
        ),
        ...fact("grain", t(`grain.${claim.grain}`)),
        ...fact("vat", claim.vatText ?? t(`vat.${claim.vatBasis}`)),
        ...fact("period", claim.period ?? t("claim.noPeriod")),
        ...fact("recipient", claim.recipientName),
        ...fact(
          "area",
          area === undefined ? (
            claim.areaMatchText
          ) : (
            <>
              <a href={`${base}/gebieden/${area.code}`}>{area.name}</a>
              <span className="meta">{claim.areaMatchText ?? t(`match.${claim.areaMatch}`)}</span>
            </>
          ),
        ),
        ...fact("project", claim.project),
        ...fact("note", claim.note),
        ...fact("source", source && `${source.title}, ${source.publisher}`),
        ...fact("published", publishedWhen(claim, locale) ?? t("claim.unknownDate"), "figure"),
        ...fact(
          "open",
          source?.address && (
            <a href={source.address} rel="noreferrer">
              {new URL(source.address).hostname}
            </a>
          ),
        ),
      ]}
    />
  );
}
