import { useTranslations } from "next-intl";
import { ShareBar } from "@/components/charts/share-bar";
import { AmountCell } from "@/components/signs/amount";
import type { Cents } from "@/lib/domain/money";
import type { SettlementSum } from "@/lib/domain/settlement/settlement";

/** How a settlement comes about, from the award to what is recovered or still paid; bars are parts of the award. */
export function SettlementTable({
  sum,
  years,
}: {
  sum: SettlementSum;
  years: readonly { readonly year: number; readonly amount: Cents }[];
}) {
  const t = useTranslations("settlement.table");
  const row = (name: string, amount: Cents, look?: "total" | "part") => (
    <tr key={name} className={look === "total" ? "total" : undefined}>
      <th scope="row" className={look === "part" ? "part" : undefined}>
        {name}
      </th>
      <td className="share-cell">
        <ShareBar part={amount} whole={sum.awarded} />
      </td>
      <AmountCell value={amount} />
    </tr>
  );
  return (
    <table className="compact">
      <caption className="hidden">{t("caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("what")}</th>
          <th scope="col">{t("share")}</th>
          <th scope="col" className="amount">
            {t("amount")}
          </th>
        </tr>
      </thead>
      <tbody>
        {row(t("awarded"), sum.awarded)}
        {years.map(({ year, amount }) => row(t("spentIn", { year: String(year) }), amount, "part"))}
        {row(t("settled"), sum.settled, "total")}
        {row(t("lapsed"), sum.lapsed)}
        {row(t("advanced"), sum.advanced)}
        {row(
          t(sum.recovery > 0n ? "recovery" : "remainder"),
          sum.recovery > 0n ? sum.recovery : sum.remainder,
          "total",
        )}
      </tbody>
    </table>
  );
}
