import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openReport } from "@/lib/commands/reports/open-report";
import { returnReport } from "@/lib/commands/reports/return-report";
import { saveReport } from "@/lib/commands/reports/save-report";
import { signReport } from "@/lib/commands/reports/sign-report";
import { submitReport } from "@/lib/commands/reports/submit-report";
import { askException } from "@/lib/commands/windows/ask-exception";
import { decideException } from "@/lib/commands/windows/decide-exception";
import type { Refusal } from "@/lib/domain/refusal";
import { findReport } from "@/lib/queries/reports/find-report";
import { listReports } from "@/lib/queries/reports/list-reports";
import { findMatrix, findWindowOpen, listExceptions } from "@/lib/queries/windows/windows";
import { dateInAmsterdam } from "@/lib/views/dates";
import { backAsAWhole, filled } from "../reports/reporting-world";
import { reasons } from "../support/desk";
import { acting, asSystemActor } from "../support/ledger-fixture";
import { key, openWindowsWorld, type Windows, type WindowsWorld } from "./windows-world";

let windows: Windows;
beforeAll(async () => {
  windows = await openWindowsWorld("sluiten");
});
afterAll(() => windows.close());

const TODAY = dateInAmsterdam(new Date());
const PAST = "2025-01-31T22:59:00Z";
const FULL = { t: { spent: 500_00n, forecast: 500_00n }, u: { spent: 500_00n, forecast: 500_00n } };
const own = (world: WindowsWorld) => world.municipalities[0]?.id ?? "";
const first = (world: WindowsWorld) => world.windows[0] ?? "";

async function draft() {
  const world = await windows.world();
  const id = await openReport(world.grants.coordinator, {
    idempotencyKey: key(),
    window: first(world),
    municipality: own(world),
  });
  const { version } = await saveReport(world.grants.coordinator, filled(world, { id, version: 1 }, FULL));
  return { world, id, version: Number(version) };
}
async function closed() {
  const made = await draft();
  await windows.closeAt(made.world, first(made.world), PAST);
  return made;
}
const other = (spent: bigint) => ({
  t: { spent, forecast: 500_00n },
  u: { spent: 500_00n, forecast: 500_00n },
});
const ask = (world: WindowsWorld, change: object = {}, by = world.coordinatorAsks) =>
  askException(by, {
    idempotencyKey: key(),
    programmeId: world.programmeId,
    today: TODAY,
    windowId: first(world),
    place: { municipalityId: own(world), areaId: null },
    kind: "later",
    expiresOn: "2099-12-31",
    reason: "De administratie was uitgevallen.",
    ...change,
  });
const decide = (
  world: WindowsWorld,
  id: string,
  by = world.decides,
  outcome: "granted" | "refused" = "granted",
) =>
  decideException(by, {
    idempotencyKey: key(),
    programmeId: world.programmeId,
    today: TODAY,
    exceptionId: id,
    outcome,
    reason: "Akkoord.",
  });

