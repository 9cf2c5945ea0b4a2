import { describe, expect, it } from "vitest";
import { acceptReport } from "@/lib/commands/reports/accept-report";
import { openReport } from "@/lib/commands/reports/open-report";
import { returnReport } from "@/lib/commands/reports/return-report";
import { saveReport } from "@/lib/commands/reports/save-report";
import { signReport } from "@/lib/commands/reports/sign-report";
import { submitReport } from "@/lib/commands/reports/submit-report";
import { append } from "@/lib/db/journal";
import { inContext } from "@/lib/db/transaction";
import { allocationEntry, spendEntry } from "@/lib/domain/ledger/facts";
import { cents } from "@/lib/domain/money";
import { findReport } from "@/lib/queries/reports/find-report";
import { openConnections } from "../support/connections";
import { acting, proposal } from "../support/ledger-fixture";
import { backAsAWhole, filled, key, makeReportingWorld, type ReportingWorld } from "./reporting-world";

const TODAY = "2026-11-23";
const FULL = { t: { spent: 500_00n, forecast: 500_00n }, u: { spent: 500_00n, forecast: 500_00n } };

const { owner, app } = await openConnections();
let serial = 0;

async function opened() {
  const world = await makeReportingWorld(owner, `wacht${++serial}`);
  const municipality = world.municipalities[0]?.id ?? "";
  const id = await openReport(world.grants.coordinator, {
    idempotencyKey: key(),
    window: world.windows[0] ?? "",
    municipality,
  });
  return { world, id };
}
const page = async (world: ReportingWorld, id: string) => {
  const { header, hash } = await findReport(world.grants.coordinatorReads, world.programmeId, id, TODAY);
  return { idempotencyKey: key(), report: id, version: header.version, contentHash: hash };
};
async function submitted(by: "coordinator" | "both" = "coordinator") {
  const { world, id } = await opened();
  const { version } = await saveReport(world.grants[by], filled(world, { id, version: 1 }, FULL));
  await submitReport(world.grants.coordinator, {
    idempotencyKey: key(),
    report: id,
    version: Number(version),
  });
  return { world, id };
}
async function signed() {
  const { world, id } = await submitted();
  await signReport(world.grants.signer, await page(world, id));
  return { world, id };
}

describe("four eyes", () => {
  it("who filled the report does not sign it, also when another person submitted it", async () => {
    const { world, id } = await submitted("both");
    await expect(signReport(world.grants.bothSigns, await page(world, id))).rejects.toMatchObject({
      code: "four_eyes",
    });
    await signReport(world.grants.signer, await page(world, id));
  });

  it("SQL itself refuses a signature of the person who submitted", async () => {
    const { world, id } = await submitted();
    const { actor } = world.grants.coordinator;
    const insert = acting(app, actor, () =>
      app.query(
        "INSERT INTO report_event (report_id, municipality_id, version, action, person_id) VALUES ($1, $2, 2, 'signed', $3)",
        [id, actor.organisationIds[0], actor.personId],
      ),
    );
    await expect(insert).rejects.toMatchObject({ code: "GS008" });
  });
});

