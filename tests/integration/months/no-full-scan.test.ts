import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor, Permission } from "@/lib/domain/access";
import { NO_FILTER } from "@/lib/domain/ledger/entry-filter";
import type { AsOf } from "@/lib/domain/reconciliation/as-of";
import { MEASURES } from "@/lib/domain/reconciliation/tree";
import { listAdvances } from "@/lib/queries/advances/list-advances";
import { findAllocation } from "@/lib/queries/allocations/find-allocation";
import { listAllocations } from "@/lib/queries/allocations/list-allocations";
import { listCeilings } from "@/lib/queries/ceilings/list-ceilings";
import { knownRows } from "@/lib/queries/entry/known-rows";
import { findEntry } from "@/lib/queries/ledger/find-entry";
import { listEntries } from "@/lib/queries/ledger/list-entries";
import { findMunicipalityDesk } from "@/lib/queries/municipality/find-municipality-desk";
import { findFigureHistory } from "@/lib/queries/overview/find-figure-history";
import { findStanding } from "@/lib/queries/overview/find-standing";
import { findStreamOverview } from "@/lib/queries/overview/find-stream-overview";
import { findBalances } from "@/lib/queries/own-balance/balances";
import { findTree } from "@/lib/queries/reconciliation/find-tree";
import { findReport } from "@/lib/queries/reports/find-report";
import { findMunicipalityWork } from "@/lib/queries/reports/municipality-work";
import { lateTerms } from "@/lib/queries/schedules/late-terms";
import { listSettlements } from "@/lib/queries/settlements/list-settlements";
import { findSisaYear } from "@/lib/queries/sisa/find-sisa-year";
import { findAuditWork } from "@/lib/queries/work/audit-work";
import { findMinistryWork } from "@/lib/queries/work/ministry-work";
import { spreadJournal } from "../../bench/spread";
import { openPublishedWorld, type PublishedWorld } from "../claims/published-world";
import { readingsOf, statementsOf } from "./reading-plans";

/** A tenth of the journal: a month of it is less than two hundredths. */
const MOST = 0.1;
const NOW: AsOf = { validOn: "2026-10-20", knownAt: "2026-10-20T10:00:00.000000Z" };
const PAST: AsOf = { validOn: "2024-04-11", knownAt: "2024-05-20T10:00:00.000000Z" };

let world: PublishedWorld;
let app: pg.Client;
let sizes: Readonly<Record<string, number>>;
const ids: Record<string, string> = {};

async function one(sql: string): Promise<string> {
  const { rows } = await world.behind.query<{ x: string }>(sql, [world.oefen]);
  if (rows[0] === undefined) throw new Error(`nothing for ${sql}`);
  return rows[0].x;
}

beforeAll(async () => {
  world = await openPublishedWorld();
  await spreadJournal(world.superuserUrl, "oefen", 20_000, { from: "2021-11-01T00:00:00Z", months: 60 });
  await world.behind.query("ANALYZE");
  app = new pg.Client(process.env.DATABASE_URL);
  await app.connect();
  const { rows } = await world.behind.query<{ name: string; n: string }>(
    "SELECT 'entry' AS name, count(*) AS n FROM entry UNION ALL SELECT 'posting', count(*) FROM posting",
  );
  sizes = Object.fromEntries(rows.map(({ name, n }) => [name, Number(n)]));
  ids.stream = await one("SELECT id AS x FROM stream WHERE programme_id = $1 AND code = 'OW'");
  ids.tranche = await one(
    "SELECT t.id AS x FROM tranche t JOIN stream s ON s.id = t.stream_id WHERE s.programme_id = $1 AND s.code = 'OW' ORDER BY t.code LIMIT 1",
  );
  ids.allocation = await one(
    "SELECT id AS x FROM allocation WHERE programme_id = $1 ORDER BY number LIMIT 1",
  );
  ids.report = await one(
    "SELECT r.id AS x FROM report r JOIN reporting_window w ON w.id = r.window_id WHERE w.programme_id = $1 AND r.status = 'accepted' ORDER BY w.ends_on DESC LIMIT 1",
  );
  ids.municipality = await one(
    "SELECT o.id AS x FROM organisation o JOIN programme_participant p ON p.organisation_id = o.id WHERE p.programme_id = $1 AND o.code = 'OEF01'",
  );
  ids.area = await one(
    "SELECT a.code AS x FROM area a JOIN organisation o ON o.id = a.municipality_id WHERE a.programme_id = $1 AND o.code = 'OEF01' ORDER BY a.code LIMIT 1",
  );
});
afterAll(async () => {
  await app.end();
  await world.close();
});

/** No screen reads a table of the journal from end to end, whatever way its plan calls that. */
async function reads(actor: Actor, work: () => Promise<unknown>, most: number): Promise<number> {
  const statements = await statementsOf(work);
  for (const statement of statements) {
    const readings = await readingsOf(app, actor, statement);
    for (const { table, way, rows } of readings) {
      const size = sizes[table];
      if (size === undefined) continue;
      expect(way, `${table} in ${statement.text}`).not.toBe("Seq Scan");
      expect(rows / size, `${way} of ${rows} in ${table} by ${statement.text}`).toBeLessThan(most);
    }
  }
  return statements.length;
}

