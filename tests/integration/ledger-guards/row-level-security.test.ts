import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contextToken } from "@/lib/db/context-token";
import { append } from "@/lib/db/journal";
import { closePool } from "@/lib/db/pool";
import { inContext } from "@/lib/db/transaction";
import type { Actor } from "@/lib/domain/access";
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

let db: TestDatabase;
let owner: pg.Client;
let app: pg.Client;
let fixture: LedgerFixture;

beforeAll(async () => {
  db = await openTestDatabase();
  owner = new pg.Client(db.ownerUrl);
  app = new pg.Client(db.appUrl);
  await Promise.all([owner.connect(), app.connect()]);
  fixture = await makeFixture(owner, "rij");
  const entries = [ceiling(fixture, await proposal(owner, fixture, "ceiling"), 10_000_00n)];
  for (const municipality of [0, 1]) {
    const ids = {
      proposalId: await proposal(owner, fixture, "allocation"),
      allocationId: await allocationRow(owner, fixture, municipality),
    };
    entries.push(allocation(fixture, ids, 1_000_00n, municipality));
  }
  await inContext(fixture.officer, (tx) => append(tx, fixture.programmeId, fixture.approverId, entries));
});
afterAll(async () => {
  await Promise.all([owner.end(), app.end(), closePool()]);
  await db.close();
});

const guarded = [
  "entry",
  "posting",
  "account",
  "account_balance",
  "account_month",
  "ledger_head",
  "allocation",
  "proposal",
  "approval",
  "report",
  "report_line",
  "audit_event",
  "person",
  "user_account",
  "role_assignment",
  "user_session",
];
const coordinatorOf = (index: number): Actor => ({
  personId: fixture.authorId,
  name: "coördinator",
  scope: "municipality",
  roles: ["coordinator"],
  organisationIds: [fixture.municipalities[index]?.id ?? ""],
});
const countAll = async (client: pg.Client, table: string) =>
  (await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`)).rows[0]?.n;

describe("no context, no rows", () => {
  it.each(guarded)("%s shows nothing to the application and to the owner", async (table) => {
    expect(await countAll(app, table)).toBe(0);
    expect(await countAll(owner, table)).toBe(0);
  });

  it("every table that belongs to someone has row-level security enabled and forced", async () => {
    const { rows } = await owner.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'public' AND c.relkind = 'r' AND NOT (c.relrowsecurity AND c.relforcerowsecurity) ORDER BY 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual([
      "_prisma_migrations",
      "area",
      "audit_log",
      "indicator",
      "organisation",
      "programme",
      "programme_participant",
      "rate_limit",
      "stream",
      "stream_ministry",
      "theme",
      "tranche",
    ]);
  });

  it("a forged, an expired and a tampered token are no context", async () => {
    const good = contextToken(fixture.officer);
    const expired = contextToken(fixture.officer, Date.now() - 3_600_000);
    const wider = good.replace(/\|ministry\|/, "|system|");
    for (const token of [
      expired,
      wider,
      `${good.slice(0, -1)}${good.endsWith("0") ? "1" : "0"}`,
      "v1|system|||99999999999",
      "x",
    ]) {
      await app.query("BEGIN");
      await app.query("SELECT set_config('app.context', $1, true)", [token]);
      expect(await countAll(app, "entry"), token).toBe(0);
      await app.query("ROLLBACK");
    }
  });

  it("the application cannot read the key that signs a context", async () => {
    await expect(app.query("SELECT * FROM security.context_key")).rejects.toThrow(/permission denied/);
    await expect(app.query("SELECT security.install_context_key($1)", ["00".repeat(32)])).rejects.toThrow(
      /permission denied/,
    );
  });
});

describe("a municipality sees its own", () => {
  it.each([0, 1])(
    "municipality %i reads its own entry and the programme's, and not the other's",
    async (index) => {
      const { rows } = await acting(app, coordinatorOf(index), () =>
        app.query("SELECT municipality_id, count(*)::int AS n FROM entry GROUP BY 1 ORDER BY 1 NULLS FIRST"),
      );
      expect(rows).toEqual([
        { municipality_id: null, n: 1 },
        { municipality_id: fixture.municipalities[index]?.id, n: 1 },
      ]);
      const { rows: own } = await acting(app, coordinatorOf(index), () =>
        app.query("SELECT municipality_id FROM allocation"),
      );
      expect(own).toEqual([{ municipality_id: fixture.municipalities[index]?.id }]);
    },
  );

  it.each([0, 1])(
    "municipality %i reads its own months and the programme's, as it does balances",
    async (index) => {
      const own = fixture.municipalities[index]?.id;
      for (const table of ["account_balance", "account_month"]) {
        const { rows } = await acting(app, coordinatorOf(index), () =>
          app.query<{ municipality_id: string | null; n: number }>(
            `SELECT municipality_id, count(*)::int AS n FROM ${table} GROUP BY 1 ORDER BY 1 NULLS FIRST`,
          ),
        );
        expect(
          rows.map(({ municipality_id }) => municipality_id),
          table,
        ).toEqual([null, own]);
      }
      const { rows } = await acting(app, coordinatorOf(index), () =>
        app.query(
          "SELECT sum(m.amount_cents)::text AS allocated FROM account_month m JOIN account a ON a.id = m.account_id WHERE a.kind = 'allocated'",
        ),
      );
      expect(rows).toEqual([{ allocated: "100000" }]);
    },
  );

  it("cannot append, approve or write a report for another", async () => {
    const proposalId = await proposal(owner, fixture, "ceiling");
    const coordinator = coordinatorOf(0);
    await expect(
      inContext(coordinator, (tx) =>
        append(tx, fixture.programmeId, fixture.authorId, [ceiling(fixture, proposalId, 100n)]),
      ),
    ).rejects.toMatchObject({ code: "not_allowed" });
    const window = await acting(owner, { personId: null, scope: "system", organisationIds: [] }, () =>
      owner.query<{ id: string }>(
        `INSERT INTO reporting_window (programme_id, stream_id, tranche_id, code, year, period, periods, starts_on, ends_on, opens_on, due_on)
         VALUES ($1, $2, $3, 'w', 2026, 1, 1, '2026-01-01', '2026-12-31', '2027-01-01', '2027-04-01') RETURNING id`,
        [fixture.programmeId, fixture.streamId, fixture.trancheId],
      ),
    );
    await expect(
      acting(app, coordinator, () =>
        app.query("INSERT INTO report (window_id, municipality_id, number) VALUES ($1, $2, 'R-x')", [
          window.rows[0]?.id,
          fixture.municipalities[1]?.id,
        ]),
      ),
    ).rejects.toThrow(/row-level security/);
  });

  it("a ministry that does not own the stream cannot append to it", async () => {
    const proposalId = await proposal(owner, fixture, "ceiling");
    const stranger: Actor = { ...fixture.officer, organisationIds: [fixture.otherMinistryId] };
    await expect(
      inContext(stranger, (tx) =>
        append(tx, fixture.programmeId, fixture.approverId, [ceiling(fixture, proposalId, 100n)]),
      ),
    ).rejects.toThrow("not_allowed");
    const { rows } = await acting(app, fixture.officer, () =>
      app.query("SELECT count(*)::int AS n FROM entry"),
    );
    expect(rows).toEqual([{ n: 3 }]);
  });
});
