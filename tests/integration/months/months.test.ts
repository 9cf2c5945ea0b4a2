import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPublishedWorld, type PublishedWorld } from "../claims/published-world";
import { asSystemActor } from "../support/ledger-fixture";
import { problemsOf } from "./problems-of";

let world: PublishedWorld;
let owner: pg.Client;

const CELLS = `SELECT account_id::text, effective_month, recorded_month, kind::text, amount_cents::text, posting_count::text, entry_count::text
  FROM account_month WHERE programme_id = $1 ORDER BY 1, 2, 3, 4`;

beforeAll(async () => {
  world = await openPublishedWorld();
  owner = new pg.Client(process.env.MIGRATE_DATABASE_URL);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await world.close();
});

describe("the months of the journal", () => {
  it("are kept by every append, and a rebuild from the entries makes the very same cells", async () => {
    const { rows: kept } = await world.behind.query(CELLS, [world.oefen]);
    expect(kept.length).toBeGreaterThan(100);
    const { rows } = await asSystemActor(owner, () =>
      owner.query<{ n: string }>("SELECT ledger.rebuild_months($1) AS n", [world.oefen]),
    );
    expect(rows[0]?.n).toBe(String(kept.length));
    expect((await world.behind.query(CELLS, [world.oefen])).rows).toEqual(kept);
  });

  it("count every entry once", async () => {
    const { rows } = await world.behind.query<{ cells: string; head: string }>(
      `SELECT (SELECT sum(entry_count) FROM account_month WHERE programme_id = h.programme_id)::text AS cells, h.seq::text AS head
         FROM ledger_head h WHERE h.programme_id = $1`,
      [world.oefen],
    );
    expect(rows[0]?.cells).toBe(rows[0]?.head);
  });

  it("are rebuilt by the owner in the context of the system, and by nobody else", async () => {
    await expect(owner.query("SELECT ledger.rebuild_months($1)", [world.oefen])).rejects.toThrow(
      /not_allowed/,
    );
    const app = new pg.Client(process.env.DATABASE_URL);
    await app.connect();
    try {
      await expect(app.query("SELECT ledger.rebuild_months($1)", [world.oefen])).rejects.toThrow(
        /permission denied/,
      );
      for (const change of [
        "UPDATE account_month SET amount_cents = 0",
        "DELETE FROM account_month",
        "INSERT INTO account_month SELECT * FROM account_month",
      ])
        await expect(app.query(change), change).rejects.toThrow(/permission denied/);
    } finally {
      await app.end();
    }
  });

  it("fail the verifier when one cent of one cell is changed, and it names the account and the month", async () => {
    const { rows } = await world.behind.query<{ account: string }>(
      `UPDATE account_month SET amount_cents = amount_cents + 1
        WHERE (account_id, effective_month, recorded_month, kind) = (
          SELECT account_id, effective_month, recorded_month, kind FROM account_month WHERE programme_id = $1 AND kind = 'spent' LIMIT 1)
        RETURNING account_id::text AS account`,
      [world.oefen],
    );
    const found = await problemsOf(world);
    await world.behind.query("SELECT ledger.rebuild_months($1)", [world.oefen]);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ code: "month" });
    expect(found[0]?.seq).toBeGreaterThan(0n);
    expect(found[0]?.detail).toContain(`account ${rows[0]?.account}, spent of `);
    expect(await problemsOf(world)).toEqual([]);
  });

  it("fail the verifier when a cell is gone or made up", async () => {
    await world.behind.query(
      `DELETE FROM account_month WHERE ctid = (SELECT ctid FROM account_month WHERE programme_id = $1 LIMIT 1)`,
      [world.oefen],
    );
    await world.behind.query(
      `INSERT INTO account_month SELECT account_id, effective_month, '2001-01-01', kind, programme_id, municipality_id, 1, 1, 0
         FROM account_month WHERE programme_id = $1 LIMIT 1`,
      [world.oefen],
    );
    const found = await problemsOf(world);
    await world.behind.query("SELECT ledger.rebuild_months($1)", [world.oefen]);
    expect(found.map(({ detail }) => detail.replace(/^.*, /, "")).sort()).toEqual([
      "is kept and no entry makes it",
      "is missing",
    ]);
  });
});
