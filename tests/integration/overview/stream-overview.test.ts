import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { append } from "@/lib/db/journal";
import { inContext } from "@/lib/db/transaction";
import { type Actor, issueGrant } from "@/lib/domain/access";
import { allocationEntry, spendEntry } from "@/lib/domain/ledger/facts";
import type { NewEntry } from "@/lib/domain/ledger/journal";
import { cents } from "@/lib/domain/money";
import { exportFigureHistory, findFigureHistory } from "@/lib/queries/overview/find-figure-history";
import { findStreamOverview } from "@/lib/queries/overview/find-stream-overview";
import { openTestDatabase, type TestDatabase } from "../support/database";
import {
  allocation,
  allocationRow,
  asSystemActor,
  ceiling,
  type LedgerFixture,
  makeFixture,
  proposal,
} from "../support/ledger-fixture";

let db: TestDatabase;
let owner: pg.Client;
let world: LedgerFixture;
let allocationId: string;
let beforeRevision: string;

const NOW = () => `${new Date(Date.now() + 60_000).toISOString().slice(0, 23)}999Z`;
const ALL = { tranche: null, municipality: null, year: null, allocation: null } as const;
const post = (...entries: NewEntry[]) =>
  inContext(world.officer, (tx) => append(tx, world.programmeId, world.approverId, entries));
const where = (municipality: number) => {
  const place = world.municipalities[municipality];
  if (place === undefined) throw new Error("no such municipality");
  return { municipalityId: place.id, areaId: place.areaId };
};
const desk = (change: Partial<Parameters<typeof findStreamOverview>[1]> = {}) =>
  findStreamOverview(issueGrant("reconciliation:read", world.officer), {
    programmeId: world.programmeId,
    stream: "S",
    tranche: null,
    measure: "spent",
    asOf: { validOn: "2027-12-31", knownAt: NOW() },
    ...change,
  });

/** An accepted report of a municipality on 2026, or one that is still to come. */
async function report(municipality: number, accepted: boolean): Promise<string> {
  return asSystemActor(owner, async () => {
    const { rows } = await owner.query<{ id: string }>(
      `INSERT INTO report (window_id, municipality_id, number, status) SELECT id, $1::uuid, 'R-' || $1::text, $2::report_status FROM reporting_window WHERE programme_id = $3 RETURNING id`,
      [where(municipality).municipalityId, accepted ? "signed" : "draft", world.programmeId],
    );
    const id = rows[0]?.id ?? "";
    if (accepted) {
      await owner.query(
        `INSERT INTO report_line (report_id, municipality_id, area_id, theme_id, spent_cents, forecast_cents) VALUES ($1, $2, $3, $4, 40000, 25000)`,
        [id, where(municipality).municipalityId, where(municipality).areaId, world.themeId],
      );
      await owner.query(
        "INSERT INTO report_event (report_id, municipality_id, version, action, person_id) VALUES ($1, $2, 1, 'accepted', $3)",
        [id, where(municipality).municipalityId, world.approverId],
      );
      await owner.query("UPDATE report SET status = 'accepted' WHERE id = $1", [id]);
    }
    return id;
  });
}

beforeAll(async () => {
  db = await openTestDatabase();
  owner = new pg.Client(db.ownerUrl);
  await owner.connect();
  world = await makeFixture(owner, "overzicht");
  await asSystemActor(owner, () =>
    owner.query(
      `INSERT INTO reporting_window (programme_id, stream_id, tranche_id, code, year, period, periods, starts_on, ends_on, opens_on, due_on)
       VALUES ($1, $2, $3, 'W', 2026, 1, 1, '2026-01-01', '2026-12-31', '2027-01-01', '2027-04-01')`,
      [world.programmeId, world.streamId, world.trancheId],
    ),
  );
  allocationId = await allocationRow(owner, world, 0);
  await post(
    ceiling(world, await proposal(owner, world, "ceiling"), 10_000_00n),
    allocation(world, { proposalId: await proposal(owner, world, "allocation"), allocationId }, 1_000_00n, 0),
    allocation(
      world,
      {
        proposalId: await proposal(owner, world, "allocation"),
        allocationId: await allocationRow(owner, world, 1),
      },
      500_01n,
      1,
    ),
  );
  beforeRevision =
    (await owner.query<{ now: string }>("SELECT ledger.instant(clock_timestamp()) AS now")).rows[0]?.now ??
    "";
  await post(
    allocationEntry({
      kind: "revised",
      allocationId,
      proposalId: await proposal(owner, world, "allocation"),
      streamId: world.streamId,
      trancheId: world.trancheId,
      themeId: world.themeId,
      ...where(0),
      effectiveOn: "2026-06-01",
      reason: "lagere kosten",
      years: [{ year: 2026, amount: cents(-200_00n) }],
    }),
  );
  await post(
    spendEntry({
      kind: "spent",
      streamId: world.streamId,
      trancheId: world.trancheId,
      themeId: world.themeId,
      ...where(0),
      reportId: await report(0, true),
      effectiveOn: "2026-12-31",
      year: 2026,
      reason: "rapportage 2026",
      amount: cents(400_00n),
    }),
  );
  await report(1, false);
});
afterAll(async () => {
  await owner.end();
  await db.close();
});

