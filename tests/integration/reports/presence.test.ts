import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bePresent } from "@/lib/commands/reports/be-present";
import { openReport } from "@/lib/commands/reports/open-report";
import { closePool } from "@/lib/db/pool";
import { type Grant, issueGrant } from "@/lib/domain/access";
import { findOthersPresent } from "@/lib/queries/reports/find-others-present";
import { openTestDatabase, type TestDatabase } from "../support/database";
import { outcome } from "../support/desk";
import { acting } from "../support/ledger-fixture";
import { key, makeReportingWorld, type ReportingWorld } from "./reporting-world";

let db: TestDatabase;
let owner: pg.Client;
let app: pg.Client;
let superuser: pg.Client;
let world: ReportingWorld;
let reportId: string;

beforeAll(async () => {
  db = await openTestDatabase();
  [owner, app, superuser] = [db.ownerUrl, db.appUrl, db.superuserUrl].map((url) => new pg.Client(url)) as [
    pg.Client,
    pg.Client,
    pg.Client,
  ];
  await Promise.all([owner.connect(), app.connect(), superuser.connect()]);
  world = await makeReportingWorld(owner, "aanwezig");
  reportId = await openReport(world.grants.coordinator, {
    idempotencyKey: key(),
    window: world.windows[0] ?? "",
    municipality: world.municipalities[0]?.id ?? "",
  });
});
afterAll(async () => {
  await Promise.all([owner.end(), app.end(), superuser.end(), closePool()]);
  await db.close();
});

const reads = (grant: Grant<"report:fill"> | Grant<"report:sign">) => issueGrant("report:read", grant.actor);
const be = (grant: Grant<"report:read">, leaving = false) =>
  bePresent(grant, { programmeId: world.programmeId, reportId, leaving });
const rows = async () => Number((await superuser.query("SELECT 1 FROM report_presence")).rowCount);

describe("who has a report open", () => {
  it("is told to colleagues, each time in one row, and not to oneself", async () => {
    const [coordinator, colleague] = [world.grants.coordinatorReads, reads(world.grants.colleague)];
    expect(await be(coordinator)).toEqual([]);
    expect(await be(colleague)).toEqual(["coordinator"]);
    expect(await be(coordinator)).toEqual(["colleague"]);
    expect(await findOthersPresent(reads(world.grants.signer), reportId)).toEqual([
      "coordinator",
      "colleague",
    ]);
    expect(await rows()).toBe(2);
  });

  it("is over when the page closes, or when nothing is heard any more", async () => {
    await be(reads(world.grants.colleague), true);
    expect(await be(world.grants.coordinatorReads)).toEqual([]);
    await be(reads(world.grants.colleague));
    await superuser.query("UPDATE report_presence SET seen_at = now() - interval '81 seconds'");
    expect(await be(world.grants.coordinatorReads)).toEqual([]);
  });

  it("of a ministry is for the ministry; an auditor leaves no trace, a neighbour finds nothing", async () => {
    await superuser.query("DELETE FROM report_presence");
    await be(world.grants.coordinatorReads);
    await superuser.query("UPDATE report SET status = 'submitted' WHERE id = $1", [reportId]);
    expect(await be(world.grants.officerReads)).toEqual([]);
    expect(await be(world.grants.auditor)).toEqual([]);
    expect(await rows()).toBe(2);
    expect(await be(world.grants.coordinatorReads)).toEqual([]);
    expect(await outcome(be(world.grants.neighbourReads))).toContain("NotFound");
    await superuser.query("UPDATE report SET status = 'draft' WHERE id = $1", [reportId]);
  });
});

describe("the database", () => {
  const sql = (grant: Grant<"report:read">, text: string, values: readonly unknown[]) =>
    acting(app, grant.actor, () => app.query(text, [...values]));
  const insert = "INSERT INTO report_presence (report_id, person_id, organisation_id) VALUES ($1, $2, $3)";

  it("lets nobody write another down, for another organisation, or at a report that is not theirs", async () => {
    const { coordinatorReads: own, neighbourReads: neighbour, signer } = world.grants;
    const [mine, theirs] = world.municipalities.map(({ id }) => id);
    for (const [grant, person, organisation] of [
      [own, signer.actor.personId, mine],
      [own, own.actor.personId, theirs],
      [neighbour, neighbour.actor.personId, theirs],
    ] as const)
      await expect(sql(grant, insert, [reportId, person, organisation])).rejects.toThrow(
        /row-level security/,
      );
  });

  it("lets a colleague clear away only what is long over", async () => {
    await superuser.query("DELETE FROM report_presence");
    await be(world.grants.coordinatorReads);
    const clear = () => sql(reads(world.grants.colleague), "DELETE FROM report_presence", []);
    expect((await clear()).rowCount).toBe(0);
    await superuser.query("UPDATE report_presence SET seen_at = now() - interval '11 minutes'");
    expect((await sql(world.grants.neighbourReads, "DELETE FROM report_presence", [])).rowCount).toBe(0);
    expect((await clear()).rowCount).toBe(1);
  });
});
