import { useTranslations } from "next-intl";
import { AmountCell } from "@/components/signs/amount";
import { DiffTag } from "@/components/signs/diff-tag";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { StatusTag } from "@/components/signs/status-tag";
import type { YearOutcome } from "@/lib/domain/distribution/distribute";
import type { KeyDefinition } from "@/lib/domain/distribution/key";
import { usePartWords } from "./key-words";

type ProofProps = {
  definition: KeyDefinition;
  years: readonly YearOutcome[];
  names: ReadonlyMap<string, string>;
};

/** Part by part what was handed out: with what is left, under its own name, it is the pot to the cent. */
export function Proof({ definition, years, names }: ProofProps) {
  const t = useTranslations("distribution.proof");
  const sentence = usePartWords(names);
  const handing = definition.parts.filter(({ kind }) => kind !== "floor" && kind !== "cap");
  const normed = years.some(({ norms }) => norms.length > 0);
  return (
    <>
      <ScrollRegion label={t("caption")}>
        <table className="compact">
          <caption className="hidden">{t("caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("part")}</th>
              {years.map(({ year }) => (
                <th scope="col" className="amount" key={year}>
                  {year}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {handing.map((part, index) => (
              <tr key={index}>
                <th scope="row">{sentence(part)}</th>
                {years.map(({ year, parts }) => (
                  <AmountCell key={year} value={parts[index]?.handedOut ?? null} absent="none" />
                ))}
              </tr>
            ))}
            <tr className="sum">
              <th scope="row">{t("sum")}</th>
              {years.map(({ year, sum }) => (
                <AmountCell key={year} value={sum} />
              ))}
            </tr>
            {years.some(({ left }) => left !== 0n) && (
              <tr className="diff">
                <th scope="row">
                  {t("left")} <DiffTag cause={normed ? "norm_or_ceiling" : "not_yet_allocated"} />
                </th>
                {years.map(({ year, left }) => (
                  <AmountCell key={year} value={left} />
                ))}
              </tr>
            )}
          </tbody>
          <tfoot>
            <tr className="total">
              <th scope="row">
                {t("pot")} <StatusTag kind="balance" status="closes" />
              </th>
              {years.map(({ year, pot }) => (
                <AmountCell key={year} value={pot} />
              ))}
            </tr>
          </tfoot>
        </table>
      </ScrollRegion>
      {normed && (
        <div className="above-m">
          <Norms years={years} />
        </div>
      )}
    </>
  );
}

/** Norm times units beside what there was to hand out. */
function Norms({ years }: { years: readonly YearOutcome[] }) {
  const t = useTranslations("distribution.proof");
  const rows = years.flatMap(({ year, norms }) => norms.map((norm) => ({ year, ...norm })));
  return (
    <ScrollRegion label={t("normCaption")}>
      <table className="compact">
        <caption>{t("normCaption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("year")}</th>
            <th scope="col" className="amount">
              {t("norm")}
            </th>
            <th scope="col" className="amount">
              {t("ceiling")}
            </th>
            <th scope="col" className="amount">
              {t("difference")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ year, norm, ceiling, difference }, index) => (
            <tr key={index}>
              <th scope="row">{year}</th>
              <AmountCell value={norm} />
              <AmountCell value={ceiling} />
              <AmountCell value={difference} />
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
