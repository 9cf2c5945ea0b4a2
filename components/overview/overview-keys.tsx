import { useLocale, useTranslations } from "next-intl";
import { KeyFigures } from "@/components/signs/key-figures";
import type { YearMeasure } from "@/lib/domain/overview/stream-figures";
import type { StreamOverview } from "@/lib/domain/overview/stream-overview";
import { euro } from "@/lib/views/money";

type OverviewKeysProps = {
  overview: StreamOverview;
  historyOf: (measure: YearMeasure) => string;
  allocations: string;
};

const KEYS = ["ceiling", "allocated", "free", "advanced", "spent"] as const;

/** The six figures of a stream. What is not there is said in a word. */
export function OverviewKeys({ overview, historyOf, allocations }: OverviewKeysProps) {
  const t = useTranslations("overview");
  const locale = useLocale();
  const { totals, forecast, outlooks } = overview;
  const rows = outlooks.flatMap((outlook) => outlook.rows);
  const told = rows.filter((row) => row.forecast !== null).length;
  return (
    <div className="keys-three">
      <KeyFigures
        exact
        figures={[
          ...KEYS.map((measure) => {
            const value = totals[measure];
            const href = measure === "allocated" ? allocations : historyOf(measure);
            return {
              label: t(`measures.${measure}`),
              sub: t(`keys.${measure}`),
              ...(value === null
                ? { figure: t("noAmount"), tone: "word" as const }
                : { figure: euro(value, locale), href }),
            };
          }),
          {
            label: t("measures.forecast"),
            sub: t("keys.forecast", { told, of: rows.length }),
            ...(forecast === null
              ? { figure: t("noAmount"), tone: "word" as const }
              : { figure: euro(forecast, locale), href: "#vooruitblik" }),
          },
        ]}
      />
    </div>
  );
}
