import { useLocale, useTranslations } from "next-intl";
import { NumberLine } from "@/components/charts/number-line";
import { ConflictBlock } from "@/components/signs/conflict-block";
import type { Calculation } from "@/lib/domain/claims/calculation";
import { type Cents, cents } from "@/lib/domain/money";
import { fixedTotal, roundsTo } from "@/lib/domain/overview/headline";
import type { Contested, Headline } from "@/lib/domain/reconciliation/headline";
import { calculationText } from "@/lib/views/calculations";
import { publishedFigure } from "@/lib/views/claims";
import { lineTicks } from "@/lib/views/line-ticks";
import { euroBillions, euroMillions, millions } from "@/lib/views/money";

type Props = {
  headline: Headline;
  contested: Contested;
  text: string;
  /** Names of the readings by their code. */
  names: ReadonlyMap<string, string>;
  /** How a reading comes to what it adds: "4 × 3 + 15 × 1". */
  made: ReadonlyMap<string, Calculation>;
  base: string;
};

/** Every reading of what the notes come to, side by side and on one line; none is preferred. */
export function HeadlineConflict({ headline, contested, text, names, made, base }: Props) {
  const t = useTranslations("programme");
  const line = useTranslations("claims.conflict");
  const locale = useLocale();
  const fixed = fixedTotal(headline);
  const totals = contested.readings.map(({ code, adds }) => ({ code, adds, total: cents(fixed + adds) }));
  const { band } = headline;
  const rounds = ({ total }: { total: Cents }) => roundsTo(headline, cents(total - fixed));
  const inBand = totals.filter(rounds);
  const figure = publishedFigure(headline.claim.amount, false, locale);
  const name = (code: string) => names.get(code) ?? code;
  const calculation = (code: string) => {
    const found = made.get(code);
    return found === undefined ? null : calculationText(found, locale);
  };
  const chosen = contested.decided === null ? null : name(contested.decided.code);
  const tick = (value: Cents) => ({
    value,
    label: value >= 10n ** 11n ? euroBillions(value, locale) : euroMillions(value, locale),
  });
  return (
    <div className="section">
      <ConflictBlock
        id="conflict"
        state={chosen === null ? "open" : "decided"}
        title={t("conflictTitle", { count: totals.length, rounds: inBand.length, figure })}
        meta={t(chosen === null ? "conflictMeta" : "conflictMetaDecided", { title: contested.title[locale] })}
        footer={
          <>
            <a className="button button-second" href={`${base}/bronconflicten/${contested.conflict}`}>
              {t("evidence")}
            </a>
            <span>{chosen === null ? t("whoDecides") : line("decidedFoot", { reading: chosen })}</span>
          </>
        }
      >
        <p>{text}</p>
        <div className="cols cols-1-1 cols-middle">
          <table>
            <caption className="hidden">{t("readings")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("reading")}</th>
                <th scope="col" className="amount">
                  {t("adds")}
                </th>
                <th scope="col" className="amount">
                  {t("total")}
                </th>
              </tr>
            </thead>
            <tbody>
              {totals.map(({ code, adds, total }) => (
                <tr key={code}>
                  <th scope="row">
                    {name(code)}
                    <span className="meta">
                      {[calculation(code), rounds({ total }) ? null : `${line("rounds")}: ${line("no")}`]
                        .filter(Boolean)
                        .join("; ")}
                    </span>
                  </th>
                  <td className="amount muted">{adds === 0n ? t("notCounted") : millions(adds, locale)}</td>
                  <td className="amount">
                    <strong>{millions(total, locale)}</strong>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {band !== null && (
            <NumberLine
              label={line("line", {
                count: totals.length,
                figures: totals.map(({ total }) => millions(total, locale)).join(", "),
              })}
              readings={totals.map(({ code, total }) => ({
                value: total,
                figure: millions(total, locale),
                name: name(code),
              }))}
              ticks={lineTicks(
                { low: band.low, middle: headline.claim.amount, high: band.high },
                totals.map(({ total }) => total),
              ).map((value) => tick(cents(value)))}
              band={{ from: band.low, to: band.high, label: line("band", { figure }) }}
            />
          )}
        </div>
      </ConflictBlock>
    </div>
  );
}
