import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { canonicalJson } from "@/lib/db/hash";
import { append } from "@/lib/db/journal";
import { inContext } from "@/lib/db/transaction";
import { BOOK_OF } from "@/lib/domain/ledger/journal";
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

/** More than the number of rows from which triggers plan anew. */
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
/** Two entries of which the second has one cent too many, past what TypeScript refuses. */
const skewed = () =>
  [allocation(fixture, ids, 10n), allocation(fixture, ids, 20n)].map(({ postings, ...entry }, at) => ({
    ...entry,
    postings: postings.map(({ account, amount }, line) => ({
      ...account,
      book: BOOK_OF[account.kind],
      amount: amount + (at === 1 && line === 0 ? 1n : 0n),
    })),
  }));
const last = async () =>
  (
    await superuser.query("SELECT max(seq)::int AS seq FROM entry WHERE programme_id = $1", [
      fixture.programmeId,
    ])
  ).rows[0].seq as number;

/**
 * Copies of the last entries with their postings, as somebody with the application's connection could insert them past
 * `ledger.append`, also when it says that it is that function: balanced and with counts that hold, but not chained by the ledger.
 */
const forge = (change: { readonly skew: boolean; readonly shift: number; readonly claims?: boolean }) =>
  acting(app, fixture.officer, async () => {
    const from = await last();
    await app.query("SELECT set_config('ledger.appending', $1, true)", [change.claims ? "on" : ""]);
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
  beforeAll(async () => {
    await many();
    await many();
  });

  it("are checked whole once more by the rule for entries from elsewhere, and are", async () => {
    await expect(
      acting(owner, fixture.officer, () =>
        owner.query("SELECT ledger.check_entry(programme_id, seq) FROM entry WHERE programme_id = $1", [
          fixture.programmeId,
        ]),
      ),
    ).resolves.toMatchObject({ rowCount: 2 * MANY + 1 });
  });

  it.each([
    ["that are copies with an old chain", { skew: false, shift: 0 }],
    ["of which one is unbalanced", { skew: true, shift: 0 }],
    ["beyond the head of the chain", { skew: false, shift: 5 }],
    ["that claim to come from the ledger", { skew: false, shift: 0, claims: true }],
    ["that claim so and are unbalanced", { skew: true, shift: 0, claims: true }],
  ])("%s are refused at commit", async (_, change) => {
    const before = await last();
    await expect(forge(change)).rejects.toThrow(/unchained|unbalanced/);
    expect(await last()).toEqual(before);
  });

  it("a line beyond those of an entry is refused, also from who claims to be the ledger", async () => {
    await expect(
      acting(app, fixture.officer, async () => {
        await app.query("SELECT set_config('ledger.appending', 'on', true)");
        await app.query(
          `INSERT INTO posting (programme_id, entry_seq, line, account_id, municipality_id, amount_cents)
           SELECT programme_id, entry_seq, line + 100, account_id, municipality_id, amount_cents FROM posting
            WHERE programme_id = $1 AND entry_seq = 2`,
          [fixture.programmeId],
        );
      }),
    ).rejects.toThrow(/unbalanced: entry 2 is closed/);
  });

  it("one that is unbalanced refuses all that are appended with it", async () => {
    const before = await last();
    await expect(
      acting(app, fixture.officer, () =>
        app.query("SELECT ledger.append($1, $2, $3::jsonb)", [
          fixture.programmeId,
          fixture.approverId,
          canonicalJson(skewed()),
        ]),
      ),
    ).rejects.toThrow(new RegExp(`unbalanced: entry ${before + 2} has no postings, or they do not add up`));
    expect(await last()).toEqual(before);
  });

  it("nothing is appended to a head that is not the last entry", async () => {
    await superuser.query("ALTER TABLE ledger_head DISABLE TRIGGER USER");
    const { rows } = await superuser.query<{ hash: Buffer }>(
      "SELECT hash FROM ledger_head WHERE programme_id = $1",
      [fixture.programmeId],
    );
    const set = (hash: Buffer | undefined) =>
      superuser.query("UPDATE ledger_head SET hash = $2 WHERE programme_id = $1", [
        fixture.programmeId,
        hash,
      ]);
    await set(Buffer.alloc(32));
    await expect(many()).rejects.toThrow("append_only");
    await set(rows[0]?.hash);
    await superuser.query("ALTER TABLE ledger_head ENABLE TRIGGER USER");
    await many();
  });

  it("one line changed before commit is refused too: nothing of it can be changed", async () => {
    await expect(
      acting(app, fixture.officer, async () => {
        await app.query("UPDATE posting SET amount_cents = amount_cents + 1 WHERE entry_seq = 2");
      }),
    ).rejects.toThrow(/permission denied/);
  });
});
