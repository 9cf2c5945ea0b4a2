import { useTranslations } from "next-intl";
import type { SamplePopulation } from "@/lib/domain/sampling/sample";

/** "Oefenregeling Wijken, alle gemeenten, 2024". */
export function PopulationWords({
  population: { stream, municipality, year },
}: {
  population: Pick<SamplePopulation, "stream" | "municipality" | "year">;
}) {
  const t = useTranslations("sampling.population");
  const words = [
    stream?.name ?? t("everyStream"),
    municipality?.name ?? t("everyMunicipality"),
    year === null ? t("everyYear") : String(year),
  ];
  return <>{words.join(", ")}</>;
}
