import type { CheckedEntry, CheckedPosting } from "@/lib/domain/ledger/verify";
import type { StoredAccount } from "@/lib/domain/ledger/verify-accounts";
import { Prisma } from "../generated/client";
import type { Snapshot } from "./snapshot";
import { type EntryRow, type PostingRow, storedEntries, storedPostings } from "./stored-entries";

const BATCH = 20_000;
const BEFORE_ALL = "-9223372036854775808";

/**
 * Every entry of a programme with its postings, in order of the chain, a batch in memory at a time. While entries come the
 * snapshot is busy with them: what else is asked of it is asked in `between`, after each batch.
 */
export async function* readLedger(
  snapshot: Snapshot,
  programmeId: string,
  between: () => Promise<void> = async () => {},
): AsyncGenerator<CheckedEntry> {
  const keys = await accountKeys(snapshot, programmeId);
  let after = BEFORE_ALL;
  for (;;) {
    const entries: EntryRow[] = [];
    for await (const rows of snapshot.copied<EntryRow>(storedEntries(programmeId, after, BATCH)))
      for (const row of rows) entries.push(row);
    const [first, last] = [entries[0], entries.at(-1)];
    if (first === undefined || last === undefined) return;
    let at = 0;
    let own: CheckedPosting[] = [];
    const postings = snapshot.copied<PostingRow>(storedPostings(programmeId, first.seq, last.seq));
    for await (const rows of postings)
      for (const posting of rows) {
        // An entry is complete when a posting of a later one comes. Postings without an entry are skipped here, and found
        // because the counts differ.
        for (let entry = entries[at]; entry && isBefore(entry.seq, posting.seq); entry = entries[++at]) {
          yield { ...entry, postings: own };
          own = [];
        }
        if (posting.seq === entries[at]?.seq)
          own.push({ ...posting, accountKey: keys.get(posting.accountId) ?? "" });
      }
    for (let entry = entries[at]; entry; entry = entries[++at]) {
      yield { ...entry, postings: own };
      own = [];
    }
    after = last.seq;
    await between();
  }
}

/** The key of each account of a programme; whether it says what the account is, `accountProblem` judges. */
async function accountKeys(snapshot: Snapshot, programmeId: string): Promise<ReadonlyMap<string, string>> {
  const keys = new Map<string, string>();
  const query = Prisma.sql`SELECT id::text AS id, key FROM account WHERE programme_id = ${programmeId}::uuid`;
  for await (const rows of snapshot.copied<{ id: string; key: string }>(query))
    for (const { id, key } of rows) keys.set(id, key);
  return keys;
}

const isBefore = (seq: string, other: string) => seq !== other && BigInt(seq) < BigInt(other);

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
  /** The first posting whose entry is not there. */
  readonly orphan: string | null;
}

/** What stands beside the chain: its head, and how many postings there are in all. */
export async function readTail(snapshot: Snapshot, programmeId: string): Promise<LedgerTail> {
  const [head] = await snapshot.rows<NonNullable<LedgerTail["head"]>>(Prisma.sql`
    SELECT seq::text AS seq, encode(hash, 'hex') AS hash,
      to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "recordedAt"
      FROM ledger_head WHERE programme_id = ${programmeId}::uuid`);
  const [row] = await snapshot.rows<{ postings: string; orphan: string | null }>(Prisma.sql`
    SELECT count(*)::text AS postings,
      (SELECT min(p.entry_seq)::text FROM posting p WHERE p.programme_id = ${programmeId}::uuid AND NOT EXISTS (
        SELECT 1 FROM entry e WHERE e.programme_id = p.programme_id AND e.seq = p.entry_seq)) AS orphan
      FROM posting WHERE programme_id = ${programmeId}::uuid`);
  return { head: head ?? null, postings: BigInt(row?.postings ?? 0), orphan: row?.orphan ?? null };
}

/** Every programme that anything of a journal belongs to, also one that does not exist. */
export async function ledgerProgrammes(snapshot: Snapshot): Promise<{ id: string; code: string }[]> {
  return snapshot.rows(Prisma.sql`
    SELECT x.id::text AS id, coalesce(p.code, x.id::text) AS code FROM (
      SELECT programme_id AS id FROM ledger_head UNION SELECT programme_id FROM entry UNION SELECT programme_id FROM posting
      UNION SELECT programme_id FROM account UNION SELECT programme_id FROM checkpoint UNION SELECT id FROM programme) x
      LEFT JOIN programme p ON p.id = x.id ORDER BY 2`);
}
