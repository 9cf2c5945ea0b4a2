import { generateKeyPairSync, type KeyObject } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readPublicKey } from "@/lib/db/checkpoints/public-keys";
import { signatureState, signCheckpoint } from "@/lib/db/checkpoints/signature";
import { snapshotOn } from "@/lib/db/ledger-reading/snapshot";
import { type LedgerVerdict, verifyLedger } from "@/lib/db/ledger-reading/verify-ledger";
import type { SignedCheckpoint } from "@/lib/domain/ledger/checkpoint";
import { appendBatch } from "../../bench/world";
import { openTestDatabase, type TestDatabase } from "../support/database";
import {
  allocation,
  allocationRow,
  ceiling,
  type LedgerFixture,
  makeFixture,
  proposal,
} from "../support/ledger-fixture";

const CODE = "knoei";
let database: TestDatabase;
let superuser: pg.Client;
let fixture: LedgerFixture;
let keys: Map<string, KeyObject>;
let signed: SignedCheckpoint;

/** Somebody with every right in the database, and no key of the checkpoints. */
const tamper = async (sql: string, values: readonly unknown[] = []): Promise<number> => {
  await superuser.query("SET session_replication_role = replica");
  const { rowCount } = await superuser.query(sql, [...values]);
  await superuser.query("SET session_replication_role = origin");
  return rowCount ?? 0;
};

async function verify(checkpoints: readonly SignedCheckpoint[] = []): Promise<LedgerVerdict> {
  const client = new pg.Client(database.verifierUrl);
  await client.connect();
  const snapshot = await snapshotOn(client, null);
  const verdict = await verifyLedger(
    snapshot,
    { id: fixture.programmeId, code: CODE },
    checkpoints.map((checkpoint) => ({
      checkpoint,
      where: "file",
      signature: signatureState(checkpoint, keys),
    })),
  );
  await snapshot.close();
  await client.end();
  return verdict;
}

beforeAll(async () => {
  database = await openTestDatabase();
  superuser = new pg.Client(database.superuserUrl);
  await superuser.connect();
  const owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  fixture = await makeFixture(owner, CODE);
  const ceilingProposal = await proposal(owner, fixture, "ceiling");
  const ids = {
    proposalId: await proposal(owner, fixture, "allocation"),
    allocationId: await allocationRow(owner, fixture),
  };
  const world = { fixture, ids };
  await appendBatch(owner, world, [ceiling(fixture, ceilingProposal, 1_000_000_00n)]);
  await appendBatch(
    owner,
    world,
    Array.from({ length: 40 }, (_, index) => allocation(fixture, ids, BigInt(100 + index))),
  );
  await owner.end();
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const published = readPublicKey(publicKey.export({ type: "spki", format: "pem" }).toString());
  keys = new Map([[published.id, published.key]]);
  const { entries, root } = await verify();
  signed = signCheckpoint(privateKey, {
    programmeId: fixture.programmeId,
    size: entries,
    root,
    at: "2026-11-23T12:00:00.000Z",
  });
});
afterAll(async () => {
  await superuser.end();
  await database.close();
});

it("finds nothing wrong with what was only appended, and the checkpoint holds", async () => {
  const { entries, postings, problems } = await verify([signed]);
  expect({ entries, postings, problems }).toEqual({ entries: 41n, postings: 162n, problems: [] });
});

/** Columns of every table that carries the ledger; each is changed in one row, seen, and put back. */
const COLUMNS: Readonly<
  Record<string, { readonly where: string; readonly columns: Readonly<Record<string, string>> }>
> = {
  entry: {
    where: "seq = 7",
    columns: {
      programme_id: "gen_random_uuid()",
      seq: "seq + 1000",
      kind: "'revised'",
      effective_on: "effective_on + 1",
      recorded_at: "recorded_at + interval '1 microsecond'",
      recorded_by: "gen_random_uuid()",
      stream_id: "gen_random_uuid()",
      municipality_id: "gen_random_uuid()",
      allocation_id: "gen_random_uuid()",
      proposal_id: "gen_random_uuid()",
      report_id: "gen_random_uuid()",
      corrects_seq: "3",
      decision_number: "'B-2'",
      decision_on: "'2026-01-01'",
      legal_source: "'artikel 1'",
      reason: "reason || ' '",
      posting_count: "posting_count + 1",
      debit_cents: "debit_cents + 1",
      prev_hash: "set_byte(prev_hash, 3, get_byte(prev_hash, 3) # 1)",
      hash: "set_byte(hash, 31, get_byte(hash, 31) # 128)",
    },
  },
  posting: {
    where: "entry_seq = 9 AND line = 2",
    columns: {
      programme_id: "gen_random_uuid()",
      line: "line + 90",
      entry_seq: "10 + 0 * entry_seq, line = 91",
      account_id: "(SELECT min(id) FROM account WHERE id <> posting.account_id)",
      municipality_id: "gen_random_uuid()",
      amount_cents: "amount_cents + 1",
    },
  },
  account: {
    where: "kind = 'to_spend'",
    columns: {
      id: "id + 1000000",
      programme_id: "gen_random_uuid()",
      book: "'cash'",
      kind: "'spent'",
      stream_id: "gen_random_uuid()",
      tranche_id: "gen_random_uuid()",
      theme_id: "gen_random_uuid()",
      municipality_id: "gen_random_uuid()",
      area_id: "gen_random_uuid()",
      year: "2027",
      vat_basis: "'net_of_bcf'",
      key: "key || 'x'",
    },
  },
  account_balance: {
    where: "account_id = (SELECT id FROM account WHERE kind = 'to_spend' LIMIT 1)",
    columns: {
      account_id: "account_id + 1000000",
      programme_id: "gen_random_uuid()",
      balance_cents: "balance_cents + 1",
      posting_count: "posting_count + 1",
      floor_cents: "NULL",
      municipality_id: "gen_random_uuid()",
    },
  },
  account_month: {
    where: "account_id = (SELECT id FROM account WHERE kind = 'to_spend' LIMIT 1)",
    columns: {
      account_id: "account_id + 1000000",
      effective_month: "effective_month - 31",
      recorded_month: "recorded_month - 31",
      kind: "'revised'",
      programme_id: "gen_random_uuid()",
      municipality_id: "gen_random_uuid()",
      amount_cents: "amount_cents + 1",
      posting_count: "posting_count + 1",
      entry_count: "entry_count + 1",
    },
  },
  ledger_head: {
    where: "true",
    columns: {
      programme_id: "gen_random_uuid()",
      seq: "seq - 1",
      recorded_at: "recorded_at + interval '1 second'",
      hash: "sha256(hash)",
    },
  },
};

