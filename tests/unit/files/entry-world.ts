import type { KnownRow } from "@/lib/domain/entry/sheet-row";
import { cents } from "@/lib/domain/money";
import { entryWorkbook } from "@/lib/files/entry/entry-workbook";
import type { ReadingTask } from "@/lib/files/entry/reading";
import type { FilledRow, WorkbookWords } from "@/lib/files/entry/workbook-plan";

export const YEARS = [2026, 2027] as const;

const titles: Record<string, string> = {
  rowId: "Rij",
  municipality: "Gemeente",
  area: "Gebied",
  theme: "Thema",
  allocation: "Toekenning nu",
  decisionNumber: "Nummer van het besluit",
  decisionOn: "Datum van het besluit",
  "years.2026": "Bedrag 2026",
  "years.2027": "Bedrag 2027",
  total: "Totaal",
  legalSource: "Wettelijke bron",
  reason: "Reden",
  decisionDocument: "Vindplaats van het besluit",
};
const words: WorkbookWords = {
  sheet: "Toekenningen",
  helpSheet: "Toelichting",
  help: ["Zo werkt het."],
  faultsSheet: "Fouten",
  faultHeads: ["Blad", "Cel", "Gegeven", "Wat er mis is", "Wat goed zou zijn", "Regel"],
  titles,
  hints: { rowId: "Niet veranderen.", years: "In euro." },
};

/** Places called gebied-0/thema and so on; every third of them has an allocation of € 1.000,00 in 2026. */
export const known = (count: number): KnownRow[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `gebied-${index}/thema`,
    areaId: `area-${index}`,
    themeId: "theme",
    municipality: `Gemeente ${index % 40}`,
    area: `Gebied ${index}`,
    theme: "Thema",
    allocation: index % 3 === 0 ? { id: `allocation-${index}`, number: `T-${index}` } : null,
    years: index % 3 === 0 ? [{ year: 2026, amount: cents(100_000n) }] : [],
  }));

/** A line as somebody fills it in. */
export const typed = (given: Record<string, string>): FilledRow => ({ given, faults: [] });
export const GOOD = {
  decisionNumber: "B-1",
  decisionOn: "3-3-2026",
  "years.2026": "1.250,50",
  "years.2027": "0,00",
  legalSource: "Stcrt. 2022, 24113",
  reason: "Na de aanvraag.",
  decisionDocument: "https://zoek.example/stcrt-2026-1",
};

export async function workbookOf(
  rows: readonly KnownRow[],
  filled: ReadonlyMap<string, FilledRow> = new Map(),
): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  const plan = {
    programme: "oefen",
    tranche: "OW/2",
    made: "2026-11-24",
    years: YEARS,
    legalSources: ["Stcrt. 2022, 24113"],
    words,
    rows,
    filled,
  };
  for await (const piece of entryWorkbook(plan)) pieces.push(piece);
  return new Uint8Array(Buffer.concat(pieces));
}

export const taskOf = (
  bytes: Uint8Array<ArrayBuffer>,
  rows: readonly KnownRow[],
  fileName = "werkboek.xlsx",
): ReadingTask => ({
  bytes,
  fileName,
  headings: Object.fromEntries(Object.entries(titles).map(([column, title]) => [column, [title]])),
  programme: "oefen",
  tranche: "OW/2",
  trancheId: "tranche",
  years: YEARS,
  areas: rows.map(({ areaId, area, municipality, id }) => ({
    id: areaId,
    label: `${area} (${municipality})`,
    names: [area, id.split("/")[0] ?? ""],
  })),
  themes: [{ id: "theme", label: "Thema", names: ["thema"] }],
  known: rows,
});
