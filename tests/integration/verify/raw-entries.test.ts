import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { oneEntry } from "@/lib/db/ledger-reading/chosen-entries";
import { eachEntry } from "@/lib/db/ledger-reading/read-ledger";
import { type Snapshot, snapshotOn } from "@/lib/db/ledger-reading/snapshot";
import { entryContent, type StoredEntry } from "@/lib/domain/ledger/entry-content";
import { instantText } from "@/lib/domain/ledger/stored-days";
import { openPublishedWorld, type PublishedWorld } from "../claims/published-world";

let world: PublishedWorld;
beforeAll(async () => {
  world = await openPublishedWorld();
});
afterAll(() => world.close());

const withinSnapshot = async <T>(work: (snapshot: Snapshot) => Promise<T>): Promise<T> => {
  const snapshot = await snapshotOn(world.behind, null);
  try {
    return await work(snapshot);
  } finally {
    await snapshot.close();
  }
};

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

/** An entry in the form that both ways of reading come to. */
type Read = ReturnType<typeof asText>;
const asText = (entry: StoredEntry) => ({
  content: entryContent(entry),
  seq: entry.seq,
  kind: entry.kind,
  effectiveMonth: entry.effectiveOn.replace(/-\d\d$/, "-01"),
  recordedMonth: entry.recordedAt.replace(/-\d\dT.*$/, "-01"),
  recordedAt: entry.recordedAt,
  postingCount: entry.postingCount,
  debitCents: entry.debitCents,
  hashes: [entry.prevHash, entry.hash],
  postings: entry.postings,
});

async function readRaw(snapshot: Snapshot, programmeId: string): Promise<Read[]> {
  const found: Read[] = [];
  await eachEntry(
    snapshot,
    programmeId,
    ({ content, seq, recordedAt, prevHash, hash, postings, postingCount, debitCents, ...rest }) =>
      found.push({
        ...rest,
        content: Buffer.from(content).toString("utf8"),
        seq: seq.toString(),
        recordedAt: instantText(recordedAt),
        postingCount: String(postingCount),
        debitCents: String(debitCents),
        hashes: [hex(prevHash), hex(hash)],
        postings: postings.map(({ line, account, municipalityId, amountCents }) => ({
          line: String(line),
          accountKey: account.key,
          municipalityId,
          amountCents: amountCents.toString(),
        })),
      }),
    async () => {},
  );
  return found;
}

/** The way in which exports and proofs read. */
async function readText(snapshot: Snapshot, programmeId: string, seq: string): Promise<Read> {
  const [entry] = await snapshot.rows<StoredEntry & Record<string, unknown>>(
    oneEntry(programmeId, BigInt(seq)),
  );
  if (entry === undefined) throw new Error(`entry ${seq} is not there`);
  return asText({ ...entry, postings: entry.postings ?? [] });
}

it("every stored entry of the practice programme reads raw as it reads in text", async () => {
  await withinSnapshot(async (snapshot) => {
    const raw = await readRaw(snapshot, world.oefen);
    expect(raw.length).toBeGreaterThan(200);
    for (const entry of raw) expect(entry).toEqual(await readText(snapshot, world.oefen, entry.seq));
  });
});

// PostgreSQL's text knows no zero byte and no half of a surrogate pair.
const text = fc.string({ unit: "grapheme" }).map((value) => value.replaceAll("\0", ""));
const int8 = fc
  .oneof(
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    fc.constantFrom(0n, -(2n ** 63n), 2n ** 63n - 1n),
  )
  .map(String);
const date = fc.oneof(
  fc
    .date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10)),
  fc.constantFrom("1969-12-31", "2000-02-29", "2100-03-01", "12345-06-07", "294276-12-31"),
  fc.constantFrom("0044-03-15 BC", "0001-12-31 BC"),
);
const instant = fc
  .tuple(date, fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59_999_999 }))
  .map(([day, hour, micro]) => {
    const [digits = "", era = ""] = day.split(" ");
    return `${digits} ${hour}:59:${(micro / 1e6).toFixed(6)}Z ${era}`;
  });
const hash = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => `\\x${hex(bytes)}`);
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

/** By the names of the columns. */
const posting = fc.record({
  account_id: fc.integer({ min: 1, max: 3 }),
  municipality_id: orNull(fc.uuid()),
  amount_cents: int8,
});
const entry = fc.record({
  seq: int8,
  kind: fc.constantFrom("allocated", "revised", "settlement_reopened"),
  effective_on: date,
  recorded_at: instant,
  recorded_by: fc.uuid(),
  stream_id: fc.uuid(),
  municipality_id: orNull(fc.uuid()),
  allocation_id: orNull(fc.uuid()),
  proposal_id: orNull(fc.uuid()),
  report_id: orNull(fc.uuid()),
  corrects_seq: orNull(int8),
  decision_number: orNull(text),
  decision_on: orNull(date),
  legal_source: orNull(text),
  reason: text,
  posting_count: fc.integer(),
  debit_cents: int8,
  prev_hash: hash,
  hash,
  postings: fc.array(posting, { maxLength: 5 }),
});
const entries = fc.uniqueArray(entry, { selector: ({ seq }) => seq, maxLength: 4 });

it("an entry with anything in its columns reads raw as it reads in text", async () => {
  // Tables of this connection alone come before those of the ledger: without keys and checks anything fits in them.
  const { behind, oefen } = world;
  for (const table of ["entry", "posting", "account"])
    await behind.query(`CREATE TEMP TABLE ${table} (LIKE public.${table})`);
  await behind.query(
    `INSERT INTO account SELECT * FROM public.account WHERE programme_id = '${oefen}' ORDER BY id LIMIT 3`,
  );
  await behind.query(
    "UPDATE account a SET id = x.n, key = a.key || ' é|€' FROM (SELECT id, row_number() OVER () AS n FROM account) x WHERE x.id = a.id",
  );
  const insert = (table: string, rows: readonly object[]) =>
    behind.query(`INSERT INTO ${table} SELECT * FROM json_populate_recordset(NULL::${table}, $1)`, [
      JSON.stringify(rows.map((row) => ({ ...row, programme_id: oefen }))),
    ]);
  await fc.assert(
    fc.asyncProperty(entries, async (given) => {
      await behind.query("TRUNCATE entry, posting");
      await insert("entry", given);
      await insert(
        "posting",
        given.flatMap(({ seq, postings }) =>
          postings.map((one, index) => ({ ...one, entry_seq: seq, line: index + 1 })),
        ),
      );
      await withinSnapshot(async (snapshot) => {
        const raw = await readRaw(snapshot, oefen);
        expect(raw).toHaveLength(given.length);
        for (const one of raw) expect(one).toEqual(await readText(snapshot, oefen, one.seq));
      });
    }),
  );
});
