import { useLocale, useTranslations } from "next-intl";
import { AmountCell } from "@/components/signs/amount";
import { Facts } from "@/components/signs/facts";
import { KeyFigures } from "@/components/signs/key-figures";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { type Cents, cents } from "@/lib/domain/money";
import { instant, shortDate } from "@/lib/views/dates";
import { euro } from "@/lib/views/money";
import { BasisBridge, type ShownDecision } from "./basis-bridge";
import { DecisionTable, type ListedDecision } from "./decision-table";

interface Allocation {
  readonly municipality: string;
  readonly decisionNumber: string;
  readonly decisionOn: string;
  readonly decisions: readonly (ShownDecision & ListedDecision)[];
  readonly years: readonly { year: number; amount: Cents }[];
  readonly allocated: Cents;
  readonly spent: Cents;
  readonly advanced: Cents;
  readonly settlement: unknown;
  readonly entries: readonly {
    seq: bigint;
    kind: string;
    effectiveOn: string;
    recordedAt: Date;
    amount: Cents;
    reason: string;
    by: string;
  }[];
}

/** What was decided, what it is per year, and every entry that made it so. */
export function AllocationDetail({
  allocation,
  base,
  journal,
  historyOf,
}: {
  allocation: Allocation;
  base: string;
  journal: boolean;
  /** Where the history of an amount can be read, for who may. */
  historyOf?: (year: number | null) => string;
}) {
  const t = useTranslations("allocations.detail");
  const locale = useLocale();
  const { allocated, spent, advanced } = allocation;
  return (
    <>
      <KeyFigures
        exact
        figures={[
          { label: t("allocated"), figure: euro(allocated, locale) },
          { label: t("advanced"), figure: euro(advanced, locale) },
          { label: t("spent"), figure: euro(spent, locale), sub: t("accepted") },
          {
            label: t(allocation.settlement === null ? "left" : "lapsed"),
            figure: euro(cents(allocated - spent), locale),
          },
        ]}
      />
      <div className="cols cols-1-1 section">
        <section aria-labelledby="besluit">
          <h2 id="besluit">{t("decision")}</h2>
          <Facts
            facts={[
              { term: t("recipient"), value: allocation.municipality },
              { term: t("decisionNumber"), value: allocation.decisionNumber },
              { term: t("decisionOn"), value: shortDate(allocation.decisionOn, locale), look: "figure" },
            ]}
          />
        </section>
        <section aria-labelledby="jaren">
          <h2 id="jaren">{t("years")}</h2>
          <table className="compact">
            <caption className="hidden">{t("years")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("year")}</th>
                <th scope="col" className="amount">
                  {t("amount")}
                </th>
              </tr>
            </thead>
            <tbody>
              {allocation.years.map(({ year, amount }) => (
                <tr key={year}>
                  <th scope="row">{year}</th>
                  <AmountCell value={amount} href={historyOf?.(year)} />
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr className="total">
                <th scope="row">{t("total")}</th>
                <AmountCell value={allocated} href={historyOf?.(null)} />
              </tr>
            </tfoot>
          </table>
        </section>
      </div>
      {allocation.decisions.length > 0 && <DecisionTable decisions={allocation.decisions} base={base} />}
      {allocation.decisions.some(({ grossCents }) => grossCents !== null) && (
        <BasisBridge decisions={allocation.decisions} base={base} />
      )}
      <section className="section" aria-labelledby="posten">
        <h2 id="posten">{t("entries")}</h2>
        <ScrollRegion label={t("entries")}>
          <table className="compact">
            <caption className="hidden">{t("entries")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("entry")}</th>
                <th scope="col">{t("what")}</th>
                <th scope="col">{t("effectiveOn")}</th>
                <th scope="col">{t("recordedAt")}</th>
                <th scope="col" className="amount">
                  {t("amount")}
                </th>
                <th scope="col">{t("reason")}</th>
              </tr>
            </thead>
            <tbody>
              {allocation.entries.map(({ seq, kind, effectiveOn, recordedAt, amount, reason, by }) => (
                <tr key={String(seq)}>
                  <th scope="row" className="tnum">
                    {journal ? <a href={`${base}/grootboek/${seq}`}>{String(seq)}</a> : String(seq)}
                  </th>
                  <td>{t(`kinds.${kind}`)}</td>
                  <td className="tnum nowrap">{shortDate(effectiveOn, locale)}</td>
                  <td className="tnum nowrap">{instant(recordedAt, locale)}</td>
                  <AmountCell value={amount} />
                  <td>
                    {reason}
                    <span className="meta">{by}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      </section>
    </>
  );
}
