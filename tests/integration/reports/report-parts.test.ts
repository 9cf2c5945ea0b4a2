import { expect, it } from "vitest";
import { acceptReport } from "@/lib/commands/reports/accept-report";
import { openReport } from "@/lib/commands/reports/open-report";
import { saveReport } from "@/lib/commands/reports/save-report";
import { signReport } from "@/lib/commands/reports/sign-report";
import { submitReport } from "@/lib/commands/reports/submit-report";
import { cents } from "@/lib/domain/money";
import type { LineInput } from "@/lib/input/report";
import { findReport } from "@/lib/queries/reports/find-report";
import { openConnections } from "../support/connections";
import { acting } from "../support/ledger-fixture";
import { filled, key, makeReportingWorld, type ReportingWorld } from "./reporting-world";

const TODAY = "2026-11-23";
const { owner, app } = await openConnections();
let serial = 0;

const read = (world: ReportingWorld, id: string) =>
  findReport(world.grants.coordinatorReads, world.programmeId, id, TODAY);
async function opened(world: ReportingWorld, window = 0) {
  return openReport(world.grants.coordinator, {
    idempotencyKey: key(),
    window: world.windows[window] ?? "",
    municipality: world.municipalities[0]?.id ?? "",
  });
}
async function save(world: ReportingWorld, id: string, ...lines: LineInput[]) {
  const { header } = await read(world, id);
  await saveReport(world.grants.coordinator, {
    ...filled(world, { id, version: header.version }, {}),
    lines,
  });
}
async function accept(world: ReportingWorld, id: string) {
  const exact = async () => {
    const { header, hash } = await read(world, id);
    return { idempotencyKey: key(), report: id, version: header.version, contentHash: hash };
  };
  await submitReport(world.grants.coordinator, await exact());
  await signReport(world.grants.signer, await exact());
  await acceptReport(world.grants.officer, await exact());
}
/** Half of it spent, and the rest expected in the last of the two years that are left. */
const HALF = {
  spent: cents(500_00n),
  forecast: cents(500_00n),
  years: [
    { year: 2024, amount: cents(0n) },
    { year: 2025, amount: cents(500_00n) },
  ],
  explanation: null,
};
const T = "gemeente a.t";
const U = "gemeente a.u";

it("years, projects and own means are kept, replaced and removed with their line", async () => {
  const world = await makeReportingWorld(owner, `delen${++serial}`);
  const id = await opened(world);
  const line = {
    key: T,
    spent: cents(100_00n),
    forecast: cents(900_00n),
    own: cents(25_00n),
    years: [
      { year: 2024, amount: cents(400_00n) },
      { year: 2025, amount: cents(500_00n) },
    ],
    projects: [
      { position: 1, name: "Buurthuis", spent: cents(60_00n) },
      { position: 2, name: "Speeltuin", spent: cents(40_00n) },
    ],
  };
  await save(world, id, line);
  const first = await read(world, id);
  expect(first.lines.find((one) => one.key === T)).toMatchObject(line);

  await save(world, id, {
    key: T,
    projects: [{ position: 2, name: "Speeltuin", spent: cents(100_00n) }],
    years: [{ year: 2024, amount: null }],
  });
  const second = (await read(world, id)).lines.find((one) => one.key === T);
  expect(second).toMatchObject({
    own: 25_00n,
    projects: [{ position: 2, name: "Speeltuin", spent: 100_00n }],
    years: [
      { year: 2024, amount: null },
      { year: 2025, amount: 500_00n },
    ],
  });
  expect((await read(world, id)).hash).not.toBe(first.hash);
  expect((await read(world, id)).findings.map(({ problem }) => problem)).toContain("yearEmpty");
});

it("a municipality's own means are not posted", async () => {
  const world = await makeReportingWorld(owner, `delen${++serial}`);
  const id = await opened(world);
  const amounts = { ...HALF, own: cents(77_00n) };
  await save(world, id, { key: T, ...amounts }, { key: U, ...amounts });
  await accept(world, id);
  const { rows } = await acting(app, world.officer, () =>
    app.query("SELECT debit_cents::text FROM entry WHERE report_id = $1", [id]),
  );
  expect(rows.map(({ debit_cents }) => debit_cents)).toEqual(["50000", "50000"]);
});

it("a correction is about the earlier entry that was chosen, and about no entry of another line", async () => {
  const world = await makeReportingWorld(owner, `delen${++serial}`);
  const first = await opened(world);
  await save(world, first, { key: T, ...HALF }, { key: U, ...HALF });
  await accept(world, first);
  const second = await opened(world, 1);
  const { lines } = await read(world, second);
  const seqOf = (line: string) => lines.find((one) => one.key === line)?.earlierSpends[0]?.seq ?? 0n;
  const correction = { key: T, correction: cents(-1_00n), note: "dubbel" };
  await save(world, second, { ...correction, corrects: seqOf(U) });
  const chosen = async () => (await read(world, second)).lines.find((one) => one.key === T);
  expect(await chosen()).toMatchObject({ correctsSeq: null, corrects: { seq: seqOf(T) } });
  await save(world, second, { ...correction, corrects: seqOf(T) });
  expect(await chosen()).toMatchObject({ correctsSeq: seqOf(T), corrects: { seq: seqOf(T) } });
});

it("a ministry sees no year or project of a draft, and another municipality none at all", async () => {
  const world = await makeReportingWorld(owner, `delen${++serial}`);
  const id = await opened(world);
  await save(world, id, { key: T, projects: [{ position: 1, name: "Buurthuis", spent: cents(1n) }] });
  for (const actor of [world.officer, world.grants.neighbour.actor]) {
    const { rowCount } = await acting(app, actor, () =>
      app.query("SELECT 1 FROM report_project WHERE report_id = $1", [id]),
    );
    expect(rowCount).toBe(0);
  }
});