const asked = async <P extends Permission>(
  permission: P,
  account: string,
  work: (grant: Awaited<ReturnType<typeof world.grant<P>>>) => Promise<unknown>,
  most = MOST,
): Promise<number> => {
  const grant = await world.grant(permission, account);
  return reads(grant.actor, () => work(grant), most);
};

describe("no screen reads the whole journal", () => {
  it.each(MEASURES.flatMap((measure) => [NOW, PAST].map((asOf) => ({ measure, asOf }))))(
    "the reconciliation, $measure, known at $asOf.knownAt",
    async ({ measure, asOf }) => {
      const open = ["OW", "OW.1", "OW.1.OEF01", `OW.1.OEF01.${ids.area}`];
      const sent = await asked("reconciliation:read", "auditor", (grant) =>
        findTree(grant, world.oefen, { measure, asOf, open }),
      );
      expect(sent).toBeGreaterThan(1);
    },
  );

  it.each([NOW, PAST])(
    "the list of entries, known at $knownAt, with each way to narrow it down",
    async (asOf) => {
      for (const filter of [
        NO_FILTER,
        { ...NO_FILTER, stream: "OW" },
        { ...NO_FILTER, municipality: "OEF03" },
        { ...NO_FILTER, kind: "settled" as const },
        { ...NO_FILTER, year: 2025 },
        { ...NO_FILTER, municipality: "OEF02", kind: "spent" as const, year: 2025 },
      ])
        for (const page of [1, 40])
          expect(
            await asked("journal:read", "auditor", (grant) =>
              listEntries(grant, world.oefen, { filter, asOf, page, before: null }),
            ),
          ).toBeGreaterThan(1);
    },
  );

  it.each([NOW, PAST])("a stream and the history of its figures, known at $knownAt", async (asOf) => {
    let sent = 0;
    sent += await asked("reconciliation:read", "officer", (grant) =>
      findStreamOverview(grant, {
        programmeId: world.oefen,
        stream: "OW",
        tranche: null,
        measure: "spent",
        asOf,
      }),
    );
    for (const municipality of [null, "OEF01"])
      sent += await asked("reconciliation:read", "officer", (grant) =>
        findFigureHistory(grant, {
          programmeId: world.oefen,
          streamId: ids.stream ?? "",
          filter: { measure: "spent", tranche: null, municipality, year: null, allocation: null },
          asOf,
          before: null,
        }),
      );
    expect(sent).toBeGreaterThan(1);
  });

  it("allocations, ceilings, advances, terms and settlements", async () => {
    let sent = 0;
    sent += await asked("allocation:read", "officer", (grant) =>
      listAllocations(grant, { programmeId: world.oefen, sort: "toegekend", descending: true, page: 1 }),
    );
    sent += await asked("allocation:read", "officer", (grant) =>
      findAllocation(grant, world.oefen, ids.allocation ?? ""),
    );
    sent += await asked("allocation:read", "officer", (grant) => listCeilings(grant, world.oefen));
    sent += await asked("allocation:propose", "officer", (grant) =>
      knownRows(grant, world.oefen, ids.tranche ?? "", "nl"),
    );
    sent += await asked("proposal:read", "officer", (grant) => lateTerms(grant, world.oefen));
    sent += await asked("proposal:read", "officer", (grant) => listSettlements(grant, world.oefen, null));
    sent += await asked("proposal:read", "officer", (grant) =>
      listAdvances(grant, { programmeId: world.oefen }),
    );
    expect(sent).toBeGreaterThan(1);
  });

  it("the desks: auditor, ministry, municipality and the public overview", async () => {
    let sent = 0;
    const today = NOW.validOn;
    sent += await asked("reconciliation:read", "auditor", (grant) =>
      findAuditWork(grant, world.oefen, today),
    );
    sent += await asked("proposal:read", "officer", (grant) => findMinistryWork(grant, world.oefen));
    sent += await asked("report:read", "coordinator", (grant) =>
      findMunicipalityWork(grant, world.oefen, today),
    );
    sent += await asked("report:read", "coordinator", (grant) => findBalances(grant, world.oefen, today));
    sent += await asked("report:read", "coordinator", (grant) =>
      findMunicipalityDesk(grant, world.oefen, "OEF01", today),
    );
    sent += await asked("allocation:read", "officer", (grant) => findStanding(grant, world.oefen));
    expect(sent).toBeGreaterThan(1);
  });

  it("one entry, one report and the accounts of a year", async () => {
    let sent = 0;
    sent += await asked("journal:read", "auditor", (grant) => findEntry(grant, world.oefen, 12_345n));
    sent += await asked("report:read", "officer", (grant) =>
      findReport(grant, world.oefen, ids.report ?? "", NOW.validOn),
    );
    // The accounts of a year go back to the first: all spend of this one municipality.
    const { rows } = await world.behind.query<{ own: string }>(
      "SELECT count(*) AS own FROM entry WHERE municipality_id = $1 AND kind IN ('spent', 'spend_corrected')",
      [ids.municipality],
    );
    sent += await asked(
      "report:read",
      "coordinator",
      (grant) =>
        findSisaYear(
          grant,
          { id: world.oefen, code: "oefen", nameNl: "Oefenprogramma", isPractice: true },
          { id: ids.municipality ?? "", code: "OEF01", preferredName: "Testerloo" },
          { year: 2025, today: NOW.validOn },
        ),
      (Number(rows[0]?.own) + 1) / (sizes.entry ?? 0),
    );
    expect(sent).toBeGreaterThan(1);
  });
});
