import { getTranslations } from "next-intl/server";
import type { ChoiceWords } from "@/lib/domain/report-workbook/read-cell";
import { type ReportColumn, wordName } from "@/lib/domain/report-workbook/report-column";
import { sheetColumns } from "@/lib/domain/report-workbook/report-columns";
import {
  REPORT_SHEETS,
  REPORT_TEMPLATE,
  type ReportSheet,
  type WorkbookOf,
} from "@/lib/domain/report-workbook/template";
import type { ReportFile } from "@/lib/domain/reports/report-file";
import { isExempt } from "@/lib/domain/reports/report-line";
import type { Headings } from "@/lib/files/entry/sheet-columns";
import type { ReportWords, SheetWords } from "@/lib/files/report-workbook/report-plan";
import { longDate } from "@/lib/views/dates";
import { LOCALES, type Locale } from "@/lib/views/locale";

/** Keys follow the names of the columns, so that a new column needs no more than its words. */
type Translate = (key: string, values?: Readonly<Record<string, string>>) => string;

/** Of every column that there can be; which years it is about is filled in where the report is known. */
const COLUMNS_OF = sheetColumns([0]);
/** A hole to be filled in later stays the hole that it is. */
const LATER = { year: "{year}" };

const bySheet = <T>(make: (sheet: ReportSheet) => T) =>
  Object.fromEntries(REPORT_SHEETS.map((sheet) => [sheet, make(sheet)])) as Record<ReportSheet, T>;

const wordsOf = (sheet: ReportSheet) => COLUMNS_OF[sheet].map(wordName);

const sheetWords = (t: Translate, sheet: ReportSheet): SheetWords => ({
  sheet: t(`sheets.${sheet}`),
  titles: Object.fromEntries(
    wordsOf(sheet).map((name) => [name, t(`columns.${sheet}.${name}.title`, LATER)]),
  ),
  hints: Object.fromEntries(wordsOf(sheet).map((name) => [name, t(`columns.${sheet}.${name}.hint`, LATER)])),
});

/** The words of every choice, those of earlier forms included. */
function choicesIn(t: Translate): Record<string, Record<string, string>> {
  const columns = REPORT_SHEETS.flatMap((sheet): readonly ReportColumn[] => COLUMNS_OF[sheet]);
  return Object.fromEntries(
    columns.flatMap(({ name, choice }) => {
      if (choice === undefined) return [];
      const names = [...choice.options, ...choice.retired].map((one) => one.name);
      return [[name, Object.fromEntries(names.map((option) => [option, t(`choices.${name}.${option}`)]))]];
    }),
  );
}

/** Only what can be chosen now: what the workbook itself shows. */
const offered = (all: Record<string, Record<string, string>>) =>
  Object.fromEntries(
    REPORT_SHEETS.flatMap((sheet): readonly ReportColumn[] => COLUMNS_OF[sheet]).flatMap(
      ({ name, choice }) =>
        choice === undefined
          ? []
          : [
              [
                name,
                Object.fromEntries(
                  choice.options.map((one) => [one.name, all[name]?.[one.name] ?? one.name]),
                ),
              ],
            ],
    ),
  );

const FAULT_HEADS = ["sheet", "cell", "given", "wrong", "right", "expected", "difference", "rule"] as const;
const SCHEMA_HEADS = ["sheet", "column", "kind", "state", "fill", "rule"] as const;

/** Which areas are not in it because nothing is asked of them, each until when. */
function exemptFact(lines: ReportFile["lines"], locale: Locale): { exempt?: string } {
  const areas = new Map(
    lines.flatMap((line) =>
      isExempt(line) && line.exempt !== null ? [[line.areaName, line.exempt.expiresOn]] : [],
    ),
  );
  const said = [...areas].map(([area, until]) => `${area} (${longDate(until, locale)})`);
  return said.length === 0 ? {} : { exempt: said.join(", ") };
}

/** Every word of the workbook in one language, with what it is of. */
export async function reportWords(
  locale: Locale,
  of: WorkbookOf,
  { header, lines }: Pick<ReportFile, "header" | "lines">,
  programmeName: string,
): Promise<ReportWords> {
  const t = (await getTranslations({ locale, namespace: "workbook" })) as unknown as Translate;
  const about = {
    programme: programmeName,
    report: of.report,
    municipality: header.municipalityName,
    stream: `${header.streamName}, ${header.trancheName}`,
    window: `${longDate(header.startsOn, locale)} – ${longDate(header.endsOn, locale)} (${of.window})`,
    version: String(of.reportVersion),
    template: REPORT_TEMPLATE.version,
    language: t("languageName"),
    made: longDate(of.made, locale),
    ...exemptFact(lines, locale),
  };
  return {
    language: locale,
    sheets: bySheet((sheet) => sheetWords(t, sheet)),
    helpSheet: t("helpSheet"),
    help: [t("help.what"), t("help.amounts"), t("help.back")],
    about: Object.entries(about).map(([name, value]) => [t(`about.${name}`), value] as const),
    schemaHeads: SCHEMA_HEADS.map((head) => t(`schema.${head}`)),
    kinds: Object.fromEntries(
      ["text", "amount", "count", "choice"].map((kind) => [kind, t(`kinds.${kind}`)]),
    ),
    open: t("open"),
    locked: t("locked"),
    computed: t("computed"),
    faultsSheet: t("faultsSheet"),
    faultHeads: FAULT_HEADS.map((head) => t(`faultHeads.${head}`)),
    choices: offered(choicesIn(t)),
  };
}

/** The headings in both languages, the reader's first: who downloads in one may upload in the other. */
export async function reportHeadings(locale: Locale): Promise<Record<ReportSheet, Headings>> {
  const all = await Promise.all(
    inOrder(locale).map(async (one) => {
      const t = (await getTranslations({ locale: one, namespace: "workbook" })) as unknown as Translate;
      return bySheet((sheet) => sheetWords(t, sheet).titles);
    }),
  );
  return bySheet((sheet) =>
    Object.fromEntries(
      wordsOf(sheet).map((name) => [name, all.map((titles) => titles[sheet][name] ?? name)]),
    ),
  );
}

/** The words of every choice in both languages, the reader's first. */
export async function choiceWords(locale: Locale): Promise<ChoiceWords> {
  const all = await Promise.all(
    inOrder(locale).map(async (one) => {
      const t = (await getTranslations({ locale: one, namespace: "workbook" })) as unknown as Translate;
      return choicesIn(t);
    }),
  );
  return Object.fromEntries(
    Object.entries(all[0] ?? {}).map(([column, options]) => [
      column,
      Object.fromEntries(
        Object.keys(options).map((name) => [name, all.map((words) => words[column]?.[name] ?? name)]),
      ),
    ]),
  );
}

const inOrder = (locale: Locale) => [locale, ...LOCALES.filter((one) => one !== locale)];
