import { createHash } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { append } from "@/lib/db/journal";
import { closePool } from "@/lib/db/pool";
import { inContext } from "@/lib/db/transaction";
import { cents } from "@/lib/domain/money";
import { openTestDatabase, type TestDatabase } from "../support/database";
import { acting, ceiling, type LedgerFixture, makeFixture, proposal } from "../support/ledger-fixture";

let db: TestDatabase;
let owner: pg.Client;
let app: pg.Client;
let fixture: LedgerFixture;
let proposalId: string;
let serial = 0;

beforeAll(async () => {
  db = await openTestDatabase();
  owner = new pg.Client(db.ownerUrl);
  app = new pg.Client(db.appUrl);
  await Promise.all([owner.connect(), app.connect()]);
});
beforeEach(async () => {
  fixture = await makeFixture(owner, `heel-${++serial}`);
  proposalId = await proposal(owner, fixture, "ceiling");
  await post(1_000_00n);
});
afterAll(async () => {
  await Promise.all([owner.end(), app.end(), closePool()]);
  await db.close();
});

const post = (amount: bigint) =>
  inContext(fixture.officer, (tx) =>
    append(tx, fixture.programmeId, fixture.approverId, [ceiling(fixture, proposalId, amount)]),
  );

const entriesSql = `INSERT INTO entry SELECT e.programme_id, e.seq + 1, e.kind, e.effective_on, e.recorded_at + interval '1 second',
  e.recorded_by, e.stream_id, e.municipality_id, e.allocation_id, e.proposal_id, e.report_id, e.corrects_seq, e.decision_number,
  e.decision_on, e.legal_source, e.reason, e.posting_count, e.debit_cents, e.hash, $2 FROM entry e WHERE e.programme_id = $1
  ORDER BY e.seq DESC LIMIT 1`;
const junk = createHash("sha256").update("verzonnen").digest();
const postingSql = `INSERT INTO posting (programme_id, entry_seq, line, account_id, amount_cents)
  SELECT $1, $2, $3, a.id, $5 FROM account a WHERE a.programme_id = $1 AND a.kind = $4::account_kind`;

describe("an entry is whole or it is not there", () => {
  it("refuses an entry without postings at commit", async () => {
    await expect(
      acting(app, fixture.officer, () => app.query(entriesSql, [fixture.programmeId, junk])),
    ).rejects.toThrow(/unbalanced/);
  });

  it("refuses an unbalanced entry, whether TypeScript or SQL is asked", async () => {
    const skewed = ceiling(fixture, proposalId, 500n);
    const [first, second] = skewed.postings;
    if (!first || !second) throw new Error("two postings expected");
    const entry = { ...skewed, postings: [first, { ...second, amount: cents(second.amount - 1n) }] };
    await expect(
      inContext(fixture.officer, (tx) => append(tx, fixture.programmeId, fixture.approverId, [entry])),
    ).rejects.toMatchObject({
      code: "unbalanced",
      facts: { difference: "-1" },
    });
    await expect(
      acting(app, fixture.officer, async () => {
        await app.query(entriesSql, [fixture.programmeId, junk]);
        await app.query(postingSql, [fixture.programmeId, 2, 1, "unallocated", 100_000]);
        await app.query(postingSql, [fixture.programmeId, 2, 2, "ceiling", -99_999]);
      }),
    ).rejects.toThrow(/unbalanced/);
  });

  it("refuses a balanced pair that is added later to an old entry", async () => {
    await expect(
      acting(app, fixture.officer, async () => {
        await app.query(postingSql, [fixture.programmeId, 1, 3, "unallocated", 100]);
        await app.query(postingSql, [fixture.programmeId, 1, 4, "ceiling", -100]);
      }),
    ).rejects.toThrow(/unbalanced/);
  });

  it("refuses a complete entry that was not chained by the ledger", async () => {
    await expect(
      acting(app, fixture.officer, async () => {
        await app.query(entriesSql, [fixture.programmeId, junk]);
        await app.query(postingSql, [fixture.programmeId, 2, 1, "unallocated", 100_000]);
        await app.query(postingSql, [fixture.programmeId, 2, 2, "ceiling", -100_000]);
      }),
    ).rejects.toThrow(/unchained/);
  });

  it("refuses a fact that nobody else approved", async () => {
    const open = await proposal(owner, fixture, "ceiling", false);
    await expect(
      inContext(fixture.officer, (tx) =>
        append(tx, fixture.programmeId, fixture.approverId, [ceiling(fixture, open, 100n)]),
      ),
    ).rejects.toMatchObject({ code: "not_approved" });
  });

  it("refuses the author's own approval in SQL", async () => {
    const open = await proposal(owner, fixture, "ceiling", false);
    await expect(
      acting(app, { ...fixture.officer, personId: fixture.authorId }, () =>
        app.query(
          "INSERT INTO approval (proposal_id, version, content_hash, shown, outcome, person_id) VALUES ($1, 1, 'inhoud', '{}', 'approved', $2)",
          [open, fixture.authorId],
        ),
      ),
    ).rejects.toThrow(/four_eyes/);
  });

  it("a refused append leaves nothing: no entry, no account, no balance, no gap in the chain", async () => {
    await expect(post(-2_000_00n)).rejects.toMatchObject({ code: "exceeds_ceiling" });
    await post(5n);
    const { rows } = await acting(app, fixture.officer, () =>
      app.query("SELECT array_agg(seq::int ORDER BY seq) AS seqs FROM entry WHERE programme_id = $1", [
        fixture.programmeId,
      ]),
    );
    expect(rows).toEqual([{ seqs: [1, 2] }]);
  });
});
