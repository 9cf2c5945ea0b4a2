import { expect, it } from "vitest";
import { markSeen } from "@/lib/commands/municipality/mark-seen";
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

  expect(after.seenAt).toBeNull();
  await markSeen(world.grants.coordinatorReads, world.programmeId);
  expect((await desk()).seenAt).toBeInstanceOf(Date);
  const seen = await acting(app, world.grants.neighbour.actor, () => app.query("SELECT 1 FROM last_looked"));
  expect(seen.rowCount).toBe(0);
});
