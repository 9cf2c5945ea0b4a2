import { getTranslations } from "next-intl/server";
import { FILE_COLUMNS, type FileColumn } from "@/lib/domain/entry/entry-file";
import type { Headings } from "@/lib/files/entry/sheet-columns";
import type { WorkbookWords } from "@/lib/files/entry/workbook-plan";
import { LOCALES, type Locale } from "@/lib/views/locale";

const HINTED = [
  "rowId",
  "allocation",
  "decisionNumber",
  "decisionOn",
  "total",
  "legalSource",
  "reason",
  "decisionDocument",
] as const;

async function titles(locale: Locale, years: readonly number[]): Promise<Record<string, string>> {
  const t = await getTranslations({ locale, namespace: "entry.workbook" });
  const named = FILE_COLUMNS.map((column: FileColumn) => [column, t(`titles.${column}`)] as const);
  return Object.fromEntries([
    ...named,
    ...years.map((year) => [`years.${year}`, t("titles.year", { year: String(year) })]),
  ]);
}

/** Every word of the workbook in one language. */
export async function workbookWords(locale: Locale, years: readonly number[]): Promise<WorkbookWords> {
  const t = await getTranslations({ locale, namespace: "entry.workbook" });
  const hints = HINTED.map((column) => [column, t(`hints.${column}`)] as const);
  return {
    sheet: t("sheet"),
    helpSheet: t("helpSheet"),
    help: [t("help.what"), t("help.new"), t("help.changed"), t("help.amounts"), t("help.back")],
    faultsSheet: t("faultsSheet"),
    faultHeads: [
      t("faults.sheet"),
      t("faults.cell"),
      t("faults.given"),
      t("faults.wrong"),
      t("faults.right"),
      t("faults.rule"),
    ],
    titles: await titles(locale, years),
    hints: Object.fromEntries([...hints, ["years", t("hints.years")]]),
  };
}

/** The headings in both languages: who downloads in one may upload in the other. */
export async function fileHeadings(years: readonly number[]): Promise<Headings> {
  const all = await Promise.all(LOCALES.map((locale) => titles(locale, years)));
  return Object.fromEntries(
    Object.keys(all[0] ?? {}).map((column) => [column, all.map((words) => words[column] ?? column)]),
  );
}
