import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changeWindow } from "@/lib/commands/windows/change-window";
import { openWindow } from "@/lib/commands/windows/open-window";
import { findMatrix, findWindow, listWindows } from "@/lib/queries/windows/windows";
import { reasons } from "../support/desk";
import { acting, asSystemActor } from "../support/ledger-fixture";
import { key, openWindowsWorld, type Windows, type WindowsWorld } from "./windows-world";

let windows: Windows;
beforeAll(async () => {
  windows = await openWindowsWorld("vensters");
});
afterAll(() => windows.close());

/** The first half of 2025, after the two of 2024. */
const asked = (world: WindowsWorld, change: object = {}) => ({
  idempotencyKey: key(),
  programmeId: world.programmeId,
  trancheId: world.trancheId,
  year: 2025,
  period: { kind: "half" as const, period: 1 },
  opensOn: "2030-01-01",
  dueOn: "2030-03-01",
  closesOn: "2030-07-15",
  closesTime: "23:59",
  ...change,
});
const insert = (world: WindowsWorld, starts: string, ends: string, closes: string | null = null) =>
  windows.app.query(
    `INSERT INTO reporting_window (programme_id, stream_id, tranche_id, code, year, period, periods, starts_on, ends_on, opens_on, due_on, closes_at)
     VALUES ($1, $2, $3, $4, 2025, 1, 1, $5, $6, '2031-01-01', '2031-02-01', $7)`,
    [world.programmeId, world.streamId, world.trancheId, `w-${starts}`, starts, ends, closes],
  );

