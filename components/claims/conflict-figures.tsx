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
import { exactCents } from "@/lib/domain/claims/value";
import { cents } from "@/lib/domain/money";
import { calculationText, inUnit, shortEuro, unitFor } from "@/lib/views/calculations";
import { publishedFigure, valueText } from "@/lib/views/claims";
import { lineTicks } from "@/lib/views/line-ticks";
import { CAUSES } from "./difference-causes";

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
  const unit = unitFor(choices.flatMap(({ amount }) => amount ?? []));
  const lines = onLine(choices);
  const ticks =
    band === null
      ? []
      : lineTicks(
          band,
          lines.map(({ amount }) => amount),
        );
  const figure = (amount: bigint) => shortEuro(cents(amount), locale);
  const nameOf = (code: string) => names.get(code) ?? code;
  return (
    <div className={band === null ? undefined : "cols cols-1-1 cols-middle"}>
      <ScrollRegion label={t("readingsTable")}>
        <table>
          <caption className="hidden">{t("readingsTable")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("reading")}</th>
              <th scope="col" className="amount">
                {t(`unit.${unit}`)}
              </th>
              {rounding && <th scope="col">{t("rounds")}</th>}
            </tr>
          </thead>
          <tbody>
            {choices.map(({ code, amount, rounds }) => (
              <tr key={code}>
                <th scope="row">
                  {nameOf(code)}
                  <Made calculation={calculations.get(code) ?? null} />
                  {chosen === code && <StatusTag kind="conflict" status="decided" />}
                </th>
                <td className="amount">
                  {amount === null ? (
                    <Absent reason="not_published" />
                  ) : (
                    <strong>{inUnit(cents(amount), unit, locale)}</strong>
                  )}
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
            count: lines.length,
            figures: lines.map(({ amount }) => figure(amount)).join(", "),
          })}
          readings={lines.map(({ code, amount }) => ({
            value: cents(amount),
            figure: figure(amount),
            name: nameOf(code),
          }))}
          ticks={ticks.map((value) => ({
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

/** Readings that come to the same amount are one mark on the line, under the first of their names. */
function onLine(choices: readonly Choice[]): { amount: bigint; code: string }[] {
  const marks = new Map<bigint, string>();
  for (const { code, amount } of choices) if (amount !== null && !marks.has(amount)) marks.set(amount, code);
  return [...marks].map(([amount, code]) => ({ amount, code }));
}

/** The sum behind a figure; a single claim needs none. */
function Made({ calculation }: { calculation: Calculation | null }) {
  const t = useTranslations("claims.conflict");
  const locale = useLocale();
  if (calculation === null || calculation.op === "claim" || calculation.op === "count") return null;
  return (
    <span className="meta">
      {calculation.op === "rows"
        ? t("rows", { count: calculation.claims.length })
        : calculationText(calculation, locale)}
    </span>
  );
}

/** The differences, the steps in between and what is only compared; all of it computed from the claims. */
export function CheckFigures({
  check,
  listed,
}: {
  check: Check;
  listed: (listing: string, value: string) => ReactNode;
}) {
  const t = useTranslations("claims");
  const locale = useLocale();
  const value = ({ value: found }: Calculation) => {
    const exact = exactCents(found);
    if (exact !== null) return shortEuro(exact, locale);
    const { text, rounded } = valueText(found, locale);
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
                      {listed(code, one)}
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
    <section className="section">
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
