import { useTranslations } from "next-intl";
import type { YearOutcome } from "@/lib/domain/distribution/distribute";

type RoundingProps = { years: readonly YearOutcome[]; names: ReadonlyMap<string, string> };

/** Where the cents that were left over went, and who stands at the floor or the cap, year by year. */
export function Rounding({ years, names }: RoundingProps) {
  const t = useTranslations("distribution.rounding");
  const called = (codes: readonly string[]) => codes.map((code) => names.get(code) ?? code).join(", ");
  return (
    <>
      <p className="above-m">{t("rule")}</p>
      <ul>
        {years.map(({ year, roundedUp, atFloor, atCap, rounds }) => (
          <li key={year}>
            {t("cents", { year: String(year), count: roundedUp.length, names: called(roundedUp) })}{" "}
            {atFloor.length > 0 && t("floor", { count: atFloor.length, names: called(atFloor) })}{" "}
            {atCap.length > 0 && t("cap", { count: atCap.length, names: called(atCap) })}{" "}
            {rounds > 0 && t("rounds", { count: rounds })}
          </li>
        ))}
      </ul>
    </>
  );
}