describe("after the closing moment", () => {
  it("saving, submitting and opening are refused with when it closed; the draft stays as it was", async () => {
    const { world, id, version } = await closed();
    const save = saveReport(world.grants.coordinator, filled(world, { id, version }, other(1n)));
    await expect(save).rejects.toMatchObject({
      code: "window_closed",
      reasons: [{ code: "windows.reasons.closed", facts: { closedOn: "2025-01-31", time: "23:59" } }],
    });
    const submit = submitReport(world.grants.coordinator, { idempotencyKey: key(), report: id, version });
    await expect(submit).rejects.toMatchObject({ code: "window_closed" });
    const open = openReport(world.grants.neighbour, {
      idempotencyKey: key(),
      window: first(world),
      municipality: world.municipalities[1]?.id ?? "",
    });
    await expect(open).rejects.toMatchObject({
      code: "window_closed",
      reasons: [{ code: "windows.reasons.closed_unopened" }],
    });
    const kept = await findReport(world.grants.coordinatorReads, world.programmeId, id, TODAY);
    expect(kept.header).toMatchObject({ status: "draft", version });
    expect(kept.lines.map(({ spent }) => spent)).toEqual([500_00n, 500_00n]);
  });

  it("the list does not offer to open what can not be opened any more, until more time is granted", async () => {
    const { world } = await closed();
    const offered = async () => {
      const asked = { programmeId: world.programmeId, today: TODAY, filters: {}, page: 1 };
      const { rows } = await listReports(world.grants.neighbourReads, asked);
      return rows.find(({ windowId }) => windowId === first(world))?.openable;
    };
    expect(await offered()).toBe(false);
    const place = { municipalityId: world.municipalities[1]?.id ?? "", areaId: null };
    await decide(world, await ask(world, { place }, world.neighbourAsks));
    expect(await offered()).toBe(true);
  });

  it("SQL itself refuses the municipality to write lines, results and status", async () => {
    const { world, id } = await closed();
    const { actor } = world.grants.coordinator;
    for (const sql of [
      "UPDATE report_line SET spent_cents = 1 WHERE report_id = $1",
      "UPDATE report_result SET value = 1 WHERE report_id = $1",
      "UPDATE report SET status = 'submitted' WHERE id = $1",
    ])
      await expect(
        acting(windows.app, actor, () => windows.app.query(sql, [id])),
        sql,
      ).rejects.toMatchObject({
        code: "GS040",
      });
    const insert = acting(windows.app, world.grants.neighbour.actor, () =>
      windows.app.query("INSERT INTO report (window_id, municipality_id, number) VALUES ($1, $2, 'R-x')", [
        first(world),
        world.municipalities[1]?.id,
      ]),
    );
    await expect(insert).rejects.toMatchObject({ code: "GS040" });
  });

  it("what was submitted in time is still signed and reviewed, and what the ministry returns can be corrected", async () => {
    const { world, id, version } = await draft();
    await submitReport(world.grants.coordinator, { idempotencyKey: key(), report: id, version });
    await windows.closeAt(world, first(world), PAST);
    const page = async () => {
      const { header, hash } = await findReport(world.grants.coordinatorReads, world.programmeId, id, TODAY);
      return { idempotencyKey: key(), report: id, version: header.version, contentHash: hash };
    };
    await signReport(world.grants.signer, await page());
    await returnReport(world.grants.officer, { ...(await page()), ...backAsAWhole("Armoede klopt niet.") });
    const { version: now } = await page();
    await saveReport(world.grants.coordinator, filled(world, { id, version: now }, other(400_00n)));
    const again = (await page()).version;
    await submitReport(world.grants.coordinator, { idempotencyKey: key(), report: id, version: again });
    const { header } = await findReport(world.grants.coordinatorReads, world.programmeId, id, TODAY);
    expect(header.status).toBe("submitted");
  });

  it("a return by the signer does not open it again", async () => {
    const { world, id, version } = await draft();
    await submitReport(world.grants.coordinator, { idempotencyKey: key(), report: id, version });
    await windows.closeAt(world, first(world), PAST);
    await asSystemActor(windows.owner, async () => {
      await windows.owner.query(
        "INSERT INTO report_event (report_id, municipality_id, version, action, reason, person_id) VALUES ($1, $2, $3, 'returned', 'x', $4)",
        [id, own(world), version, world.grants.signer.actor.personId],
      );
      await windows.owner.query("UPDATE report SET status = 'returned' WHERE id = $1", [id]);
    });
    const save = saveReport(world.grants.coordinator, filled(world, { id, version }, other(1n)));
    await expect(save).rejects.toMatchObject({ code: "window_closed" });
  });

  it("until then saving works", async () => {
    const { world, id, version } = await draft();
    await windows.closeAt(world, first(world), new Date(Date.now() + 3_600_000).toISOString());
    const saved = await saveReport(world.grants.coordinator, filled(world, { id, version }, other(499_00n)));
    expect(Number(saved.version)).toBe(version + 1);
  });
});

