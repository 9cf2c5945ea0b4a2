import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { enterSchedule } from "@/lib/commands/schedules/enter-schedule";
import { type Actor, issueGrant } from "@/lib/domain/access";
import { cents } from "@/lib/domain/money";
import { findSchedule } from "@/lib/queries/schedules/find-schedule";
import { lateTerms } from "@/lib/queries/schedules/late-terms";
import { type Desk, openDesk, outcome, reasons } from "../support/desk";
import { acting, asSystemActor } from "../support/ledger-fixture";

let desk: Desk;
let application: pg.Client;
const plan = (version: number, amounts: readonly (readonly [string, bigint])[], actor?: Actor) =>
  enterSchedule(issueGrant("allocation:propose", actor ?? desk.author), desk.programme, desk.allocationId, {
    idempotencyKey: randomUUID(),
    version,
    reason: "toets",
    terms: amounts.map(([dueOn, amount]) => ({ dueOn, amount: cents(amount) })),
  });
const find = (actor?: Actor) =>
  findSchedule(issueGrant("allocation:read", actor ?? desk.author), desk.programme, desk.allocationId);
const municipal = (index: 0 | 1): Actor => ({
  ...desk.author,
  scope: "municipality",
  roles: ["coordinator"],
  organisationIds: [desk.fixture.municipalities[index]?.id ?? ""],
});

beforeAll(async () => {
  desk = await openDesk("ritme");
  application = new pg.Client(desk.database.appUrl);
  await application.connect();
});
afterAll(async () => {
  await application.end();
  await desk.close();
});

describe("a payment schedule", () => {
  it("is refused unless it is exactly the award", async () => {
    expect(await reasons(plan(0, [["2026-03-01", 999n]]))).toEqual(["schedule.reasons.other_total"]);
    expect((await find()).version).toBe(0);
  });

  it("is kept in versions; who looked at an older one is told", async () => {
    expect(await outcome(plan(0, [["2026-03-01", 1_000n]]))).toBe("done");
    expect(await outcome(plan(0, [["2026-04-01", 1_000n]]))).toBe("stale");
    const second = plan(1, [
      ["2026-03-01", 600n],
      ["2027-03-01", 400n],
    ]);
    expect(await outcome(second)).toBe("done");
    const { version, versions, standings } = await find();
    expect([version, versions.map((one) => one.terms)]).toEqual([2, [2, 1]]);
    expect(standings.map(({ amount }) => amount)).toEqual([600n, 400n]);
  });

  it("stands beside what was paid, and names what is late", async () => {
    await desk.approve(await desk.propose("advance", 250n));
    const { standings } = await find();
    expect(standings.map(({ paid, difference }) => [paid, difference])).toEqual([
      [250n, -350n],
      [0n, -400n],
    ]);
    const late = await lateTerms(issueGrant("proposal:read", desk.author), desk.programme.id);
    expect(late.map(({ dueOn, left }) => [dueOn, left])).toEqual([["2026-03-01", 350n]]);
  });

  it("says by how much it no longer closes after a revision", async () => {
    await desk.approve(await desk.propose("revision", 50n));
    const { awarded, planned } = await find();
    expect(awarded - planned).toBe(50n);
  });
});

describe("the database", () => {
  const insert = (total: bigint, amount: bigint, version: number) =>
    acting(application, desk.author, async () => {
      const [where] = desk.fixture.municipalities;
      const { rows } = await application.query(
        `INSERT INTO payment_schedule (allocation_id, stream_id, municipality_id, version, total_cents, reason, created_by)
         VALUES ($1, $2, $3, $4, $5, 'toets', $6) RETURNING id`,
        [desk.allocationId, desk.fixture.streamId, where?.id, version, total, desk.author.personId],
      );
      await application.query(
        "INSERT INTO payment_term (schedule_id, municipality_id, due_on, amount_cents) VALUES ($1, $2, '2026-05-01', $3)",
        [rows[0]?.id, where?.id, amount],
      );
    });

  it("refuses terms that are not the award, a version that does not follow, and a later change", async () => {
    await expect(insert(1_050n, 1_049n, 3)).rejects.toThrow("schedule_differs");
    await expect(insert(1_000n, 1_000n, 3)).rejects.toThrow("schedule_differs");
    await expect(insert(1_050n, 1_050n, 9)).rejects.toThrow("does not follow");
    await expect(
      asSystemActor(desk.superuser, () => desk.superuser.query("UPDATE payment_term SET amount_cents = 1")),
    ).rejects.toThrow("append_only");
    await expect(
      acting(application, desk.author, () =>
        application.query(
          `INSERT INTO payment_term (schedule_id, municipality_id, due_on, amount_cents)
           SELECT id, municipality_id, '2026-06-01', 1 FROM payment_schedule WHERE version = 2`,
        ),
      ),
    ).rejects.toThrow("schedule_differs");
  });

  it("shows a municipality its own schedule and nobody else's, and lets it plan nothing", async () => {
    expect((await find(municipal(0))).version).toBe(2);
    expect(await outcome(find(municipal(1)))).toContain("NotFound");
    expect(await outcome(plan(2, [["2026-05-01", 1_050n]], municipal(0)))).toBe("not_allowed");
  });
});
