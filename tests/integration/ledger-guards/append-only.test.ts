import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { append } from "@/lib/db/journal";
import { closePool } from "@/lib/db/pool";
import { inContext } from "@/lib/db/transaction";
import { openTestDatabase, type TestDatabase } from "../support/database";
import {
  acting,
  asSystemActor,
  ceiling,
  type LedgerFixture,
  makeFixture,
  proposal,
} from "../support/ledger-fixture";

let db: TestDatabase;
let owner: pg.Client;
let app: pg.Client;
let fixture: LedgerFixture;

beforeAll(async () => {
  db = await openTestDatabase();
  owner = new pg.Client(db.ownerUrl);
  app = new pg.Client(db.appUrl);
  await Promise.all([owner.connect(), app.connect()]);
  fixture = await makeFixture(owner);
  const proposalId = await proposal(owner, fixture, "ceiling");
  await inContext(fixture.officer, (tx) =>
    append(tx, fixture.programmeId, fixture.approverId, [ceiling(fixture, proposalId, 1_000_00n)]),
  );
});
afterAll(async () => {
  await Promise.all([owner.end(), app.end(), closePool()]);
  await db.close();
});

describe("what is written stays as it was", () => {
  const tables = [
    "entry",
    "posting",
    "account",
    "approval",
    "audit_event",
    "report_event",
    "checkpoint",
    "conflict_decision",
    "conflict_proposal",
    "conflict_return",
    "claim",
    "claim_link",
    "claim_link_withdrawal",
    "source_document",
  ];

  it.each(tables)("the application role cannot update, delete or truncate %s", async (table) => {
    for (const sql of [
      `UPDATE ${table} SET ${await anyColumn(table)} = NULL`,
      `DELETE FROM ${table}`,
      `TRUNCATE ${table} CASCADE`,
    ]) {
      await expect(
        acting(app, fixture.officer, () => app.query(sql)),
        sql,
      ).rejects.toThrow(/permission denied|must be owner/);
    }
  });

  it.each(tables)("the owner is refused as well by the trigger on %s", async (table) => {
    const column = await anyColumn(table);
    for (const sql of [
      `UPDATE ${table} SET ${column} = ${column}`,
      `DELETE FROM ${table}`,
      `TRUNCATE ${table} CASCADE`,
    ]) {
      await expect(
        asSystemActor(owner, () => owner.query(sql)),
        sql,
      ).rejects.toThrow(/append_only/);
    }
  });

  it("the head of the chain does not move back", async () => {
    await expect(
      asSystemActor(owner, () => owner.query("UPDATE ledger_head SET seq = seq - 1")),
    ).rejects.toThrow(/append_only/);
  });

  it("the application role owns nothing and may not bypass row-level security", async () => {
    const { rows } = await owner.query(
      `SELECT (SELECT count(*) FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname = 'geldstroom_app')::int AS owned,
              (SELECT rolbypassrls OR rolsuper FROM pg_roles WHERE rolname = 'geldstroom_app') AS bypass,
              (SELECT rolbypassrls OR rolsuper FROM pg_roles WHERE rolname = 'geldstroom_owner') AS owner_bypass`,
    );
    expect(rows).toEqual([{ owned: 0, bypass: false, owner_bypass: false }]);
  });

  it("the role that appends is nobody's: no signing in, no passing of policies, only its own functions", async () => {
    const { rows } = await owner.query(
      `SELECT rolcanlogin OR rolsuper OR rolbypassrls AS powers,
              pg_has_role('geldstroom_app', oid, 'MEMBER') OR pg_has_role('geldstroom_verifier', oid, 'MEMBER') AS lent,
              pg_has_role('geldstroom_owner', oid, 'USAGE') AS inherited,
              (SELECT array_agg(p.proname::text ORDER BY p.proname) FROM pg_proc p WHERE p.proowner = r.oid) AS functions,
              (SELECT count(*)::int FROM pg_class c WHERE c.relowner = r.oid) AS tables,
              has_table_privilege(oid, 'entry', 'UPDATE, DELETE, TRUNCATE') OR has_schema_privilege(oid, 'ledger', 'CREATE') AS changes
         FROM pg_roles r WHERE rolname = 'geldstroom_ledger'`,
    );
    expect(rows).toEqual([
      {
        powers: false,
        lent: false,
        inherited: false,
        functions: ["append", "keep_sums", "open_accounts", "require_approval"],
        tables: 0,
        changes: false,
      },
    ]);
    await expect(app.query("SET ROLE geldstroom_ledger")).rejects.toThrow(/permission denied/);
    await expect(app.query("SELECT ledger.open_accounts($1, '[]')", [fixture.programmeId])).rejects.toThrow(
      /permission denied/,
    );
  });
});

async function anyColumn(table: string): Promise<string> {
  const { rows } = await owner.query<{ name: string }>(
    "SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum = 1",
    [table],
  );
  return rows[0]?.name ?? "id";
}