it("no column of these tables is left out", async () => {
  const { rows } = await superuser.query<{ table: string; columns: string[] }>(
    `SELECT c.relname AS table, array_agg(a.attname::text ORDER BY a.attname) AS columns
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.oid = ANY ($1::regclass[]) GROUP BY c.relname`,
    [Object.keys(COLUMNS)],
  );
  const changed = Object.entries(COLUMNS).map(([table, { columns }]) => [table, Object.keys(columns).sort()]);
  expect(Object.fromEntries(rows.map(({ table, columns }) => [table, columns]))).toEqual(
    Object.fromEntries(changed),
  );
});

for (const [table, { where, columns }] of Object.entries(COLUMNS)) {
  describe(`a change of ${table}`, () => {
    it.each(Object.entries(columns))("in %s is seen", async (column, value) => {
      await superuser.query(`CREATE TEMP TABLE kept AS SELECT * FROM ${table}`);
      for (const check of ["account_key_true", "account_kind_in_book"])
        await superuser.query(`ALTER TABLE account DROP CONSTRAINT IF EXISTS ${check}`);
      const changed = await tamper(`UPDATE ${table} SET ${column} = ${value} WHERE ${where}`);
      expect(changed).toBeGreaterThan(0);
      const { problems } = await verify();
      await tamper(`DELETE FROM ${table}`);
      await tamper(`INSERT INTO ${table} SELECT * FROM kept`);
      await superuser.query("DROP TABLE kept");
      expect(problems.length, `${table}.${column}`).toBeGreaterThan(0);
      expect((await verify()).problems).toEqual([]);
    });
  });
}

it("a date without end is not taken for no date", async () => {
  const set = "UPDATE entry SET decision_on =";
  expect(await tamper(`${set} 'infinity' WHERE seq = 7 AND decision_on IS NULL`)).toBe(1);
  const { problems } = await verify();
  await tamper(`${set} NULL WHERE seq = 7`);
  expect(problems).toEqual([expect.objectContaining({ code: "hash", seq: 7n })]);
});

it("a kept month that begins on another day than the first is seen", async () => {
  await superuser.query("CREATE TEMP TABLE added AS SELECT * FROM account_month LIMIT 1");
  await superuser.query("UPDATE added SET recorded_month = recorded_month + 5");
  await tamper("INSERT INTO account_month SELECT * FROM added");
  const { problems } = await verify();
  await tamper("DELETE FROM account_month WHERE recorded_month <> date_trunc('month', recorded_month)");
  expect(problems).toEqual([expect.objectContaining({ code: "month", seq: null })]);
});

describe("a tail that was cut off", () => {
  const cut = async () => {
    await tamper("DELETE FROM posting WHERE entry_seq > 38");
    await tamper("DELETE FROM entry WHERE seq > 38");
    await tamper(
      `UPDATE account_balance b SET (balance_cents, posting_count) = (SELECT coalesce(sum(p.amount_cents), 0), count(p.account_id)
         FROM account a LEFT JOIN posting p ON p.account_id = a.id WHERE a.id = b.account_id)`,
    );
    await superuser.query("SELECT ledger.rebuild_months($1)", [fixture.programmeId]);
    await tamper(
      "UPDATE ledger_head SET (seq, recorded_at, hash) = (SELECT seq, recorded_at, hash FROM entry ORDER BY seq DESC LIMIT 1)",
    );
  };

  it("with head, balances and months made to fit cannot be seen from within, and is caught by the checkpoint outside", async () => {
    for (const table of ["posting", "entry", "account_balance", "account_month", "ledger_head"])
      await superuser.query(`CREATE TEMP TABLE kept_${table} AS SELECT * FROM ${table}`);
    await cut();
    expect((await verify()).problems).toEqual([]);
    const caught = await verify([signed]);
    for (const table of ["posting", "entry", "account_balance", "account_month", "ledger_head"]) {
      await tamper(`DELETE FROM ${table}`);
      await tamper(`INSERT INTO ${table} SELECT * FROM kept_${table}`);
    }
    expect(caught.problems.map(({ code }) => code)).toContain("checkpoint_ahead");
    expect((await verify([signed])).problems).toEqual([]);
  });

  it("cannot be hidden by a checkpoint that somebody else signed", async () => {
    const { privateKey } = generateKeyPairSync("ed25519");
    const forged = signCheckpoint(privateKey, { ...signed, size: 38n });
    expect((await verify([{ ...forged, keyId: signed.keyId }])).problems).not.toEqual([]);
  });
});
