import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { append } from "@/lib/db/journal";
import { inContext } from "@/lib/db/transaction";
import { openTestDatabase, type TestDatabase } from "../support/database";
import {
  acting,
  allocation,
  allocationRow,
  ceiling,
  type LedgerFixture,
  makeFixture,
  proposal,
} from "../support/ledger-fixture";

/** More than the number from which entries are checked together instead of one by one. */
const MANY = 80;

let db: TestDatabase;
let owner: pg.Client;
let app: pg.Client;
let superuser: pg.Client;
let fixture: LedgerFixture;
let ids: { proposalId: string; allocationId: string };

beforeAll(async () => {
  db = await openTestDatabase();
  owner = new pg.Client(db.ownerUrl);
  app = new pg.Client(db.appUrl);
  superuser = new pg.Client(db.superuserUrl);
  await Promise.all([owner.connect(), app.connect(), superuser.connect()]);
  fixture = await makeFixture(owner, "veel");
  ids = {
    proposalId: await proposal(owner, fixture, "allocation"),
    allocationId: await allocationRow(owner, fixture),
  };
  const first = ceiling(fixture, await proposal(owner, fixture, "ceiling"), 1_000_000_00n);
  await inContext(fixture.officer, (tx) => append(tx, fixture.programmeId, fixture.approverId, [first]));
});
afterAll(async () => {
  await Promise.all([owner.end(), app.end(), superuser.end()]);
  await db.close();
});

const many = () =>
  inContext(fixture.officer, (tx) =>
    append(
      tx,
      fixture.programmeId,
      fixture.approverId,
      Array.from({ length: MANY }, (_, at) => allocation(fixture, ids, BigInt(at + 1))),
    ),
  );
const range = async () =>
  (
    await superuser.query<{ from: number; to: number }>(
      `SELECT from_seq::int AS "from", to_seq::int AS "to" FROM ledger.found_whole WHERE programme_id = $1`,
      [fixture.programmeId],
    )
  ).rows[0];
const last = async () =>
  (
    await superuser.query("SELECT max(seq)::int AS seq FROM entry WHERE programme_id = $1", [
      fixture.programmeId,
    ])
  ).rows[0].seq as number;

/**
 * Copies of the last entries with their postings, as somebody with the application's connection could insert them past
 * `ledger.append`: as many as are checked together, balanced and with counts that hold, but not chained by the ledger.
 */
const forge = (change: { readonly skew: boolean; readonly shift: number }) =>
  acting(app, fixture.officer, async () => {
    const from = await last();
    await app.query(
      `INSERT INTO entry SELECT e.programme_id, e.seq + $3::bigint, e.kind, e.effective_on, e.recorded_at + interval '1 second', e.recorded_by,
         e.stream_id, e.municipality_id, e.allocation_id, e.proposal_id, e.report_id, e.corrects_seq, e.decision_number, e.decision_on,
         e.legal_source, e.reason, e.posting_count, e.debit_cents, e.prev_hash, e.hash
         FROM entry e WHERE e.programme_id = $1 AND e.seq > $2::bigint - $4::bigint`,
      [fixture.programmeId, from, MANY + change.shift, MANY],
    );
    await app.query(
      `INSERT INTO posting (programme_id, entry_seq, line, account_id, municipality_id, amount_cents)
       SELECT p.programme_id, p.entry_seq + $3::bigint, p.line, p.account_id, p.municipality_id,
              p.amount_cents + CASE WHEN $5 AND p.line = 1 AND p.entry_seq = $2::bigint THEN 1 ELSE 0 END
         FROM posting p WHERE p.programme_id = $1 AND p.entry_seq > $2::bigint - $4::bigint`,
      [fixture.programmeId, from, MANY + change.shift, MANY, change.skew],
    );
  });

describe("many entries of one statement", () => {
  it("are checked together, and a range that follows extends the one before", async () => {
    await many();
    expect(await range()).toEqual({ from: 2, to: MANY + 1 });
    await many();
    expect(await range()).toEqual({ from: 2, to: 2 * MANY + 1 });
  });

  it.each([
    ["that are copies with an old chain", { skew: false, shift: 0 }],
    ["of which one is unbalanced", { skew: true, shift: 0 }],
    ["beyond the head of the chain", { skew: false, shift: 5 }],
  ])("%s are refused at commit, and extend no range", async (_, change) => {
    const before = [await last(), await range()];
    await expect(forge(change)).rejects.toThrow(/unchained|unbalanced/);
    expect([await last(), await range()]).toEqual(before);
  });

  it("one line changed before commit is refused too: nothing of it can be changed", async () => {
    await expect(
      acting(app, fixture.officer, async () => {
        await app.query("UPDATE posting SET amount_cents = amount_cents + 1 WHERE entry_seq = 2");
      }),
    ).rejects.toThrow(/permission denied/);
  });

  it("the range is written by the ledger alone", async () => {
    for (const sql of [
      "SELECT * FROM ledger.found_whole",
      "UPDATE ledger.found_whole SET to_seq = 9999999",
      "INSERT INTO ledger.found_whole VALUES (gen_random_uuid(), 1, 9999999)",
    ])
      await expect(
        acting(app, fixture.officer, () => app.query(sql)),
        sql,
      ).rejects.toThrow(/permission denied/);
  });
});
