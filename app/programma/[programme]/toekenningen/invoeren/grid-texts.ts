import { getTranslations } from "next-intl/server";
import type { GridWords } from "@/components/entry/grid-words";
import { entryFields, isYearField } from "@/lib/domain/entry/entry-fields";

/** Problems that the browser can see for itself, by the last part of their code. */
const SEEN_IN_THE_BROWSER = [
  "area_unknown",
  "area_ambiguous",
  "theme_unknown",
  "theme_ambiguous",
  "amount_english",
  "amount_thousands",
  "amount_letters",
  "amount_too_large",
  "amount_unreadable",
  "date_unreadable",
  "text_too_long",
] as const;

/** The words of the grid, looked up on the server: no translations are sent to the browser. */
export async function gridTexts(years: readonly number[]): Promise<GridWords> {
  const t = await getTranslations("entry.grid");
  const [reasons, form] = [await getTranslations("entry.reasons"), await getTranslations("errors.form")];
  const columns = entryFields(years).map((field) => [
    field,
    isYearField(field) ? field.slice("years.".length) : t(`columns.${field as "areaId"}`),
  ]);
  const unfilled = (key: "cell" | "pasted" | "lost") => t.raw(key) as string;
  return {
    line: t("line"),
    columns: Object.fromEntries(columns) as Record<string, string>,
    cell: unfilled("cell"),
    total: t("total"),
    entered: t("entered"),
    room: t("room"),
    left: t("left"),
    fits: t("fits"),
    over: t("over"),
    incomplete: t("incomplete"),
    unknown: t("unknown"),
    noCeiling: t("noCeiling"),
    error: form("error"),
    ofLine: form("line", { line: "{line}", message: "{message}" }),
    reasons: Object.fromEntries(
      SEEN_IN_THE_BROWSER.map((code) => [code, reasons.raw(`${code}.message`) as string]),
    ),
    pasted: unfilled("pasted"),
    lost: unfilled("lost"),
    busy: t("busy"),
    failed: t("failed"),
    stale: t("stale"),
  };
}
