import { getTranslations } from "@/i18n/translations";
import type { Grant } from "@/lib/domain/access";
import { cents } from "@/lib/domain/money";
import { amount, type Cell, date, text, whole } from "@/lib/files/cell";
import { readLedgerAsked } from "@/lib/input/ledger-filters";
import { type EntryLine, exportEntries } from "@/lib/queries/exports/journal-export";
import type { ProgrammeRow } from "@/lib/queries/programmes/find-programme";
import { yearsText } from "@/lib/views/reconciliation";
import type { ExportAsked, MadeTable } from "./made";
import { chosen, statementOf, totalNames } from "./statement";

const COLUMNS = [
  ["seq", 8],
  ["kind", 22],
  ["effectiveOn", 12],
  ["recordedAt", 28],
  ["streamCode", 10],
  ["stream", 28],
  ["municipalityCode", 14],
  ["municipality", 22],
  ["area", 24],
  ["theme", 24],
  ["years", 12],
  ["amount", 18],
  ["decisionNumber", 20],
  ["decisionOn", 12],
  ["legalSource", 28],
  ["reason", 48],
  ["correctsSeq", 10],
  ["hash", 66],
] as const;

/** The entries of the ledger page, every one of them and not only the page that is shown. */
export async function ledgerFile(
  grant: Grant<"journal:read">,
  programme: ProgrammeRow,
  { params, locale, now }: ExportAsked,
): Promise<MadeTable> {
  const { filter, asOf } = readLedgerAsked(params, now);
  const [t, kinds] = [
    await getTranslations({ locale, namespace: "ledger.export" }),
    await getTranslations({ locale, namespace: "ledger.kinds" }),
  ];
  const found = await exportEntries(grant, programme.id, { filter, asOf });
  const names = await totalNames(locale);
  const cellsOf = (row: EntryLine): Cell[] => [
    whole(BigInt(row.seq)),
    text(kinds(row.kind)),
    date(row.effectiveOn),
    text(row.recordedAt),
    text(row.stream),
    text(row.streamName),
    text(row.municipality),
    text(row.municipalityName),
    text(row.areaName),
    text(locale === "en" ? row.themeEn : row.themeNl),
    text(yearsText(row.years)),
    amount(cents(BigInt(row.amount))),
    text(row.decisionNumber),
    date(row.decisionOn),
    text(row.legalSource),
    text(row.reason),
    row.correctsSeq === null ? null : whole(BigInt(row.correctsSeq)),
    text(row.hash),
  ];
  async function* rows() {
    for await (const row of found.rows) yield cellsOf(row);
  }
  const statement = await statementOf(
    { locale, now },
    {
      programme,
      kind: "grootboek",
      filter: await chosen(locale, {
        stream: filter.stream,
        municipality: filter.municipality,
        kind: filter.kind === null ? null : kinds(filter.kind),
        year: filter.year,
        after: filter.recordedAfter,
        search: filter.text,
      }),
      asOf,
      rows: found.facts.rows,
      totals: found.facts.totals.map(({ measure, amount: total }) => ({
        name: names(measure),
        amount: total,
      })),
      checkpoint: found.facts.checkpoint,
    },
  );
  const table = {
    columns: COLUMNS.map(([name, width]) => ({ name, title: t(`columns.${name}`), width })),
    rows: rows(),
  };
  return { kind: "grootboek", table, statement, count: found.facts.rows, asOf };
}