describe("scope", () => {
  it("another municipality sees no row and can do nothing", async () => {
    const { world, id } = await submitted();
    const { neighbour, neighbourReads, neighbourSigns } = world.grants;
    await expect(findReport(neighbourReads, world.programmeId, id, TODAY)).rejects.toMatchObject({
      name: "NotFound",
    });
    await expect(saveReport(neighbour, filled(world, { id, version: 2 }, FULL))).rejects.toMatchObject({
      name: "NotFound",
    });
    await expect(signReport(neighbourSigns, await page(world, id))).rejects.toMatchObject({
      name: "NotFound",
    });
    const municipality = world.municipalities[0]?.id ?? "";
    const opening = openReport(neighbour, {
      idempotencyKey: key(),
      window: world.windows[0] ?? "",
      municipality,
    });
    await expect(opening).rejects.toMatchObject({ name: "NotFound" });
    const seen = await acting(app, neighbour.actor, () =>
      app.query("SELECT 1 FROM report_line WHERE report_id = $1", [id]),
    );
    expect(seen.rowCount).toBe(0);
  });

  it("a ministry and an auditor see that a draft exists and none of its figures", async () => {
    const { world, id } = await opened();
    await saveReport(world.grants.coordinator, filled(world, { id, version: 1 }, FULL));
    for (const reader of [world.grants.officerReads, world.grants.auditor]) {
      const file = await findReport(reader, world.programmeId, id, TODAY);
      expect(file).toMatchObject({ visible: false, lines: [], header: { status: "draft" } });
      expect(file.events.map(({ action }) => action)).toEqual(["opened"]);
      expect(file.steps).toEqual({
        fill: false,
        sign: false,
        review: false,
        barred: false,
        elsewhere: false,
      });
    }
  });

  it("a ministry that does not own the stream can read a signed report and not review it", async () => {
    const { world, id } = await signed();
    const { otherOfficer } = world.grants;
    await expect(acceptReport(otherOfficer, await page(world, id))).rejects.toMatchObject({
      name: "NotFound",
    });
    const returning = { ...(await page(world, id)), ...backAsAWhole("reden") };
    await expect(returnReport(otherOfficer, returning)).rejects.toMatchObject({ name: "NotFound" });
  });
});

describe("what was shown", () => {
  it("a form that somebody else overtook is refused with both versions, and nothing of it is kept", async () => {
    const { world, id } = await opened();
    await saveReport(
      world.grants.colleague,
      filled(world, { id, version: 1 }, { t: { spent: 300_00n }, u: { spent: 0n } }),
    );
    const late = filled(world, { id, version: 1 }, { t: { spent: 250_00n }, u: { spent: 0n } });
    await expect(saveReport(world.grants.coordinator, late)).rejects.toMatchObject({
      code: "stale",
      reasons: [
        {
          code: "reports.stale.spent",
          field: "spent.gemeente a.t",
          facts: { yours: "250,00", theirs: "300,00", who: "colleague", area: "gemeente a" },
        },
      ],
    });
    expect(
      (await findReport(world.grants.coordinatorReads, world.programmeId, id, TODAY)).lines[0]?.spent,
    ).toBe(300_00n);
  });

  it("the same form sent twice is one save; the same key with another amount is refused", async () => {
    const { world, id } = await opened();
    const form = filled(world, { id, version: 1 }, FULL);
    const [first, second] = await Promise.all([
      saveReport(world.grants.coordinator, form),
      saveReport(world.grants.coordinator, form),
    ]);
    expect(first).toEqual(second);
    const other = {
      ...filled(world, { id, version: 1 }, { t: { spent: 1n }, u: { spent: 0n } }),
      idempotencyKey: form.idempotencyKey,
    };
    await expect(saveReport(world.grants.coordinator, other)).rejects.toMatchObject({ code: "key_reused" });
  });

  it("a draft that saves itself is one line of history in ten minutes, and every change a new version", async () => {
    const { world, id } = await opened();
    let version = 1;
    for (const spent of [100_00n, 200_00n, 300_00n]) {
      const form = {
        ...filled(world, { id, version }, { t: { spent }, u: { spent: 0n } }),
        intent: "auto" as const,
      };
      version = Number((await saveReport(world.grants.coordinator, form)).version);
    }
    expect(version).toBe(4);
    const { events } = await findReport(world.grants.coordinatorReads, world.programmeId, id, TODAY);
    expect(events.map(({ action }) => action)).toEqual(["saved", "opened"]);
  });

  it("a hash that is not the one on the screen is refused", async () => {
    const { world, id } = await submitted();
    const other = { ...(await page(world, id)), contentHash: "0".repeat(64) };
    await expect(signReport(world.grants.signer, other)).rejects.toMatchObject({ code: "stale" });
  });
});

