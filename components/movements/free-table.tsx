import { useTranslations } from "next-intl";
import { ShareBar } from "@/components/charts/share-bar";
import { AmountCell } from "@/components/signs/amount";
import { ScrollRegion } from "@/components/signs/scroll-region";
import type { Cents } from "@/lib/domain/money";

export interface FreeYear {
  readonly year: number;
  readonly allocated: Cents;
  readonly spent: Cents;
  readonly leaving: Cents;
  readonly free: Cents;
}

/** What can still leave an allocation, per year; the bar shows the part of the year that is free. */
export function FreeTable({ years }: { years: readonly FreeYear[] }) {
  const t = useTranslations("movements.free");
  if (years.length === 0) return <p>{t("none")}</p>;
  return (
    <ScrollRegion label={t("title")}>
      <table className="compact">
        <caption className="hidden">{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("year")}</th>
            {(["allocated", "spent", "leaving", "free"] as const).map((column) => (
              <th scope="col" className="amount" key={column}>
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {years.map(({ year, allocated, spent, leaving, free }) => (
            <tr key={year}>
              <th scope="row">
                {year}
                <ShareBar part={free} whole={allocated} />
              </th>
              <AmountCell value={allocated} />
              <AmountCell value={spent} />
              <AmountCell value={leaving} />
              <AmountCell value={free} />
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small muted above-s">{t("note")}</p>
    </ScrollRegion>
  );
}
