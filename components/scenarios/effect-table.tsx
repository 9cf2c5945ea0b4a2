import { useTranslations } from "next-intl";
import { ShareBar } from "@/components/charts/share-bar";
import { AmountCell } from "@/components/signs/amount";
import { ScrollRegion } from "@/components/signs/scroll-region";
import { StackHead } from "@/components/signs/stack-head";
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
      <table className="compact stack stack-figures" role="table">
        <caption className="hidden">{t("title")}</caption>
        <StackHead
          columns={[
            head,
            { amount: t("present") },
            { amount: name },
            { amount: t("difference") },
            ...(beside ? [{ amount: beside.name }, { amount: t("between") }] : []),
          ]}
        />
        <tbody role="rowgroup">
          {shown.map((row) => (
            <tr role="row" key={row.key}>
              <th scope="row" role="rowheader">
                {row.name}
                <ShareBar part={row.scenario} whole={most} />
              </th>
              <AmountCell label={t("present")} value={row.present} absent="none" />
              <AmountCell label={name} value={row.scenario} />
              <AmountCell label={t("difference")} value={row.difference} />
              {beside && (
                <>
                  <AmountCell label={beside.name} value={row.second} />
                  <AmountCell label={t("between")} value={row.between} />
                </>
              )}
            </tr>
          ))}
        </tbody>
        <tfoot role="rowgroup">
          <tr role="row" className="total">
            <th scope="row" role="rowheader">
              {t("total")}
            </th>
            <AmountCell label={t("present")} value={total.present} />
            <AmountCell label={name} value={total.scenario} />
            <AmountCell label={t("difference")} value={total.difference} />
            {beside && otherTotal && (
              <>
                <AmountCell label={beside.name} value={otherTotal.scenario} />
                <AmountCell label={t("between")} value={cents(otherTotal.scenario - total.scenario)} />
              </>
            )}
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  );
}
