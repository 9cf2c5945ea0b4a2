import { useTranslations } from "next-intl";
import { ShareBar } from "@/components/charts/share-bar";
import { AmountCell } from "@/components/signs/amount";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { cents } from "@/lib/domain/money";
import { compared, type EffectRow, effectTotal } from "@/lib/domain/scenarios/effect";

type EffectTableProps = {
  rows: readonly EffectRow[];
  /** The same rows in a second scenario, with its name. */
  beside?: { readonly name: string; readonly rows: readonly EffectRow[] };
  name: string;
  head: string;
};

/** Present, scenario and difference side by side, with a bar for the scenario; a second scenario beside it when asked. */
export function EffectTable({ rows, beside, name, head }: EffectTableProps) {
  const t = useTranslations("scenarios.effect");
  const shown = compared(rows, beside?.rows ?? rows);
  const most = shown
    .flatMap(({ present, scenario, second }) => [present ?? 0n, scenario, second])
    .reduce<bigint>((high, one) => (one > high ? one : high), 0n);
  const total = effectTotal(rows);
  const otherTotal = beside && effectTotal(beside.rows);
  return (
    <ScrollRegion label={t("title")}>
      <table className="compact">
        <caption className="hidden">{t("title")}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col" className="amount">
              {t("present")}
            </th>
            <th scope="col" className="amount">
              {name}
            </th>
            <th scope="col" className="amount">
              {t("difference")}
            </th>
            {beside && (
              <>
                <th scope="col" className="amount">
                  {beside.name}
                </th>
                <th scope="col" className="amount">
                  {t("between")}
                </th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                {row.name}
                <ShareBar part={row.scenario} whole={most} />
              </th>
              <AmountCell value={row.present} absent="none" />
              <AmountCell value={row.scenario} />
              <AmountCell value={row.difference} />
              {beside && (
                <>
                  <AmountCell value={row.second} />
                  <AmountCell value={row.between} />
                </>
              )}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="total">
            <th scope="row">{t("total")}</th>
            <AmountCell value={total.present} />
            <AmountCell value={total.scenario} />
            <AmountCell value={total.difference} />
            {otherTotal && (
              <>
                <AmountCell value={otherTotal.scenario} />
                <AmountCell value={cents(otherTotal.scenario - total.scenario)} />
              </>
            )}
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  );
}
