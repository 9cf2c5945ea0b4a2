import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { NumberLine } from "@/components/charts/number-line";
import { Absent } from "@/components/signs/absent";
import { DiffTag } from "@/components/signs/diff-tag";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { StatusTag } from "@/components/signs/status-tag";
import type { Calculation } from "@/lib/domain/claims/calculation";
import type { Check } from "@/lib/domain/claims/checks/check";
import type { Choice } from "@/lib/domain/claims/claim-book";
import type { Cause } from "@/lib/domain/claims/find-conflicts";
import { cents } from "@/lib/domain/money";
import { calculationText, publishedFigure, valueText } from "@/lib/views/claims";
import { euro } from "@/lib/views/money";
import type { DifferenceCause } from "@/lib/views/status";

type ReadingsProps = {
  choices: readonly Choice[];
  names: ReadonlyMap<string, string>;
  calculations: ReadonlyMap<string, Calculation>;
  chosen: string | null;
  band: { readonly low: bigint; readonly high: bigint; readonly middle: bigint } | null;
};

/** Every reading with how it comes about, and the same on a line; none is preferred until it is chosen. */
export function Readings({ choices, names, calculations, chosen, band }: ReadingsProps) {
  const t = useTranslations("claims.conflict");
  const locale = useLocale();
  const rounding = choices.some(({ rounds }) => rounds !== null);
  const inBand = choices.filter(({ rounds, amount }) => rounds === true && amount !== null);
  return (
    <div className={band === null ? undefined : "cols cols-1-1 cols-middle"}>
      <ScrollRegion label={t("readings")}>
        <table>
          <caption className="hidden">{t("readings")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("reading")}</th>
              <th scope="col" className="amount">
                {t("amount")}
              </th>
              {rounding && <th scope="col">{t("rounds")}</th>}
            </tr>
          </thead>
          <tbody>
            {choices.map(({ code, amount, rounds }) => (
              <tr key={code}>
                <th scope="row">
                  {names.get(code) ?? code}
                  <Made calculation={calculations.get(code) ?? null} />
                  {chosen === code && <StatusTag kind="conflict" status="decided" />}
                </th>
                <td className="amount">
                  {amount === null ? <Absent reason="not_published" /> : euro(cents(amount), locale)}
                </td>
                {rounding && <td>{rounds === null ? null : t(rounds ? "yes" : "no")}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {band !== null && (
        <NumberLine
          label={t("line", {
            count: inBand.length,
            figures: inBand
              .map(({ amount }) => publishedFigure(cents(amount ?? 0n), false, locale))
              .join(", "),
          })}
          readings={inBand.map(({ code, amount }) => ({
            value: cents(amount ?? 0n),
            figure: publishedFigure(cents(amount ?? 0n), false, locale),
            name: names.get(code) ?? code,
          }))}
          ticks={[band.low, band.middle, band.high].map((value) => ({
            value: cents(value),
            label: publishedFigure(cents(value), false, locale),
          }))}
          band={{
            from: cents(band.low),
            to: cents(band.high),
            label: t("band", { figure: publishedFigure(cents(band.middle), false, locale) }),
          }}
        />
      )}
    </div>
  );
}

/** The sum behind a figure; a single claim needs none. */
function Made({ calculation }: { calculation: Calculation | null }) {
  const locale = useLocale();
  if (calculation === null || calculation.op === "claim") return null;
  return <span className="meta">{calculationText(calculation, locale)}</span>;
}

const CAUSES: Readonly<Record<Cause, DifferenceCause>> = {
  source_conflict: "source_conflict",
  rounding: "rounding",
  norm_versus_ceiling: "norm_or_ceiling",
  outside_areas: "outside_areas",
  overlap: "overlap",
  gross_net_bcf: "vat_compensation",
  timing: "timing",
  not_published: "not_published",
  unexplained: "unexplained",
};

/** The differences, the steps in between and what is only compared; all of it computed from the claims. */
export function CheckFigures({ check, listed }: { check: Check; listed: (value: string) => ReactNode }) {
  const t = useTranslations("claims");
  const locale = useLocale();
  const value = (calculation: Calculation) => {
    const { text, rounded } = valueText(calculation.value, locale);
    return rounded ? t("conflict.notWhole", { figure: text }) : text;
  };
  return (
    <>
      {check.differences.length > 0 && (
        <Block
          id="verschillen"
          title={t("conflict.differences")}
          heads={[t("conflict.difference"), t("conflict.figure"), t("conflict.cause")]}
        >
          {check.differences.map(({ code, calculation, cause }) => (
            <tr key={code} className="diff">
              <th scope="row">
                {t(`difference.${code}`)}
                <Made calculation={calculation} />
              </th>
              <td className="amount">
                {calculation === null ? <Absent reason="not_published" /> : value(calculation)}
              </td>
              <td>
                <DiffTag cause={CAUSES[cause]} />
              </td>
            </tr>
          ))}
        </Block>
      )}
      {check.steps.length > 0 && (
        <Block id="stappen" title={t("conflict.steps")} heads={[t("conflict.step"), t("conflict.figure")]}>
          {check.steps.map(({ code, calculation }) => (
            <tr key={code}>
              <th scope="row">
                {t(`step.${code}`)}
                <Made calculation={calculation} />
              </th>
              <td className="amount">{value(calculation)}</td>
            </tr>
          ))}
        </Block>
      )}
      {check.listings.length > 0 && (
        <section className="section" aria-labelledby="naast-elkaar">
          <h2 id="naast-elkaar">{t("conflict.listings")}</h2>
          <dl className="facts facts-wide">
            {check.listings.map(({ code, distinct }) => (
              <div key={code}>
                <dt>{t(`listing.${code}`)}</dt>
                <dd>
                  {distinct.map((one, index) => (
                    <span key={one}>
                      {index > 0 && ", "}
                      {listed(one)}
                    </span>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </>
  );
}

type BlockProps = { id: string; title: string; heads: readonly string[]; children: ReactNode };

function Block({ id, title, heads, children }: BlockProps) {
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ScrollRegion label={title}>
        <table className="compact">
          <caption className="hidden">{title}</caption>
          <thead>
            <tr>
              {heads.map((head, index) => (
                <th scope="col" key={head} className={index === 1 ? "amount" : undefined}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}
