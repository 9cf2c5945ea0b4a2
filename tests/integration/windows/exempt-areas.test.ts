import { afterAll, beforeAll, expect, it } from "vitest";
import { openReport } from "@/lib/commands/reports/open-report";
import { saveReport } from "@/lib/commands/reports/save-report";
import { submitReport } from "@/lib/commands/reports/submit-report";
import { askException } from "@/lib/commands/windows/ask-exception";
import { decideException } from "@/lib/commands/windows/decide-exception";
import { cents } from "@/lib/domain/money";
import { standsInTheWay } from "@/lib/domain/reports/check-report";
import { isExempt } from "@/lib/domain/reports/report-line";
import { findReport } from "@/lib/queries/reports/find-report";
import { listReports } from "@/lib/queries/reports/list-reports";
import { dateInAmsterdam } from "@/lib/views/dates";
import { filled } from "../reports/reporting-world";
import { asSystemActor } from "../support/ledger-fixture";
import { key, openWindowsWorld, type Windows, type WindowsWorld } from "./windows-world";

let windows: Windows;
beforeAll(async () => {
  windows = await openWindowsWorld("vrij");
});
afterAll(() => windows.close());

const TODAY = dateInAmsterdam(new Date());
const LATER = "2100-01-01";
const FULL = { t: { spent: 500_00n, forecast: 500_00n }, u: { spent: 500_00n, forecast: 500_00n } };
const own = (world: WindowsWorld) => world.municipalities[0]?.id ?? "";
const read = (world: WindowsWorld, id: string, today = TODAY) =>
  findReport(world.grants.coordinatorReads, world.programmeId, id, today);

async function listed(world: WindowsWorld) {
  const asked = { programmeId: world.programmeId, today: TODAY, filters: {}, page: 1 };
  return (await listReports(world.grants.coordinatorReads, asked)).rows;
}

/** Nothing is asked of an area in a window until the last day of 2099: asked by one, granted by another. */
async function waive(world: WindowsWorld, areaId: string, window = 0): Promise<void> {
  const exceptionId = await askException(world.coordinatorAsks, {
    idempotencyKey: key(),
    programmeId: world.programmeId,
    today: TODAY,
    windowId: world.windows[window] ?? "",
    place: { municipalityId: own(world), areaId },
    kind: "waived",
    expiresOn: "2099-12-31",
    reason: "Het project is stilgelegd.",
  });
  await decideException(world.decides, {
    idempotencyKey: key(),
    programmeId: world.programmeId,
    today: TODAY,
    exceptionId,
    outcome: "granted",
    reason: "Akkoord.",
  });
}

async function opened(world: WindowsWorld, window = 0): Promise<string> {
  return openReport(world.grants.coordinator, {
    idempotencyKey: key(),
    window: world.windows[window] ?? "",
    municipality: own(world),
  });
}

/** A second area of the municipality, with an allocation and a line of the report. */
async function secondArea(world: WindowsWorld, report: string): Promise<string> {
  const themeId = world.themes[0]?.id ?? "";
  return asSystemActor(windows.owner, async () => {
    const { rows } = await windows.owner.query<{ id: string }>(
      "INSERT INTO area (programme_id, municipality_id, code, name) VALUES ($1, $2, $3, 'Zuid') RETURNING id",
      [world.programmeId, own(world), `zuid-${world.windows[0]}`],
    );
    const areaId = rows[0]?.id ?? "";
    await windows.owner.query(
      `INSERT INTO allocation (programme_id, number, stream_id, tranche_id, theme_id, municipality_id, area_id, decision_number, decision_on)
       VALUES ($1, 'zuid', $2, $3, $4, $5, $6, 'B-2', '2024-01-10')`,
      [world.programmeId, world.streamId, world.trancheId, themeId, own(world), areaId],
    );
    await windows.owner.query(
      "INSERT INTO report_line (report_id, municipality_id, area_id, theme_id) VALUES ($1, $2, $3, $4)",
      [report, own(world), areaId, themeId],
    );
    return areaId;
  });
}

it("an area that is waived asks nothing, is not missing, and stays so once the report is handed in", async () => {
  const world = await windows.world();
  const id = await opened(world);
  await saveReport(world.grants.coordinator, filled(world, { id, version: 1 }, FULL));
  const areaId = await secondArea(world, id);
  const asked = async (today?: string) =>
    (await read(world, id, today)).findings.filter(standsInTheWay).map(({ code }) => code);
  expect(await asked()).toEqual(["S3", "S3"]);

  await waive(world, areaId);
  const { lines, header } = await read(world, id);
  expect(lines.filter(isExempt)).toMatchObject([
    { areaId, exempt: { kind: "waived", expiresOn: "2099-12-31" } },
  ]);
  expect(await asked()).toEqual([]);
  // After its last day it is asked again, as long as the report is a draft.
  expect(await asked(LATER)).toEqual(["S3", "S3"]);
  expect((await listed(world)).find(({ reportId }) => reportId === id)).toMatchObject({ lines: 2, empty: 0 });

  await submitReport(world.grants.coordinator, {
    idempotencyKey: key(),
    report: id,
    version: header.version,
  });
  expect((await read(world, id, LATER)).lines.filter(isExempt)).toHaveLength(1);
  expect(await asked(LATER)).toEqual([]);
});

it("what was written on it all the same is asked and counted like any other line", async () => {
  const world = await windows.world();
  const id = await opened(world);
  await saveReport(world.grants.coordinator, filled(world, { id, version: 1 }, FULL));
  const areaId = await secondArea(world, id);
  await waive(world, areaId);
  const before = await read(world, id);
  const line = before.lines.find((one) => one.areaId === areaId)?.key ?? "";
  await saveReport(world.grants.coordinator, {
    ...filled(world, before.header, {}),
    lines: [{ key: line, spent: cents(0n) }],
  });
  const { lines, findings } = await read(world, id);
  expect(lines.filter(isExempt)).toEqual([]);
  expect(findings.filter(standsInTheWay).map(({ problem }) => problem)).toEqual(["forecastEmpty"]);
});

it("a municipality of which every area is waived is waived, is not late, and does not hold up the next period", async () => {
  const world = await windows.world();
  const states = async () => {
    return (await listed(world)).map(({ period, state, overdue }) => [period, state, overdue]).toSorted();
  };
  const next = await opened(world, 1);
  await saveReport(world.grants.coordinator, filled(world, { id: next, version: 1 }, FULL));
  const codes = async () => (await read(world, next)).findings.map(({ code }) => code);
  expect(await codes()).toContain("S8");
  await waive(world, world.municipalities[0]?.areaId ?? "");
  expect(await states()).toEqual([
    [1, "waived", false],
    [2, "draft", true],
  ]);
  expect(await codes()).not.toContain("S8");
});
