import { readFileSync } from "node:fs";
import { cents } from "@/lib/domain/money";
import { knownSheets } from "@/lib/domain/report-workbook/known-row";
import type { ChoiceWords } from "@/lib/domain/report-workbook/read-cell";
import { wordName } from "@/lib/domain/report-workbook/report-column";
import { sheetColumns, yearsOf } from "@/lib/domain/report-workbook/report-columns";
import { REPORT_SHEETS, type ReportSheet, type WorkbookOf } from "@/lib/domain/report-workbook/template";
import type { NamedLine, NamedResult } from "@/lib/domain/reports/report-file";
import type { Headings } from "@/lib/files/entry/sheet-columns";
import type { BroughtRow, ReportWords } from "@/lib/files/report-workbook/report-plan";
import type { ReportReadingTask } from "@/lib/files/report-workbook/report-reading";
import { reportWorkbook } from "@/lib/files/report-workbook/report-workbook";

type Bytes = Uint8Array<ArrayBuffer>;
type Language = "nl" | "en";

/** The words of the application itself, so that a file of these tests is a file that people get. */
interface Messages {
  readonly sheets: Record<ReportSheet, string>;
  readonly columns: Record<ReportSheet, Record<string, { title: string; hint: string }>>;
  readonly choices: Record<string, Record<string, string>>;
  readonly kinds: Record<string, string>;
  readonly faultHeads: Record<string, string>;
  readonly schema: Record<string, string>;
  readonly helpSheet: string;
  readonly faultsSheet: string;
  readonly open: string;
  readonly locked: string;
  readonly computed: string;
}
const messages = (language: Language) =>
  JSON.parse(readFileSync(`messages/${language}/workbook.json`, "utf8")) as Messages;
const both = (language: Language) => [messages(language), messages(language === "nl" ? "en" : "nl")];

const bySheet = <T>(make: (sheet: ReportSheet) => T) =>
  Object.fromEntries(REPORT_SHEETS.map((sheet) => [sheet, make(sheet)])) as Record<ReportSheet, T>;

const wordsOf = (sheet: ReportSheet) => sheetColumns([0])[sheet].map(wordName);

export function wordsIn(language: Language): ReportWords {
  const said = messages(language);
  const of = (sheet: ReportSheet, kind: "title" | "hint") =>
    Object.fromEntries(wordsOf(sheet).map((name) => [name, said.columns[sheet][name]?.[kind] ?? "?"]));
  return {
    ...said,
    language,
    sheets: bySheet((sheet) => ({
      sheet: said.sheets[sheet],
      titles: of(sheet, "title"),
      hints: of(sheet, "hint"),
    })),
    help: ["Zo werkt het."],
    about: [["Programma", "Oefenprogramma"]],
    schemaHeads: Object.values(said.schema),
    faultHeads: Object.values(said.faultHeads),
    choices: {
      stated: { nothing: said.choices.stated?.nothing ?? "", unknown: said.choices.stated?.unknown ?? "" },
    },
  };
}

export const headingsIn = (language: Language): Record<ReportSheet, Headings> =>
  bySheet((sheet) =>
    Object.fromEntries(
      wordsOf(sheet).map((name) => [
        name,
        both(language).map(({ columns }) => columns[sheet][name]?.title ?? "?"),
      ]),
    ),
  );

export const choicesIn = (language: Language): ChoiceWords => ({
  stated: Object.fromEntries(
    ["nothing", "unknown", "notApplicable"].map((name) => [
      name,
      both(language).map(({ choices }) => choices.stated?.[name] ?? "?"),
    ]),
  ),
});

const line = (area: string, theme: string, figures: Partial<NamedLine>): NamedLine => ({
  section: area.toLowerCase(),
  key: `${area.toLowerCase()}.${theme.toLowerCase()}`,
  areaId: area,
  areaName: area,
  themeId: theme,
  themeNameNl: theme,
  themeNameEn: `${theme} (en)`,
  allocated: cents(1_000_00n),
  previous: cents(0n),
  spent: null,
  correction: null,
  correctionNote: null,
  forecast: null,
  years: [],
  projects: [],
  own: null,
  explanation: null,
  correctsSeq: null,
  earlierSpends: [],
  corrects: null,
  correctable: cents(0n),
  exempt: null,
  ...figures,
});

