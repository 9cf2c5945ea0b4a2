import type { NamedLine } from "@/lib/domain/reports/report-file";
import type { Locale } from "@/lib/views/locale";

/** "Voorbeeldstad Noord, School en omgeving". */
export const lineName = (line: NamedLine, locale: Locale): string =>
  `${line.areaName}, ${locale === "en" ? line.themeNameEn : line.themeNameNl}`;
