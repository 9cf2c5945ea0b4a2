import { useLocale, useTranslations } from "next-intl";
import { NumberLine } from "@/components/charts/number-line";
import { Alert } from "@/components/signs/alert";
import { AmountCell } from "@/components/signs/amount";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { SourceLink } from "@/components/signs/source-link";
import { type Cents, cents } from "@/lib/domain/money";
import type { MonetaryOutcome } from "@/lib/domain/sampling/outcome";
import { PROJECTED, type Projection } from "@/lib/domain/sampling/projection";
import { euro, percentage } from "@/lib/views/money";
import { factorText } from "@/lib/views/sampling";
import { shareText } from "@/lib/views/sisa";

type ProjectionTableProps = {
  outcome: MonetaryOutcome;
  interval: Cents;
  confidence: number;
  href: (seq: bigint) => string;
};

const ROWS = ["known", "projected", "mostLikely", "basic", "incremental", "upper"] as const;
const LOOK: Partial<Record<(typeof ROWS)[number], string>> = { mostLikely: "sum", upper: "total" };

/** From what was found to what the population can hold, row by row: every amount is in the sum under it. */
export function ProjectionTable({ outcome, interval, confidence, href }: ProjectionTableProps) {
  const t = useTranslations("sampling.projection");
  const locale = useLocale();
  const { projections, tolerable, supports, under } = outcome;
  const { together } = projections;
  const words = {
    upper: euro(together.upper, locale),
    tolerable: euro(tolerable, locale),
    confidence: shareText(confidence, locale),
  };
  return (
    <>
      <Alert
        id="conclusie"
        level={3}
        tone={supports ? "ok" : "warn"}
        title={t(supports ? "supports" : "doesNot", words)}
      >
        <p>{t(supports ? "supportsText" : "doesNotText", words)}</p>
      </Alert>
      <NumberLine
        label={t("picture", { ...words, likely: euro(together.mostLikely, locale) })}
        readings={[
          { value: together.mostLikely, figure: euro(together.mostLikely, locale), name: t("likelyShort") },
          { value: together.upper, figure: euro(together.upper, locale), name: t("upperShort") },
        ]}
        ticks={[
          { value: cents(0n), label: euro(cents(0n), locale) },
          { value: tolerable, label: euro(tolerable, locale) },
        ]}
        band={{ from: cents(0n), to: tolerable, label: t("tolerable") }}
      />
      <ScrollRegion label={t("caption")}>
        <table className="compact">
          <caption className="hidden">{t("caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("row")}</th>
              {PROJECTED.map((of) => (
                <th scope="col" className="amount" key={of}>
                  {t(`of.${of}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ROWS.map((row) => (
              <tr key={row} className={LOOK[row]}>
                <th scope="row">
                  {t(`rows.${row}`)}
                  <span className="meta">
                    {t(`texts.${row}`, {
                      factor: factorText(together.basicFactor, locale),
                      interval: euro(interval, locale),
                    })}
                  </span>
                </th>
                {PROJECTED.map((of) => (
                  <AmountCell key={of} value={projections[of][row]} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {together.items.length > 0 && <ProjectedItems projection={together} href={href} />}
      <p className="above-m">
        {t("under", {
          found: euro(under.found, locale),
          projected: euro(under.projected, locale),
          any: under.found > 0n ? "yes" : "no",
        })}
      </p>
      <p className="small">{t("formula")}</p>
      <p className="small">
        <SourceLink wrap>{t("source")}</SourceLink>
      </p>
    </>
  );
}

/** Each difference with what it stands for, the largest share first: that is the order of the allowance. */
function ProjectedItems({ projection, href }: { projection: Projection; href: (seq: bigint) => string }) {
  const t = useTranslations("sampling.projection.items");
  const locale = useLocale();
  return (
    <ScrollRegion label={t("caption")}>
      <table className="compact">
        <caption className="hidden">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("item")}</th>
            {(["booked", "found", "share", "projected", "rise", "allowance"] as const).map((name) => (
              <th scope="col" className="amount" key={name}>
                {t(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {projection.items.map((item) => (
            <tr key={String(item.seq)}>
              <th scope="row" className="nowrap">
                <a href={href(item.seq)}>{t("entry", { seq: String(item.seq) })}</a>
              </th>
              <AmountCell value={item.booked} />
              <AmountCell value={item.found} />
              <td className="amount">{percentage(item.found, item.booked, locale)}</td>
              <AmountCell value={item.projected} />
              <td className="amount">{factorText(item.rise, locale)}</td>
              <AmountCell value={item.allowance} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="total">
            <th scope="row" colSpan={4}>
              {t("total")}
            </th>
            <AmountCell value={projection.projected} />
            <td />
            <AmountCell value={projection.incremental} />
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  );
}
