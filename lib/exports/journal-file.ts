import type { Grant } from "@/lib/domain/access";
import { cents } from "@/lib/domain/money";
import { beancountHead, beancountJournal } from "@/lib/files/beancount";
import { amount, type Cell, date, text, whole } from "@/lib/files/cell";
import { csvHead, DIALECTS } from "@/lib/files/csv";
import { plainJournal } from "@/lib/files/journal-file";
import { plainHead } from "@/lib/files/plain-journal";
import { readAsOf } from "@/lib/input/as-of";
import {
  type ExportFacts,
  exportJournalCsv,
  exportJournalPlain,
  JOURNAL_COLUMNS,
  type PlainRow,
} from "@/lib/queries/exports/journal-export";
import type { ProgrammeRow } from "@/lib/queries/programmes/find-programme";
import type { ExportAsked, MadeFile, MadeTable } from "./made";
import { ALWAYS, statementOf, totalNames } from "./statement";

type JournalGrant = Grant<"journal:read">;

const WIDTHS: Readonly<Record<(typeof JOURNAL_COLUMNS)[number], number>> = {
  post: 8,
  boeking: 8,
  soort: 20,
  geldt_vanaf: 12,
  vastgelegd_utc: 28,
  boek: 14,
  rekening: 14,
  regeling: 10,
  tranche: 10,
  gemeente: 10,
  gebied: 12,
  thema: 14,
  jaar: 8,
  bedrag: 18,
  wijzigt_post: 10,
  besluit: 20,
  besluitdatum: 12,
  grondslag: 28,
  reden: 48,
  vorige_hash: 66,
  hash: 66,
};

/** The journal has one date: what was recorded up to an instant. */
const knownIn = ({ params, now }: ExportAsked) => readAsOf(params, now).asOf.knownAt;

async function statementOfJournal(
  programme: ProgrammeRow,
  asked: ExportAsked,
  { rows, totals, checkpoint }: ExportFacts,
) {
  const names = await totalNames(asked.locale);
  return statementOf(asked, {
    programme,
    kind: "journaal",
    filter: [],
    asOf: { validOn: ALWAYS, knownAt: knownIn(asked) },
    rows,
    totals: totals.map(({ measure, amount: total }) => ({ name: names(measure), amount: total })),
    checkpoint,
  });
}

const wholeOrNull = (value: string | null | undefined) => (value ? whole(BigInt(value)) : null);

function* linesOf(row: PlainRow): Generator<Cell[]> {
  for (const [index, posting] of row.postings.entries()) {
    const [book, kind = "", stream = "", tranche = "", municipality, area, theme, year] = posting;
    yield [
      whole(BigInt(row.seq)),
      whole(BigInt(index + 1)),
      text(row.kind),
      date(row.effectiveOn),
      text(row.recordedAt),
      text(book),
      text(kind),
      text(stream),
      text(tranche),
      text(municipality || null),
      text(area || null),
      text(theme || null),
      wholeOrNull(year),
      amount(cents(BigInt(posting.at(-1) ?? "0"))),
      wholeOrNull(row.correctsSeq),
      text(row.decisionNumber),
      date(row.decisionOn),
      text(row.legalSource),
      text(row.reason),
      text(row.prevHash),
      text(row.hash),
    ];
  }
}

/** Every posting of the journal, as a table. */
export async function journalFile(
  grant: JournalGrant,
  programme: ProgrammeRow,
  asked: ExportAsked,
): Promise<MadeTable> {
  const { facts, rows } = await exportJournalPlain(grant, programme.id, knownIn(asked));
  const columns = JOURNAL_COLUMNS.map((name) => ({ name, title: name, width: WIDTHS[name] }));
  const lines = (async function* () {
    for await (const row of rows) yield* linesOf(row);
  })();
  return {
    kind: "journaal",
    table: { columns, rows: lines },
    statement: await statementOfJournal(programme, asked, facts),
    count: facts.rows,
    asOf: { validOn: ALWAYS, knownAt: knownIn(asked) },
  };
}

/** The same table as csv, written by the database itself: many times as fast. */
export async function journalCsv(
  grant: JournalGrant,
  programme: ProgrammeRow,
  asked: ExportAsked,
): Promise<MadeFile> {
  const dialect = DIALECTS[asked.locale];
  const { facts, rows } = await exportJournalCsv(grant, programme.id, dialect, knownIn(asked));
  const statement = await statementOfJournal(programme, asked, facts);
  const bytes = (async function* () {
    yield new Uint8Array(Buffer.from(csvHead(statement, JOURNAL_COLUMNS, dialect)));
    yield* rows;
  })();
  return { bytes, rows: () => facts.rows, expected: facts.rows };
}

export const BOOKKEEPING_FORMATS = ["journal", "beancount"] as const;
export type BookkeepingFormat = (typeof BOOKKEEPING_FORMATS)[number];

/** The journal as programs for plain-text accounting read it: hledger and ledger-cli, or beancount. */
export async function journalForBookkeeping(
  grant: JournalGrant,
  programme: ProgrammeRow,
  asked: ExportAsked,
  format: BookkeepingFormat,
): Promise<MadeFile> {
  const { facts, rows } = await exportJournalPlain(grant, programme.id, knownIn(asked));
  const statement = await statementOfJournal(programme, asked, { ...facts, totals: [] });
  const lines = statement.map(({ name, value }) => ({
    name,
    value: value === null ? "" : String(value.value),
  }));
  const bytes =
    format === "journal"
      ? plainJournal(plainHead(lines), rows)
      : beancountJournal(beancountHead(lines, programme.nameNl), rows);
  return { bytes, rows: () => facts.rows, expected: facts.rows };
}