describe("an exception", () => {
  it("opens the window only once somebody else granted it, and only for that municipality", async () => {
    const { world, id, version } = await closed();
    const exception = await ask(world);
    const form = () => filled(world, { id, version }, other(450_00n));
    await expect(saveReport(world.grants.coordinator, form())).rejects.toMatchObject({
      code: "window_closed",
    });
    await decide(world, exception);
    await saveReport(world.grants.coordinator, form());
    const neighbour = openReport(world.grants.neighbour, {
      idempotencyKey: key(),
      window: first(world),
      municipality: world.municipalities[1]?.id ?? "",
    });
    await expect(neighbour).rejects.toMatchObject({ code: "window_closed" });
  });

  it("shows on the report as the date on which it is due, and as how long it stays open", async () => {
    const { world, id } = await closed();
    const shown = async () => {
      const { header, period } = await findReport(
        world.grants.coordinatorReads,
        world.programmeId,
        id,
        TODAY,
      );
      const window = await findWindowOpen(world.grants.coordinatorReads, header);
      return { dueOn: period.dueOn, open: window?.open, until: window?.grantedUntil };
    };
    expect(await shown()).toEqual({ dueOn: "2024-08-29", open: false, until: null });
    await decide(world, await ask(world));
    expect(await shown()).toEqual({ dueOn: "2099-12-31", open: true, until: "2099-12-31" });
  });

  it("that was refused, that has expired, or that is of another kind opens nothing", async () => {
    const { world, id, version } = await closed();
    await decide(world, await ask(world), world.decides, "refused");
    await asSystemActor(windows.owner, async () => {
      // Granted while it held; today its last day is over. Only somebody who passes the guard can make one like it.
      await windows.owner.query(
        "ALTER TABLE exception_decision DISABLE TRIGGER exception_decision_four_eyes",
      );
      await windows.owner.query(
        `WITH x AS (INSERT INTO reporting_exception (window_id, municipality_id, kind, reason, expires_on, requested_by)
           VALUES ($1, $2, 'later', 'r', '2025-03-01', $3) RETURNING id)
         INSERT INTO exception_decision (exception_id, outcome, reason, decided_by) SELECT id, 'granted', 'r', $4 FROM x`,
        [first(world), own(world), world.authorId, world.approverId],
      );
      await windows.owner.query("ALTER TABLE exception_decision ENABLE TRIGGER exception_decision_four_eyes");
    });
    await decide(world, await ask(world, { kind: "waived" }));
    const save = saveReport(world.grants.coordinator, filled(world, { id, version }, other(1n)));
    await expect(save).rejects.toMatchObject({ code: "window_closed" });
  });

  it("for one area lets only the lines of that area be written", async () => {
    const { world, id } = await closed();
    const areaId = world.municipalities[0]?.areaId ?? "";
    const shown = async () => {
      const { header } = await findReport(world.grants.coordinatorReads, world.programmeId, id, TODAY);
      return findWindowOpen(world.grants.coordinatorReads, header);
    };
    expect(await shown()).toMatchObject({ open: false, areasUntil: [] });
    await decide(world, await ask(world, { place: { municipalityId: own(world), areaId } }));
    expect(await shown()).toMatchObject({
      open: true,
      grantedUntil: null,
      areasUntil: [{ until: "2099-12-31" }],
    });
    const second = await asSystemActor(windows.owner, async () => {
      const { rows } = await windows.owner.query<{ id: string }>(
        "INSERT INTO area (programme_id, municipality_id, code, name) VALUES ($1, $2, 'tweede', 'tweede') RETURNING id",
        [world.programmeId, own(world)],
      );
      await windows.owner.query(
        "INSERT INTO report_line (report_id, municipality_id, area_id, theme_id) VALUES ($1, $2, $3, $4)",
        [id, own(world), rows[0]?.id, world.themeId],
      );
      return rows[0]?.id;
    });
    const write = (area: string | undefined) =>
      acting(windows.app, world.grants.coordinator.actor, () =>
        windows.app.query("UPDATE report_line SET spent_cents = 1 WHERE report_id = $1 AND area_id = $2", [
          id,
          area,
        ]),
      );
    expect((await write(areaId)).rowCount).toBe(2);
    await expect(write(second)).rejects.toMatchObject({ code: "GS040" });
  });

  it("is never decided by who asked for it, in the application and in SQL", async () => {
    const { world } = await closed();
    const id = await askException(world.officerAsks, {
      idempotencyKey: key(),
      programmeId: world.programmeId,
      today: TODAY,
      windowId: first(world),
      place: { municipalityId: own(world), areaId: null },
      kind: "later",
      expiresOn: "2099-12-31",
      reason: "Namens de gemeente.",
    });
    await expect(decide(world, id)).rejects.toMatchObject({ code: "four_eyes" });
    const raw = (personId: string | null) =>
      acting(windows.app, { ...world.decides.actor, personId }, () =>
        windows.app.query(
          "INSERT INTO exception_decision (exception_id, outcome, reason, decided_by) VALUES ($1, 'granted', 'r', $2)",
          [id, personId],
        ),
      );
    await expect(raw(world.approverId)).rejects.toMatchObject({ code: "GS008" });
    await decide(world, id, world.otherDecides);
    await expect(raw(world.authorId)).rejects.toMatchObject({ code: "GS007" });
    await expect(decide(world, id, world.otherDecides, "refused")).rejects.toMatchObject({
      code: "not_open",
    });
  });

  it("is not decided by another ministry or a municipality, nor in somebody else's name", async () => {
    const { world } = await closed();
    const id = await ask(world);
    const elsewhere = { ...world.decides, actor: world.grants.otherOfficer.actor };
    await expect(decide(world, id, elsewhere)).rejects.toMatchObject({ name: "NotFound" });
    for (const [actor, by] of [
      [world.grants.otherOfficer.actor, world.grants.otherOfficer.actor.personId],
      [world.grants.signer.actor, world.grants.signer.actor.personId],
      [world.decides.actor, world.authorId],
    ] as const) {
      const raw = acting(windows.app, actor, () =>
        windows.app.query(
          "INSERT INTO exception_decision (exception_id, outcome, reason, decided_by) VALUES ($1, 'granted', 'r', $2)",
          [id, by],
        ),
      );
      await expect(raw).rejects.toThrow(/row-level security/);
    }
  });

  it("stays as it was asked and decided", async () => {
    const { world } = await closed();
    await decide(world, await ask(world));
    for (const sql of [
      "UPDATE reporting_exception SET expires_on = '2100-01-01'",
      "DELETE FROM reporting_exception",
      "UPDATE exception_decision SET outcome = 'refused'",
      "DELETE FROM exception_decision",
    ])
      await expect(
        asSystemActor(windows.owner, () => windows.owner.query(sql)),
        sql,
      ).rejects.toMatchObject({ code: "GS001" });
  });

  it("is asked for one's own municipality and area, and its reasons come all at once", async () => {
    const { world } = await closed();
    const elsewhere = { municipalityId: world.municipalities[1]?.id ?? "", areaId: null };
    await expect(ask(world, { place: elsewhere })).rejects.toMatchObject({ name: "NotFound" });
    const area = { municipalityId: own(world), areaId: world.municipalities[1]?.areaId ?? "" };
    await expect(ask(world, { place: area })).rejects.toMatchObject({ name: "NotFound" });
    await ask(world);
    expect(await reasons(ask(world, { expiresOn: "2025-01-01" }))).toEqual([
      "windows.reasons.expires_in_past",
      "windows.reasons.asked_already",
    ]);
    const raw = acting(windows.app, world.grants.coordinator.actor, () =>
      windows.app.query(
        "INSERT INTO reporting_exception (window_id, municipality_id, kind, reason, expires_on, requested_by) VALUES ($1, $2, 'later', 'r', '2099-01-01', $3)",
        [first(world), elsewhere.municipalityId, world.grants.coordinator.actor.personId],
      ),
    );
    await expect(raw).rejects.toThrow(/row-level security/);
  });

  it("is seen by the auditor and the municipality itself, and not by another municipality", async () => {
    const { world } = await closed();
    await decide(world, await ask(world));
    const seen = (grant: WindowsWorld["grants"]["auditor"]) => listExceptions(grant, world.programmeId);
    expect(await seen(world.grants.auditor)).toMatchObject([
      { requestedBy: "coordinator", decidedBy: "goedkeurder" },
    ]);
    expect(await seen(world.grants.coordinatorReads)).toHaveLength(1);
    expect(await seen(world.grants.neighbourReads)).toEqual([]);
  });

  it("of waiving shows as a word in the matrix, for the area it is about", async () => {
    const world = await windows.world();
    const areaId = world.municipalities[0]?.areaId ?? "";
    await decide(
      world,
      await ask(world, { kind: "not_applicable", place: { municipalityId: own(world), areaId } }),
    );
    const [stream] = await findMatrix(world.grants.auditor, world.programmeId, TODAY);
    expect(stream?.rows.map(({ cells }) => cells.map((cell) => cell?.state))).toEqual([
      ["notApplicable", "late"],
      ["late", "late"],
    ]);
  });
});

it("a refusal of the guard reads the same as that of the application", async () => {
  const { world, id } = await closed();
  const { inContext } = await import("@/lib/db/transaction");
  const raw = inContext(world.grants.coordinator.actor, (tx) =>
    tx.report.update({ where: { id }, data: { status: "submitted" } }),
  );
  await expect(raw).rejects.toMatchObject({ code: "window_closed" } satisfies Partial<Refusal>);
});