describe("the ledger", () => {
  it("acceptance looks at the allocation of now: a revision after signing is a reason to refuse", async () => {
    const { world, id } = await signed();
    const line = world.municipalities[0];
    const lower = allocationEntry({
      kind: "revised",
      streamId: world.streamId,
      trancheId: world.trancheId,
      themeId: world.themeId,
      municipalityId: line?.id ?? "",
      areaId: line?.areaId ?? "",
      allocationId: await allocationOf(world),
      proposalId: await proposal(owner, world, "allocation"),
      effectiveOn: "2024-06-01",
      reason: "verlaging",
      years: [{ year: 2026, amount: cents(-600_00n) }],
    });
    await inContext(world.officer, (tx) => append(tx, world.programmeId, world.approverId, [lower]));
    await expect(acceptReport(world.grants.officer, await page(world, id))).rejects.toMatchObject({
      code: "blocked",
      reasons: [{ code: "reports.rules.S6.over", facts: { over: "60000" } }],
    });
  });

  it("its floor refuses acceptance when the money went elsewhere meanwhile, and nothing of the acceptance stays", async () => {
    const { world, id } = await signed();
    const elsewhere = spendEntry({
      kind: "spent",
      streamId: world.streamId,
      trancheId: world.trancheId,
      themeId: world.themeId,
      municipalityId: world.municipalities[0]?.id ?? "",
      areaId: world.municipalities[0]?.areaId ?? "",
      reportId: id,
      effectiveOn: "2024-06-30",
      year: 2024,
      reason: "buiten de schermen om geboekt",
      amount: cents(500_01n),
    });
    await inContext(world.officer, (tx) => append(tx, world.programmeId, world.approverId, [elsewhere]));
    await expect(acceptReport(world.grants.officer, await page(world, id))).rejects.toMatchObject({
      code: "exceeds_allocation",
    });
    const { header, events } = await findReport(world.grants.officerReads, world.programmeId, id, TODAY);
    expect([header.status, events[0]?.action]).toEqual(["signed", "signed"]);
  });

  it("spend of a report that is not signed is refused by SQL", async () => {
    const { world, id } = await submitted();
    await expect(acceptReport(world.grants.officer, await page(world, id))).rejects.toMatchObject({
      code: "not_open",
    });
  });

  it("a later period is not submitted before the earlier one, and a return needs a reason in SQL as well", async () => {
    const { world, id } = await signed();
    const bare = acting(app, world.officer, () =>
      app.query(
        "INSERT INTO report_event (report_id, municipality_id, version, action, person_id) VALUES ($1, $2, 2, 'returned', $3)",
        [id, world.municipalities[0]?.id, world.officer.personId],
      ),
    );
    await expect(bare).rejects.toMatchObject({ code: "GS010" });
    await returnReport(world.grants.officer, { ...(await page(world, id)), ...backAsAWhole("nog eens") });
    const municipality = world.municipalities[0]?.id ?? "";
    const later = await openReport(world.grants.coordinator, {
      idempotencyKey: key(),
      window: world.windows[1] ?? "",
      municipality,
    });
    const { version } = await saveReport(
      world.grants.coordinator,
      filled(world, { id: later, version: 1 }, FULL),
    );
    await expect(
      submitReport(world.grants.coordinator, {
        idempotencyKey: key(),
        report: later,
        version: Number(version),
      }),
    ).rejects.toMatchObject({
      code: "blocked",
      reasons: [{ code: "reports.rules.S8.givenBack", facts: { period: "1", year: "2024", periods: "2" } }],
    });
  });
});

async function allocationOf(world: ReportingWorld): Promise<string> {
  const { rows } = await acting(owner, world.officer, () =>
    owner.query<{ id: string }>("SELECT id FROM allocation WHERE municipality_id = $1 AND theme_id = $2", [
      world.municipalities[0]?.id,
      world.themeId,
    ]),
  );
  return rows[0]?.id ?? "";
}
