import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openReport } from "@/lib/commands/reports/open-report";
import { closePool } from "@/lib/db/pool";
import type { ReportFilters } from "@/lib/domain/reports/report-overview";
import { findReportFilters, listReports } from "@/lib/queries/reports/list-reports";
import { findMunicipalityWork } from "@/lib/queries/reports/municipality-work";
import { openTestDatabase, type TestDatabase } from "../support/database";
import { key, makeReportingWorld, type ReportingWorld } from "./reporting-world";

let db: TestDatabase;
let owner: pg.Client;
let world: ReportingWorld;

beforeAll(async () => {
  db = await openTestDatabase();
  owner = new pg.Client(db.ownerUrl);
  await owner.connect();
  world = await makeReportingWorld(owner, "lijst");
  const municipality = world.municipalities[0]?.id ?? "";
  await openReport(world.grants.coordinator, {
    idempotencyKey: key(),
    window: world.windows[0] ?? "",
    municipality,
  });
});
afterAll(async () => {
  await Promise.all([owner.end(), closePool()]);
  await db.close();
});

const states = async (
  grant: "officerReads" | "coordinatorReads" | "auditor",
  today: string,
  filters: ReportFilters = {},
) => {
  const { rows, total } = await listReports(world.grants[grant], {
    programmeId: world.programmeId,
    today,
    filters,
    page: 1,
  });
  expect(total).toBe(rows.length);
  return rows.map(
    ({ municipalityName, period, state, overdue }) =>
      `${municipalityName} ${period}: ${state}${overdue ? "!" : ""}`,
  );
};

it("absence has a state of its own, by date: not due, due on the last day, late the day after", async () => {
  // Period 1 of 2024 opens on 1 July and is due on 29 August.
  expect(
    await states("officerReads", "2024-06-30", { year: 2024, municipality: "lijst-gemeente b" }),
  ).toEqual(["gemeente b 1: notDue", "gemeente b 2: notDue"]);
  expect((await states("officerReads", "2024-07-01"))[1]).toBe("gemeente b 1: due");
  expect(await states("officerReads", "2024-08-29")).toContain("gemeente b 1: due");
  expect(await states("officerReads", "2024-08-30")).toEqual([
    "gemeente a 1: draft!",
    "gemeente b 1: late!",
    "gemeente a 2: notDue",
    "gemeente b 2: notDue",
  ]);
});

it("a municipality finds its own rows and no other", async () => {
  expect(await states("coordinatorReads", "2024-08-30")).toEqual([
    "gemeente a 1: draft!",
    "gemeente a 2: notDue",
  ]);
  expect(
    (await findReportFilters(world.grants.coordinatorReads, world.programmeId)).municipalities,
  ).toHaveLength(1);
});

it("late also finds a draft past its date; other filters find only their own state", async () => {
  expect(await states("auditor", "2024-08-30", { state: "late" })).toEqual([
    "gemeente a 1: draft!",
    "gemeente b 1: late!",
  ]);
  expect(await states("auditor", "2024-08-30", { state: "draft" })).toEqual(["gemeente a 1: draft!"]);
  expect(await states("auditor", "2024-08-30", { year: 2023 })).toEqual([]);
});

it("a page beyond the last one still says how many there are", async () => {
  const asked = { programmeId: world.programmeId, today: "2024-08-30", filters: {}, page: 9 };
  expect(await listReports(world.grants.officerReads, asked)).toEqual({ rows: [], total: 4 });
});

it("the work of a coordinator: what is late, and the money without a missing report counted as zero", async () => {
  const work = await findMunicipalityWork(world.grants.coordinatorReads, world.programmeId, "2026-11-23");
  expect(work.tasks.map(({ period, state }) => [period, state])).toEqual([
    [1, "draft"],
    [2, "late"],
  ]);
  expect(work).toMatchObject({ missing: 2, waiting: 0, fills: true, signs: false });
  expect(work.figures).toMatchObject({
    allocated: 2_000_00n,
    spent: 0n,
    left: 2_000_00n,
    pending: null,
    pendingReports: 0,
  });
  expect(work.recent.map(({ what }) => what)).toEqual(["opened", "allocated", "allocated"]);
});
