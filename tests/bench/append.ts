import pg from "pg";
import { appendBatch, type BenchWorld, makeWorld, oneEntry } from "./world";

const SECONDS = 2;
/** The machine is shared: both sides are measured right after each other, this many times, and the median ratio is said. */
const ALTERNATIONS = 3;
/** Connections of a pool have their plans: PostgreSQL plans a statement of a function anew the first five times. */
const WARM = 8;
const WRITERS = [1, 2, 4, 8, 16];

/**
 * The control: the same rows into tables with the same indexes, made as durable, without a single guard, reference or policy.
 * Four postings an entry, as an allocation has.
 */
const BARE = `CREATE TABLE IF NOT EXISTS bench_entry (LIKE entry INCLUDING INDEXES);
  CREATE TABLE IF NOT EXISTS bench_posting (LIKE posting INCLUDING INDEXES);
  CREATE SEQUENCE IF NOT EXISTS bench_seq;`;
const BARE_ENTRY = `INSERT INTO bench_entry (programme_id, seq, kind, effective_on, recorded_at, recorded_by, stream_id, municipality_id,
    allocation_id, proposal_id, reason, posting_count, debit_cents, prev_hash, hash)
  VALUES ($1, nextval('bench_seq'), 'allocated', '2026-02-01', now(), $2, $3, $4, $5, $6, 'toekenning', 4, 200, $7, $7) RETURNING seq`;
const BARE_POSTINGS = `INSERT INTO bench_posting (programme_id, entry_seq, line, account_id, municipality_id, amount_cents)
  SELECT $1, $2, line, line, $3, 100 FROM generate_series(1, 4) line`;

async function bareInsert(client: pg.Client, { fixture, ids }: BenchWorld): Promise<void> {
  const municipality = fixture.municipalities[0]?.id;
  await client.query("BEGIN");
  const { rows } = await client.query(BARE_ENTRY, [
    fixture.programmeId,
    fixture.approverId,
    fixture.streamId,
    municipality,
    ids.allocationId,
    ids.proposalId,
    Buffer.alloc(32),
  ]);
  await client.query(BARE_POSTINGS, [fixture.programmeId, rows[0].seq, municipality]);
  await client.query("COMMIT");
}

async function rate(
  url: string,
  writers: number,
  work: (client: pg.Client) => Promise<void>,
): Promise<number> {
  const clients = await Promise.all(
    Array.from({ length: writers }, async () => {
      const client = new pg.Client(url);
      await client.connect();
      await client.query("SET synchronous_commit = on");
      return client;
    }),
  );
  await Promise.all(
    clients.map(async (client) => {
      for (let turn = 0; turn < WARM; turn += 1) await work(client);
    }),
  );
  const until = performance.now() + SECONDS * 1000;
  let done = 0;
  const started = performance.now();
  await Promise.all(
    clients.map(async (client) => {
      while (performance.now() < until) {
        await work(client);
        done += 1;
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  await Promise.all(clients.map((client) => client.end()));
  return done / seconds;
}

export interface AppendRow {
  readonly writers: number;
  readonly bare: number;
  readonly guarded: number;
  readonly ratio: number;
}

/** The turn whose ratio is in the middle. */
const medianOf = (turns: readonly AppendRow[]): AppendRow =>
  turns.toSorted((one, other) => one.ratio - other.ratio)[Math.floor(turns.length / 2)] as AppendRow;

/** Appends a second with every guard beside bare inserts, in turn, for each number of writers. */
export async function benchAppend(ownerUrl: string): Promise<AppendRow[]> {
  const owner = new pg.Client(ownerUrl);
  await owner.connect();
  await owner.query(BARE);
  const world = await makeWorld(owner, `bench-append-${Date.now()}`);
  await appendBatch(
    owner,
    world,
    Array.from({ length: 1000 }, () => oneEntry(world)),
  );
  await owner.query("ANALYZE");
  const rows: AppendRow[] = [];
  for (const writers of WRITERS) {
    const turns: AppendRow[] = [];
    for (let turn = 0; turn < ALTERNATIONS; turn += 1) {
      const bare = await rate(ownerUrl, writers, (client) => bareInsert(client, world));
      const guarded = await rate(ownerUrl, writers, (client) =>
        appendBatch(client, world, [oneEntry(world)]),
      );
      turns.push({ writers, bare, guarded, ratio: guarded / bare });
    }
    rows.push(medianOf(turns));
  }
  await owner.end();
  return rows;
}

/** Batches of a thousand: entries a second when a file or a distribution key posts many at once. */
export async function benchBatch(
  ownerUrl: string,
  entries: number,
  batch = 1000,
): Promise<{ perSecond: number; seconds: number }> {
  const owner = new pg.Client(ownerUrl);
  await owner.connect();
  const world = await makeWorld(owner, `bench-batch-${entries}`);
  const rows = Array.from({ length: batch }, () => oneEntry(world));
  const started = performance.now();
  for (let done = 0; done < entries; done += batch) await appendBatch(owner, world, rows);
  const seconds = (performance.now() - started) / 1000;
  await owner.end();
  return { perSecond: entries / seconds, seconds };
}