describe("the desk of a stream", () => {
  it("has totals that agree with the ledger's balances to the cent", async () => {
    const { overview } = await desk();
    expect(overview.totals).toEqual({
      ceiling: 10_000_00n,
      allocated: 1_300_01n,
      advanced: null,
      spent: 400_00n,
      free: 8_699_99n,
    });
    const { rows } = await asSystemActor(owner, () =>
      owner.query<{ kind: string; balance: string }>(
        "SELECT a.kind::text AS kind, sum(b.balance_cents)::text AS balance FROM account a JOIN account_balance b ON b.account_id = a.id WHERE a.programme_id = $1 GROUP BY 1",
        [world.programmeId],
      ),
    );
    const balances = new Map(rows.map(({ kind, balance }) => [kind, BigInt(balance)]));
    expect(balances.get("allocated")).toBe(overview.totals.allocated);
    expect(balances.get("unallocated")).toBe(overview.totals.free);
    expect(balances.get("spent")).toBe(overview.totals.spent);
    expect(overview.forecast).toBe(250_00n);
  });

  it("says that a report is late, and makes no zero of it", async () => {
    const { overview, municipalities } = await desk();
    const late = overview.matrix.rows.find(({ late: count }) => count > 0);
    expect(municipalities.get(late?.municipalityId ?? "")?.name).toBe("gemeente b");
    expect(late).toMatchObject({ total: null, cells: [{ year: 2026, amount: null, missing: "late" }] });
    expect(overview.open).toHaveLength(1);
    const earlier = await desk({ asOf: { validOn: "2027-02-01", knownAt: NOW() } });
    expect(earlier.overview.open.map(({ standing }) => standing)).toEqual(["due"]);
  });

  it("looks ahead in the pace of what was accepted", async () => {
    const { overview } = await desk();
    const [outlook] = overview.outlooks;
    expect(outlook?.expiresOn).toBe("2027-12-31");
    expect(outlook?.rows[0]?.outlook).toMatchObject({
      elapsedMonths: 12,
      remainingMonths: 12,
      unspent: 0n,
      projected: 800_00n,
    });
    expect(outlook?.rows[1]?.outlook).toEqual({ known: false, why: "no_report" });
  });

  it("answers as of both dates", async () => {
    const known = await desk({ asOf: { validOn: "2027-12-31", knownAt: beforeRevision } });
    expect(known.overview.totals).toMatchObject({ allocated: 1_500_01n, spent: null });
    expect(known.overview.forecast).toBeNull();
    const valid = await desk({ asOf: { validOn: "2026-03-01", knownAt: NOW() } });
    expect(valid.overview.totals).toMatchObject({ allocated: 1_500_01n, spent: null });
  });

  it("is not there for a stream of another programme", async () => {
    await expect(desk({ stream: "T" })).rejects.toThrow("stream");
  });
});

describe("the history of a figure", () => {
  const ask = (
    filter: Parameters<typeof findFigureHistory>[1]["filter"],
    knownAt = NOW(),
    actor: Actor = world.officer,
  ) =>
    findFigureHistory(issueGrant("reconciliation:read", actor), {
      programmeId: world.programmeId,
      streamId: world.streamId,
      filter,
      asOf: { validOn: "2027-12-31", knownAt },
      before: null,
    });

  it("says who, when, old, new and why, last first", async () => {
    const { rows, older } = await ask({ ...ALL, measure: "allocated", allocation: allocationId });
    expect(older).toBe(false);
    expect(rows.map(({ old, change, now, reason }) => ({ old, change, now, reason }))).toEqual([
      { old: 1_000_00n, change: -200_00n, now: 800_00n, reason: "lagere kosten" },
      { old: null, change: 1_000_00n, now: 1_000_00n, reason: "toekenning" },
    ]);
    expect(rows[0]?.deeds.map(({ deed, name }) => `${deed} ${name}`)).toEqual([
      "entered indiener",
      "approved goedkeurder",
    ]);
  });

  it("ends where the figure of the desk stands, for each measure", async () => {
    const { overview } = await desk();
    for (const measure of ["ceiling", "allocated", "free", "spent"] as const) {
      const { rows } = await ask({ ...ALL, measure });
      expect(rows[0]?.now, measure).toBe(overview.totals[measure]);
      expect(rows.at(-1)?.old, measure).toBeNull();
    }
    expect((await ask({ ...ALL, measure: "advanced" })).rows).toEqual([]);
  });

  it("does not know what was recorded later", async () => {
    const { rows } = await ask(
      { ...ALL, measure: "allocated", municipality: "overzicht-gemeente a" },
      beforeRevision,
    );
    expect(rows.map(({ now }) => now)).toEqual([1_000_00n]);
  });

  it("exports every change", async () => {
    const changes = await exportFigureHistory(issueGrant("reconciliation:read", world.officer), {
      programmeId: world.programmeId,
      streamId: world.streamId,
      filter: { ...ALL, measure: "allocated", year: 2026 },
      asOf: { validOn: "2027-12-31", knownAt: NOW() },
    });
    expect(changes[0]?.now).toBe(1_300_01n);
    expect(changes.at(-1)?.old).toBeNull();
  });
});
