import { getLocale, getTranslations } from "next-intl/server";
import type { Grant } from "@/lib/domain/access";
import { cents } from "@/lib/domain/money";
import { amount, type Cell, date, text, whole } from "@/lib/files/cell";
import { csvHead, DIALECTS } from "@/lib/files/csv";
import { plainJournal } from "@/lib/files/journal-file";
import { plainHead } from "@/lib/files/plain-journal";
import type { Asked } from "@/lib/input/as-of";
import { readLedgerAsked } from "@/lib/input/ledger-filters";
import {
  type EntryLine,
  exportEntries,
  exportJournalCsv,
  exportJournalPlain,
  JOURNAL_COLUMNS,
} from "@/lib/queries/exports/journal-export";
import type { ProgrammeRow } from "@/lib/queries/programmes/find-programme";
import { yearsText } from "@/lib/views/reconciliation";
import { fileAnswer, type TableFormat, tableBytes } from "./answer";
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
  asked: Asked,
  format: TableFormat,
): Promise<Response> {
  const { filter, asOf } = readLedgerAsked(asked, new Date());
  const [t, kinds, locale] = [
    await getTranslations("ledger.export"),
    await getTranslations("ledger.kinds"),
    await getLocale(),
  ];
  const found = await exportEntries(grant, programme.id, { filter, asOf });
  const names = await totalNames();
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
  const statement = await statementOf({
    programme,
    kind: "grootboek",
    filter: await chosen({
      stream: filter.stream,
      municipality: filter.municipality,
      kind: filter.kind === null ? null : kinds(filter.kind),
      year: filter.year,
      search: filter.text,
    }),
    asOf,
    rows: found.facts.rows,
    totals: found.facts.totals.map(({ measure, amount: total }) => ({ name: names(measure), amount: total })),
    checkpoint: found.facts.checkpoint,
  });
  const table = {
    columns: COLUMNS.map(([name, width]) => ({ title: t(`columns.${name}`), width })),
    rows: rows(),
  };
  const what = { kind: "grootboek", format } as const;
  return fileAnswer(await tableBytes(table, statement, what), { programme, ...what });
}

/** Every posting of the journal, written by the database itself. */
export async function journalCsvFile(
  grant: Grant<"journal:read">,
  programme: ProgrammeRow,
): Promise<Response> {
  const dialect = DIALECTS[await getLocale()];
  const { facts, rows } = await exportJournalCsv(grant, programme.id, dialect);
  const names = await totalNames();
  const statement = await statementOf({
    programme,
    kind: "journaal",
    filter: [],
    asOf: null,
    rows: facts.rows,
    totals: facts.totals.map(({ measure, amount: total }) => ({ name: names(measure), amount: total })),
    checkpoint: facts.checkpoint,
  });
  async function* bytes() {
    yield new Uint8Array(Buffer.from(csvHead(statement, JOURNAL_COLUMNS, dialect)));
    yield* rows;
  }
  return fileAnswer(bytes(), { programme, kind: "journaal", format: "csv" });
}

/** The journal as hledger and ledger-cli read it. */
export async function journalPlainFile(
  grant: Grant<"journal:read">,
  programme: ProgrammeRow,
): Promise<Response> {
  const { facts, rows } = await exportJournalPlain(grant, programme.id);
  const statement = await statementOf({
    programme,
    kind: "journaal",
    filter: [],
    asOf: null,
    rows: facts.rows,
    totals: [],
    checkpoint: facts.checkpoint,
  });
  const head = plainHead(
    statement.map(({ name, value }) => ({ name, value: value === null ? "" : String(value.value) })),
  );
  return fileAnswer(plainJournal(head, rows), { programme, kind: "journaal", format: "journal" });
}