describe("opening a window", () => {
  it("keeps its closing moment as an instant: in summer two hours before what UTC shows", async () => {
    const world = await windows.world();
    const id = await openWindow(world.manages, asked(world));
    const { window } = await findWindow(world.grants.officerReads, world.programmeId, id);
    expect(window).toMatchObject({
      code: "S-1-2025-1",
      startsOn: "2025-01-01",
      endsOn: "2025-06-30",
      closesAt: new Date("2030-07-15T21:59:00Z"),
      owned: true,
      reporters: 2,
    });
  });

  it("twice with one key is one window; at the same moment with two keys the second is refused", async () => {
    const world = await windows.world();
    const form = asked(world);
    const [first, second] = await Promise.all([
      openWindow(world.manages, form),
      openWindow(world.manages, form),
    ]);
    expect(second).toBe(first);
    const again = asked(world, {
      period: { kind: "half", period: 2 },
      opensOn: "2030-08-01",
      dueOn: "2030-09-01",
      closesOn: "2030-10-01",
    });
    const both = await Promise.allSettled([
      openWindow(world.manages, again),
      openWindow(world.manages, { ...again, idempotencyKey: key() }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("says every reason at once", async () => {
    const world = await windows.world();
    const wrong = asked(world, {
      year: 2027,
      opensOn: "2027-06-01",
      dueOn: "2027-05-01",
      closesOn: "2027-04-01",
    });
    expect((await reasons(openWindow(world.manages, wrong))).sort()).toEqual(
      ["closes_before_due", "due_before_open", "gap_before", "opens_early", "outside_tranche"].map(
        (code) => `windows.reasons.${code}`,
      ),
    );
    const night = asked(world, { closesOn: "2030-03-31", closesTime: "02:30" });
    expect(await reasons(openWindow(world.manages, night))).toEqual(["windows.reasons.no_such_time"]);
  });

  it("is for the ministry that owns the stream, in the application and in SQL", async () => {
    const world = await windows.world();
    await expect(openWindow(world.managesElsewhere, asked(world))).rejects.toMatchObject({
      name: "NotFound",
    });
    for (const { actor } of [world.managesElsewhere, world.grants.coordinator, world.grants.auditor])
      await expect(
        acting(windows.app, actor, () => insert(world, "2025-01-01", "2025-06-30")),
      ).rejects.toThrow(/row-level security/);
  });
});

describe("guards of the database", () => {
  it("refuse a window that shares a day with another, and one that closes before an earlier one", async () => {
    const world = await windows.world();
    const { actor } = world.manages;
    await expect(
      acting(windows.app, actor, () => insert(world, "2024-12-31", "2025-06-30")),
    ).rejects.toMatchObject({
      code: "GS041",
    });
    await windows.closeAt(world, world.windows[1] ?? "", "2031-05-01T00:00:00Z");
    const early = acting(windows.app, actor, () =>
      insert(world, "2025-01-01", "2025-12-31", "2031-04-01T00:00:00Z"),
    );
    await expect(early).rejects.toMatchObject({ code: "GS041" });
  });

  it("let nobody move a date without a line of history, or remove a window", async () => {
    const world = await windows.world();
    const update = "UPDATE reporting_window SET due_on = due_on + 1 WHERE id = $1";
    await expect(
      acting(windows.app, world.manages.actor, () => windows.app.query(update, [world.windows[0]])),
    ).rejects.toThrow(/permission denied/);
    const code = "UPDATE reporting_window SET code = 'x' WHERE id = $1";
    await expect(
      asSystemActor(windows.owner, () => windows.owner.query(code, [world.windows[0]])),
    ).rejects.toMatchObject({
      code: "GS001",
    });
    for (const table of ["reporting_window", "window_change"])
      await expect(
        asSystemActor(windows.owner, () => windows.owner.query(`DELETE FROM ${table}`)),
      ).rejects.toMatchObject({
        code: "GS001",
      });
  });
});

describe("changing the dates", () => {
  const change = async (world: WindowsWorld, to: object = {}) => {
    const id = world.windows[1] ?? "";
    const { window } = await findWindow(world.grants.officerReads, world.programmeId, id);
    return {
      idempotencyKey: key(),
      programmeId: world.programmeId,
      windowId: id,
      fromDueOn: window.dueOn,
      fromClosesAt: window.closesAt?.toISOString() ?? "",
      dueOn: "2030-06-01",
      closesOn: "2030-12-31",
      closesTime: "17:00",
      reason: "De handreiking komt later.",
      ...to,
    };
  };

  it("keeps what they were, who changed them and why", async () => {
    const world = await windows.world();
    await changeWindow(world.manages, await change(world));
    const { window, changes } = await findWindow(
      world.grants.coordinatorReads,
      world.programmeId,
      world.windows[1] ?? "",
    );
    expect(window).toMatchObject({ dueOn: "2030-06-01", closesAt: new Date("2030-12-31T16:00:00Z") });
    expect(changes).toMatchObject([
      {
        fromDueOn: "2025-03-01",
        fromClosesAt: null,
        dueOn: "2030-06-01",
        who: "goedkeurder",
        reason: "De handreiking komt later.",
      },
    ]);
  });

  it("from dates that are others by now is refused, also when two do it at once", async () => {
    const world = await windows.world();
    const [one, two] = [await change(world), await change(world, { dueOn: "2030-07-01" })];
    const both = await Promise.allSettled([
      changeWindow(world.manages, one),
      changeWindow(world.manages, two),
    ]);
    expect(both.filter(({ status }) => status === "rejected")).toMatchObject([{ reason: { code: "stale" } }]);
    await expect(changeWindow(world.manages, { ...one, idempotencyKey: key() })).rejects.toMatchObject({
      code: "stale",
    });
  });

  it("is for the owner ministry only", async () => {
    const world = await windows.world();
    await expect(changeWindow(world.managesElsewhere, await change(world))).rejects.toMatchObject({
      name: "NotFound",
    });
    const insertChange = acting(windows.app, world.grants.coordinator.actor, () =>
      windows.app.query(
        `INSERT INTO window_change (window_id, from_due_on, due_on, closes_at, reason, changed_by)
         SELECT id, due_on, due_on + 100, '2031-01-01', 'zelf', $2 FROM reporting_window WHERE id = $1`,
        [world.windows[0], world.grants.coordinator.actor.personId],
      ),
    );
    await expect(insertChange).rejects.toThrow(/row-level security/);
  });
});

it("the matrix says a word for every area and window; a municipality sees its own areas", async () => {
  const world = await windows.world();
  const all = await findMatrix(world.grants.auditor, world.programmeId, "2025-02-01");
  expect(all[0]?.columns).toHaveLength(2);
  expect(all[0]?.rows.map(({ cells }) => cells.map((cell) => cell?.state))).toEqual([
    ["late", "due"],
    ["late", "due"],
  ]);
  const own = await findMatrix(world.grants.coordinatorReads, world.programmeId, "2024-06-30");
  expect(own[0]?.rows.map(({ areaName, cells }) => [areaName, cells.map((cell) => cell?.state)])).toEqual([
    ["gemeente a", ["notDue", "notDue"]],
  ]);
  expect(await listWindows(world.grants.coordinatorReads, world.programmeId)).toMatchObject([
    { owned: false },
    { owned: false },
  ]);
});
