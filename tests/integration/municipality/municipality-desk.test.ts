import { expect, it } from "vitest";
import { rememberVisit } from "@/lib/commands/municipality/remember-visit";
import { acceptReport } from "@/lib/commands/reports/accept-report";
import { openReport } from "@/lib/commands/reports/open-report";
import { saveReport } from "@/lib/commands/reports/save-report";
import { signReport } from "@/lib/commands/reports/sign-report";
import { submitReport } from "@/lib/commands/reports/submit-report";
import { findMunicipalityDesk } from "@/lib/queries/municipality/find-municipality-desk";
import { findReport } from "@/lib/queries/reports/find-report";
import { filled, key, makeReportingWorld } from "../reports/reporting-world";
import { openConnections } from "../support/connections";
import { acting, asSystemActor } from "../support/ledger-fixture";

const TODAY = "2026-11-23";
const HOUR = 3_600_000;
const { owner, app } = await openConnections();

it("a municipality's desk follows what was accepted, and is nobody else's", async () => {
  const world = await makeReportingWorld(owner, "bureau");
  await asSystemActor(owner, () =>
    owner.query(
      "INSERT INTO programme_participant (programme_id, organisation_id) SELECT $1, unnest($2::uuid[])",
      [world.programmeId, world.municipalities.map(({ id }) => id)],
    ),
  );
  const own = world.municipalities[0]?.id ?? "";
  const { rows } = await owner.query("SELECT code FROM organisation WHERE id = $1", [own]);
  const code: string = rows[0].code;
  const desk = () => findMunicipalityDesk(world.grants.coordinatorReads, world.programmeId, code, TODAY);

  const before = await desk();
  expect(before.sums).toEqual({
    allocated: 2_000_00n,
    received: null,
    spent: null,
    forecast: null,
    lapses: null,
  });
  expect(before.due).toHaveLength(2);
  expect(before.results.map(({ counted }) => counted)).toEqual([null]);

  const id = await openReport(world.grants.coordinator, {
    idempotencyKey: key(),
    window: world.windows[0] ?? "",
    municipality: own,
  });
  const line = { spent: 300_00n, forecast: 650_00n };
  await saveReport(world.grants.coordinator, filled(world, { id, version: 1 }, { t: line, u: line }));
  const exact = async () => {
    const { header, hash } = await findReport(world.grants.coordinatorReads, world.programmeId, id, TODAY);
    return { idempotencyKey: key(), report: id, version: header.version, contentHash: hash };
  };
  await submitReport(world.grants.coordinator, await exact());
  await signReport(world.grants.signer, await exact());
  expect((await desk()).sums.spent).toBeNull();
  await acceptReport(world.grants.officer, await exact());

  const after = await desk();
  expect(after.sums).toEqual({
    allocated: 2_000_00n,
    received: null,
    spent: 600_00n,
    forecast: 1_300_00n,
    lapses: 100_00n,
  });
  expect(after.results.map(({ counted }) => counted)).toEqual([12n]);

  await expect(
    findMunicipalityDesk(world.grants.neighbourReads, world.programmeId, code, TODAY),
  ).rejects.toMatchObject({ name: "NotFound" });
  expect((await findMunicipalityDesk(world.grants.auditor, world.programmeId, code, TODAY)).sums).toEqual(
    after.sums,
  );
});

it("what came in since the visit before is new, a reload leaves it new, and a visit is only one's own", async () => {
  const world = await makeReportingWorld(owner, "bezoek");
  const { programmeId, grants } = world;
  const [municipalityId = "", elsewhere = ""] = world.municipalities.map(({ id }) => id);
  await asSystemActor(owner, () =>
    owner.query("INSERT INTO programme_participant (programme_id, organisation_id) VALUES ($1, $2)", [
      programmeId,
      municipalityId,
    ]),
  );
  const { rows } = await owner.query("SELECT code FROM organisation WHERE id = $1", [municipalityId]);
  const code: string = rows[0].code;
  const { actor } = grants.coordinatorReads;
  const look = async () => {
    const { visit, fresh, changes } = await findMunicipalityDesk(
      grants.coordinatorReads,
      programmeId,
      code,
      TODAY,
    );
    if (visit === null) throw new Error("no visit");
    await rememberVisit(grants.coordinatorReads, { programmeId, municipalityId, at: visit.at });
    return { at: visit.at, since: visit.since, fresh, changes: changes.length };
  };
  const hourLater = () =>
    acting(app, actor, () =>
      app.query(
        "UPDATE last_looked SET at = at - interval '1 hour', previous_at = previous_at - interval '1 hour'",
      ),
    );

  // Two allocations came before the first visit: they are shown, and nothing says they are new.
  const first = await look();
  expect(first).toMatchObject({ since: null, fresh: 0, changes: 2 });
  expect((await look()).since).toBeNull();
  await openReport(grants.coordinator, {
    idempotencyKey: key(),
    window: world.windows[0] ?? "",
    municipality: municipalityId,
  });
  await hourLater();
  // All three came within that hour, of which the reader did one. A reload within minutes says the same.
  const second = await look();
  expect(second).toMatchObject({ since: expect.any(Date), fresh: 2, changes: 3 });
  const reload = await look();
  expect(reload).toMatchObject({ since: second.since, fresh: 2 });
  await hourLater();
  const third = await look();
  expect(Number(third.since)).toBe(Number(reload.at) - HOUR);

  // A ministry's and an auditor's look is not kept, and nobody reads or writes another's.
  for (const reader of [grants.auditor, grants.officerReads])
    expect((await findMunicipalityDesk(reader, programmeId, code, TODAY)).visit).toBeNull();
  const write =
    "INSERT INTO last_looked (person_id, programme_id, municipality_id, at) VALUES ($1, $2, $3, now())";
  const neighbour = grants.neighbour.actor;
  const seen = await acting(app, neighbour, () => app.query("SELECT 1 FROM last_looked"));
  expect(seen.rowCount).toBe(0);
  for (const [who, of] of [
    [actor.personId, elsewhere],
    [neighbour.personId, municipalityId],
  ]) {
    const forged = acting(app, actor, () => app.query(write, [who, programmeId, of]));
    await expect(forged).rejects.toThrow(/row-level security/);
  }
  const changed = await acting(app, neighbour, () => app.query("UPDATE last_looked SET at = now()"));
  expect(changed.rowCount).toBe(0);
});
