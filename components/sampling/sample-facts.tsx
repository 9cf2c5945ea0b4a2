import { useLocale, useTranslations } from "next-intl";
import { Facts } from "@/components/signs/facts";
import { cents } from "@/lib/domain/money";
import type { SampleHeader } from "@/lib/domain/sampling/sample";
import { instant } from "@/lib/views/dates";
import { count } from "@/lib/views/digits";
import { euro } from "@/lib/views/money";
import { spacedHash } from "@/lib/views/reports";
import { factorText } from "@/lib/views/sampling";
import { shareText } from "@/lib/views/sisa";
import { PopulationWords } from "./population-words";

/** Everything that is needed to draw the sample again, by us or by anybody. */
export function SampleFacts({ header }: { header: SampleHeader }) {
  const t = useTranslations("sampling.facts");
  const methods = useTranslations("sampling.methods");
  const locale = useLocale();
  const { population, interval, factor, start, allowed } = header;
  return (
    <>
      <Facts
        wide
        facts={[
          { term: t("purpose"), value: header.purpose },
          { term: t("population"), value: <PopulationWords population={population} /> },
          {
            term: t("known"),
            value: t("knownText", {
              at: instant(new Date(population.knownAt), locale, "second"),
              seq: String(population.ledgerSeq),
            }),
            look: "figure",
          },
          { term: t("method"), value: methods(header.method) },
          {
            term: t("shares"),
            value: t("sharesText", {
              confidence: shareText(header.confidence, locale),
              tolerable: shareText(header.tolerable, locale),
              expected: shareText(header.expected, locale),
            }),
          },
          ...(interval === null || factor === null || start === null
            ? [
                {
                  term: t("size"),
                  value: t("sizeText", {
                    size: count(header.size, locale),
                    allowed: count(allowed ?? 0, locale),
                  }),
                },
              ]
            : [
                {
                  term: t("interval"),
                  value: t("intervalText", {
                    interval: euro(interval, locale),
                    factor: factorText(factor, locale),
                  }),
                  look: "figure" as const,
                },
                { term: t("start"), value: euro(cents(start), locale), look: "figure" as const },
              ]),
          { term: t("seed"), value: header.seed, look: "mono" },
          { term: t("digest"), value: spacedHash(population.digest), look: "mono" },
          {
            term: t("drawn"),
            value: t("drawnText", { who: header.drawnBy, at: instant(header.drawnAt, locale) }),
          },
        ]}
      />
      <details className="above-s">
        <summary>{t("generator")}</summary>
        <p className="small">{t(`generatorText.${header.method}`, { name: header.generator })}</p>
      </details>
    </>
  );
}