export interface Sample {
  readonly lines: readonly NamedLine[];
  readonly results: readonly NamedResult[];
}

/** Rows 2 to 5 of the sheet with lines, rows 2 and 3 of that with results. */
export const sample = (): Sample => ({
  lines: [
    line("Noord", "Kind", { previous: cents(200_00n) }),
    line("Noord", "School", {
      allocated: cents(2_000_00n),
      spent: cents(500_00n),
      forecast: cents(1_500_00n),
    }),
    line("Zuid", "Kind", {
      previous: cents(100_00n),
      spent: cents(0n),
      correction: cents(-50_00n),
      correctionNote: "Dubbele factuur in periode 1.",
      forecast: cents(900_00n),
    }),
    line("Zuid", "School", { explanation: "Het project begint later; café in Coevorden." }),
  ],
  results: [
    {
      key: "bereik",
      indicatorId: "i-1",
      value: null,
      note: null,
      nameNl: "Bereikte huishoudens",
      nameEn: "Households reached",
      unitNl: "huishoudens",
      unitEn: "households",
      target: 1_250n,
      targetText: null,
      definition: null,
    },
    {
      key: "scholen",
      indicatorId: "i-2",
      value: 12n,
      note: "Een minder dan vorig jaar.",
      nameNl: "Scholen",
      nameEn: "Schools",
      unitNl: "scholen",
      unitEn: "schools",
      target: null,
      targetText: null,
      definition: null,
    },
  ],
});

/** The same report when two more years follow: some lines divided over them, one with projects. */
export const sampleOverYears = (): Sample => {
  const years = (first: bigint | null, second: bigint | null) => [
    { year: 2027, amount: first === null ? null : cents(first) },
    { year: 2028, amount: second === null ? null : cents(second) },
  ];
  const report = sample();
  const parts: Readonly<Record<string, Partial<NamedLine>>> = {
    "noord.school": {
      years: years(1_000_00n, 500_00n),
      projects: [
        { position: 1, name: "Buurthuis", spent: cents(300_00n) },
        { position: 2, name: "Speeltuin", spent: cents(200_00n) },
      ],
    },
  };
  return {
    ...report,
    lines: report.lines.map((one) => ({ ...one, years: years(null, null), ...parts[one.key] })),
  };
};

/** The same report with other figures on one line. */
export const withLine = (report: Sample, key: string, figures: Partial<NamedLine>): Sample => ({
  ...report,
  lines: report.lines.map((one) => (one.key === key ? { ...one, ...figures } : one)),
});

export const OF: WorkbookOf = {
  programme: "oefen",
  report: "OEF-R-OW-2026-2-OEF01",
  municipality: "OEF01",
  window: "2026-2/2",
  reportVersion: 3,
  made: "2026-11-28",
};

export interface WrittenWorkbook {
  readonly of?: Partial<WorkbookOf>;
  readonly language?: Language;
  readonly final?: boolean;
  readonly brought?: ReadonlyMap<string, BroughtRow>;
}

export async function reportBook(report: Sample, written: WrittenWorkbook = {}): Promise<Bytes> {
  const { of = {}, language = "nl", final = false, brought = new Map() } = written;
  const pieces: Uint8Array[] = [];
  const plan = {
    of: { ...OF, ...of },
    final,
    years: yearsOf(report.lines),
    words: wordsIn(language),
    known: knownSheets(report, language),
    brought,
  };
  for await (const piece of reportWorkbook(plan)) pieces.push(piece);
  return new Uint8Array(Buffer.concat(pieces));
}

export const reportTask = (
  bytes: Bytes,
  report: Sample = sample(),
  fileName = "werkboek.xlsx",
): ReportReadingTask => ({
  bytes,
  fileName,
  today: "2026-11-28",
  of: OF,
  final: false,
  years: yearsOf(report.lines),
  known: knownSheets(report, "nl"),
  headings: headingsIn("nl"),
  choices: choicesIn("nl"),
});
