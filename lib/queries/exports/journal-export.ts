import "server-only";
import { asCheckpoint, type CheckpointRow, checkpointAt } from "@/lib/db/checkpoints/stored-checkpoints";
import { type EntryLine, entryLines, entryTotals } from "@/lib/db/ledger-reading/entry-list";
import {
  JOURNAL_COLUMNS,
  journalExtent,
  journalRecords,
  type PlainRow,
  plainRows,
} from "@/lib/db/ledger-reading/journal";
import { openSnapshot, type Snapshot } from "@/lib/db/ledger-reading/snapshot";
import type { Grant } from "@/lib/domain/access";
import { type EntryFilter, NO_FILTER } from "@/lib/domain/ledger/entry-filter";
import type { EntryTotal } from "@/lib/domain/ledger/entry-months";
import type { AsOf } from "@/lib/domain/reconciliation/as-of";

export type { EntryLine, PlainRow };
export { JOURNAL_COLUMNS };

/** What every export of the ledger says about itself, read in the same snapshot as its rows. */
export interface ExportFacts {
  readonly rows: bigint;
  readonly totals: readonly EntryTotal[];
  readonly checkpoint: { readonly size: bigint; readonly root: string; readonly at: string } | null;
}

/** Rows that are read while they are sent; the snapshot closes when the last is read, or when reading stops. */
export interface LedgerExport<Row> {
  readonly facts: ExportFacts;
  readonly rows: AsyncGenerator<Row>;
}

async function factsOf(
  snapshot: Snapshot,
  programmeId: string,
  filter: EntryFilter,
  asOf: AsOf,
): Promise<ExportFacts> {
  const totals = await entryTotals((query) => snapshot.rows(query), programmeId, filter, asOf);
  const [checkpoint] = await snapshot.rows<CheckpointRow>(checkpointAt(programmeId, asOf.knownAt));
  return {
    totals,
    rows: totals.reduce((all, { entries }) => all + entries, 0n),
    checkpoint:
      checkpoint === undefined
        ? null
        : { size: asCheckpoint(checkpoint).size, root: checkpoint.root, at: checkpoint.at },
  };
}

async function* closing<Row>(snapshot: Snapshot, rows: AsyncIterable<Row>): AsyncGenerator<Row> {
  let whole = false;
  try {
    yield* rows;
    whole = true;
  } finally {
    await snapshot.close(!whole);
  }
}

async function* each<Row>(batches: AsyncIterable<readonly Row[]>): AsyncGenerator<Row> {
  for await (const batch of batches) yield* batch;
}

async function open<Row>(
  grant: Grant<"journal:read">,
  programmeId: string,
  { filter, asOf }: { readonly filter: EntryFilter; readonly asOf: AsOf },
  rows: (snapshot: Snapshot) => AsyncIterable<Row>,
  first: (snapshot: Snapshot) => Promise<void> = async () => {},
): Promise<LedgerExport<Row>> {
  const snapshot = await openSnapshot(grant.actor);
  try {
    await first(snapshot);
    const facts = await factsOf(snapshot, programmeId, filter, asOf);
    return { facts, rows: closing(snapshot, rows(snapshot)) };
  } catch (error) {
    await snapshot.close(true);
    throw error;
  }
}

/** The entries of a question, first come first. */
export const exportEntries = (
  grant: Grant<"journal:read">,
  programmeId: string,
  asked: { readonly filter: EntryFilter; readonly asOf: AsOf },
): Promise<LedgerExport<EntryLine>> =>
  open(grant, programmeId, asked, (snapshot) =>
    each(
      snapshot.batches<EntryLine & Record<string, unknown>>(
        entryLines(programmeId, asked.filter, asked.asOf, { is: "all" }),
      ),
    ),
  );

/** The whole journal as it was known at an instant. */
async function openJournal<Row>(
  grant: Grant<"journal:read">,
  programmeId: string,
  knownAt: string,
  rows: (snapshot: Snapshot, upTo: string) => AsyncIterable<Row>,
): Promise<LedgerExport<Row>> {
  let extent = { upTo: "0", postings: "0" };
  const asOf = { validOn: "9999-12-31", knownAt };
  const found = await open(
    grant,
    programmeId,
    { filter: NO_FILTER, asOf },
    (snapshot) => rows(snapshot, extent.upTo),
    async (snapshot) => {
      const [row] = await snapshot.rows<typeof extent>(journalExtent(programmeId, knownAt));
      extent = row ?? extent;
    },
  );
  return { ...found, facts: { ...found.facts, rows: BigInt(extent.postings) } };
}

/** As csv bytes, made by PostgreSQL itself: one record a posting, without a head. */
export const exportJournalCsv = (
  grant: Grant<"journal:read">,
  programmeId: string,
  dialect: { readonly separator: ";" | ","; readonly decimal: "," | "." },
  knownAt: string,
): Promise<LedgerExport<Uint8Array>> =>
  openJournal(grant, programmeId, knownAt, (snapshot, upTo) =>
    snapshot.texts(journalRecords(programmeId, upTo, dialect)),
  );

/** Entry by entry, with its postings by code. */
export const exportJournalPlain = (
  grant: Grant<"journal:read">,
  programmeId: string,
  knownAt: string,
): Promise<LedgerExport<PlainRow>> =>
  openJournal(grant, programmeId, knownAt, (snapshot, upTo) =>
    each(snapshot.batches<PlainRow & Record<string, unknown>>(plainRows(programmeId, upTo))),
  );
