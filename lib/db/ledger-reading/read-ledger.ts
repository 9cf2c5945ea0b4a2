import type { CheckedEntry } from "@/lib/domain/ledger/verify";
import type { StoredAccount } from "@/lib/domain/ledger/verify-accounts";
import { Prisma } from "../generated/client";
import { eachTuple } from "./copied-tuples";
import { readRawAccounts } from "./raw-accounts";
import { RAW_COLUMNS, RawEntries, rawEntries } from "./raw-entries";
import type { Snapshot } from "./snapshot";

const BATCH = 50_000;
const [SMALLEST, LARGEST] = [-(2n ** 63n), 2n ** 63n - 1n];

/**
 * Batches look worth a sort, and a large journal more processes, of which each reads the same postings. In the order of the
 * keys the first row comes at once, and PostgreSQL goes on while it is checked.
 */
const IN_ORDER_OF_KEYS = Prisma.sql`
  SELECT set_config('enable_sort', 'off', true), set_config('enable_bitmapscan', 'off', true),
    set_config('max_parallel_workers_per_gather', '0', true)`;

/**
 * Hands over every entry of a programme with its postings, in order of the chain, as they come from the database. While they
 * come the snapshot is busy with them: what else is asked of it is asked in `between`, after each batch.
 */
export async function eachEntry(
  snapshot: Snapshot,
  programmeId: string,
  take: (entry: CheckedEntry) => void,
  between: () => Promise<void>,
): Promise<void> {
  await snapshot.rows(IN_ORDER_OF_KEYS);
  const entries = new RawEntries(programmeId, await readRawAccounts(snapshot, programmeId));
  for (let from = SMALLEST; ; ) {
    const to = await endOfBatch(snapshot, programmeId, from);
    if (to === null) return;
    const pieces = snapshot.copied(rawEntries(programmeId, from, to));
    await eachTuple(pieces, RAW_COLUMNS, (tuple) => take(entries.of(tuple)));
    await between();
    if (to === LARGEST) return;
    from = to + 1n;
  }
}

/** So that PostgreSQL plans for as few rows as there are, also in a journal that it has not counted yet. */
async function endOfBatch(snapshot: Snapshot, programmeId: string, from: bigint): Promise<bigint | null> {
  const [row] = await snapshot.rows<{ seq: string | null }>(Prisma.sql`
    SELECT max(seq)::text AS seq FROM (
      SELECT seq FROM entry WHERE programme_id = ${programmeId}::uuid AND seq >= ${from.toString()}::bigint
       ORDER BY seq LIMIT ${BATCH}) batch`);
  return row?.seq == null ? null : BigInt(row.seq);
}

interface AccountRow extends Omit<StoredAccount, "balance"> {
  readonly hasBalance: boolean;
  readonly balanceProgramme: string | null;
  readonly balanceMunicipality: string | null;
  readonly balanceCents: string;
  readonly balancePostings: string;
  readonly floorCents: string | null;
}

/** Every account of a programme with its kept balance. */
export async function* readAccounts(snapshot: Snapshot, programmeId: string): AsyncGenerator<StoredAccount> {
  const query = Prisma.sql`
    SELECT a.id::text AS id, a.book::text AS book, a.kind::text AS kind, a.stream_id::text AS "streamId",
      a.tranche_id::text AS "trancheId", a.theme_id::text AS "themeId", a.municipality_id::text AS "municipalityId",
      a.area_id::text AS "areaId", a.year::text AS year, a.vat_basis::text AS "vatBasis", a.key,
      b.account_id IS NOT NULL AS "hasBalance", b.programme_id::text AS "balanceProgramme",
      b.municipality_id::text AS "balanceMunicipality", b.balance_cents::text AS "balanceCents",
      b.posting_count::text AS "balancePostings", b.floor_cents::text AS "floorCents"
      FROM account a LEFT JOIN account_balance b ON b.account_id = a.id
     WHERE a.programme_id = ${programmeId}::uuid ORDER BY a.id`;
  for await (const rows of snapshot.batches<AccountRow>(query)) {
    for (const {
      hasBalance,
      balanceProgramme,
      balanceMunicipality,
      balanceCents,
      balancePostings,
      floorCents,
      ...account
    } of rows) {
      const balance = {
        programmeId: balanceProgramme ?? "",
        municipalityId: balanceMunicipality,
        cents: balanceCents,
        postings: balancePostings,
        floor: floorCents,
      };
      yield { ...account, balance: hasBalance ? balance : null };
    }
  }
}

export interface LedgerTail {
  readonly head: { readonly seq: string; readonly recordedAt: string; readonly hash: string } | null;
  readonly postings: bigint;
}

/** What stands beside the chain: its head, and how many postings there are in all. */
export async function readTail(snapshot: Snapshot, programmeId: string): Promise<LedgerTail> {
  const [head] = await snapshot.rows<NonNullable<LedgerTail["head"]>>(Prisma.sql`
    SELECT seq::text AS seq, encode(hash, 'hex') AS hash,
      to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "recordedAt"
      FROM ledger_head WHERE programme_id = ${programmeId}::uuid`);
  const [row] = await snapshot.rows<{ postings: string }>(Prisma.sql`
    SELECT count(*)::text AS postings FROM posting WHERE programme_id = ${programmeId}::uuid`);
  return { head: head ?? null, postings: BigInt(row?.postings ?? 0) };
}

/** The first entry that is not there while postings of it are; null when there is none. */
export async function firstOrphan(snapshot: Snapshot, programmeId: string): Promise<bigint | null> {
  const [row] = await snapshot.rows<{ seq: string | null }>(Prisma.sql`
    SELECT min(p.entry_seq)::text AS seq FROM posting p WHERE p.programme_id = ${programmeId}::uuid AND NOT EXISTS (
      SELECT 1 FROM entry e WHERE e.programme_id = p.programme_id AND e.seq = p.entry_seq)`);
  return row?.seq == null ? null : BigInt(row.seq);
}

/** Every programme that anything of a journal belongs to, also one that does not exist. */
export async function ledgerProgrammes(snapshot: Snapshot): Promise<{ id: string; code: string }[]> {
  return snapshot.rows(Prisma.sql`
    SELECT x.id::text AS id, coalesce(p.code, x.id::text) AS code FROM (
      SELECT programme_id AS id FROM ledger_head UNION (${programmesOf("entry")}) UNION (${programmesOf("posting")})
      UNION SELECT programme_id FROM account UNION SELECT programme_id FROM checkpoint UNION SELECT id FROM programme) x
      LEFT JOIN programme p ON p.id = x.id ORDER BY 2`);
}

/** Goes from one programme to the next by the key of the table: DISTINCT would read every row. */
function programmesOf(name: "entry" | "posting"): Prisma.Sql {
  const table = Prisma.raw(name);
  return Prisma.sql`
    WITH RECURSIVE found AS (
      SELECT (SELECT t.programme_id FROM ${table} t ORDER BY 1 LIMIT 1) AS id
      UNION ALL SELECT (SELECT t.programme_id FROM ${table} t WHERE t.programme_id > f.id ORDER BY 1 LIMIT 1)
        FROM found f WHERE f.id IS NOT NULL)
    SELECT id FROM found WHERE id IS NOT NULL`;
}
