import { useLocale, useTranslations } from "next-intl";
import { cents } from "@/lib/domain/money";
import type { NamedLine } from "@/lib/domain/reports/report-file";
import { hasCorrection } from "@/lib/domain/reports/report-line";
import { count } from "@/lib/views/digits";
import { euro } from "@/lib/views/money";

/** Which earlier entry each correction is about. */
export function PointsBack({ lines }: { lines: readonly NamedLine[] }) {
  const t = useTranslations("reports.lines");
  const locale = useLocale();
  return lines.filter(hasCorrection).map((line) => {
    const theme = locale === "en" ? line.themeNameEn : line.themeNameNl;
    const facts = { amount: euro(cents(line.correction ?? 0n), locale), area: line.areaName, theme };
    return (
      <p className="small muted above-s flush" key={line.key}>
        {line.corrects === null
          ? t("pointsNothing", facts)
          : t("points", {
              ...facts,
              seq: count(line.corrects.seq, locale),
              year: String(line.corrects.year),
            })}
      </p>
    );
  });
}
