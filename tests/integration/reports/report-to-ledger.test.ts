import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { acceptReport } from "@/lib/commands/reports/accept-report";
import { openReport } from "@/lib/commands/reports/open-report";
import { returnReport } from "@/lib/commands/reports/return-report";
import { saveReport } from "@/lib/commands/reports/save-report";
import { signReport } from "@/lib/commands/reports/sign-report";
import { submitReport } from "@/lib/commands/reports/submit-report";
import { closePool } from "@/lib/db/pool";
import { findReport } from "@/lib/queries/reports/find-report";
import { openTestDatabase, type TestDatabase } from "../support/database";
import { acting } from "../support/ledger-fixture";
import { backAsAWhole, filled, key, makeReportingWorld, type ReportingWorld } from "./reporting-world";

let db: TestDatabase;
let owner: pg.Client;
let world: ReportingWorld;
const reports: string[] = [];
const TODAY = "2026-11-23";

beforeAll(async () => {
  db = await openTestDatabase();
  owner = new pg.Client(db.ownerUrl);
  await owner.connect();
  world = await makeReportingWorld(owner, "stroom");
});
afterAll(async () => {
  await Promise.all([owner.end(), closePool()]);
  await db.close();
});

const read = (index: number) =>
  findReport(world.grants.coordinatorReads, world.programmeId, reports[index] ?? "", TODAY);
const open = async (window: number) => {
  const municipality = world.municipalities[0]?.id ?? "";
  return openReport(world.grants.coordinator, {
    idempotencyKey: key(),
    window: world.windows[window] ?? "",
    municipality,
  });
};
const entries = async (index: number) =>
  acting(owner, world.officer, async () => {
    const { rows } = await owner.query<{
      kind: string;
      year: number;
      amount: string;
      corrects: string | null;
    }>(
      `SELECT e.kind::text, a.year, p.amount_cents::text AS amount, e.corrects_seq::text AS corrects
         FROM entry e JOIN posting p ON p.programme_id = e.programme_id AND p.entry_seq = e.seq
         JOIN account a ON a.id = p.account_id WHERE e.report_id = $1 AND a.kind = 'spent' ORDER BY e.seq`,
      [reports[index]],
    );
    return rows;
  });
/** The page's own copy of what is to be signed or accepted. */
const exact = async (index: number) => {
  const { header, hash } = await read(index);
  return { idempotencyKey: key(), report: header.id, version: header.version, contentHash: hash };
};
const save = async (index: number, amounts: Parameters<typeof filled>[2]) => {
  const { header } = await read(index);
  return saveReport(world.grants.coordinator, filled(world, header, amounts));
};
const submit = async (index: number, version: number) =>
  submitReport(world.grants.coordinator, { idempotencyKey: key(), report: reports[index] ?? "", version });

it("opens with an empty line per area and theme, once per window", async () => {
  reports.push(await open(0));
  expect(await open(0)).toBe(reports[0]);
  const { lines, results, hash } = await read(0);
  expect(lines.map((line) => [line.key, line.allocated, line.previous, line.spent, line.forecast])).toEqual([
    ["gemeente a.t", 1_000_00n, 0n, null, null],
    ["gemeente a.u", 1_000_00n, 0n, null, null],
  ]);
  expect(results.map(({ value }) => value)).toEqual([null]);
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
});

it("refuses to submit with every reason at once", async () => {
  const error = await submit(0, 1).catch((e: unknown) => e);
  expect(error).toMatchObject({ code: "blocked" });
  expect(
    (error as { reasons: { code: string; field: string }[] }).reasons.map(({ code, field }) => [code, field]),
  ).toEqual([
    ["reports.rules.S3.spentEmpty", "spent.gemeente a.t"],
    ["reports.rules.S3.forecastEmpty", "forecast.gemeente a.t"],
    ["reports.rules.S3.spentEmpty", "spent.gemeente a.u"],
    ["reports.rules.S3.forecastEmpty", "forecast.gemeente a.u"],
    ["reports.rules.S16.resultEmpty", "result.bereik"],
  ]);
});

it("fill, submit, sign, accept: every line is posted once, with the zero as no entry", async () => {
  const { version } = await save(0, {
    t: { spent: 400_00n, forecast: 600_00n },
    u: { spent: 0n, forecast: 950_00n },
  });
  expect(version).toBe("2");
  await submit(0, Number(version));
  await signReport(world.grants.signer, await exact(0));
  const accepting = await exact(0);
  // Two clicks on the same page: one acceptance.
  await Promise.all([
    acceptReport(world.grants.officer, accepting),
    acceptReport(world.grants.officer, accepting),
  ]);
  expect((await read(0)).header.status).toBe("accepted");
  expect(await entries(0)).toEqual([{ kind: "spent", year: 2024, amount: "40000", corrects: null }]);
  expect((await read(0)).events.map(({ action, version: v }) => `${action} ${v}`)).toEqual([
    "accepted 2",
    "signed 2",
    "submitted 2",
    "saved 2",
    "opened 1",
  ]);
});

it("a correction in the next period points at the earlier entry and leaves it as it was", async () => {
  reports.push(await open(1));
  const before = await entries(0);
  const { version } = await save(1, {
    t: { spent: 100_00n, forecast: 600_00n, correction: -100_00n },
    u: { spent: 900_00n, forecast: 100_00n },
  });
  expect((await read(1)).lines[0]).toMatchObject({ previous: 400_00n, correctable: 400_00n });
  await submit(1, Number(version));
  await signReport(world.grants.signer, await exact(1));
  await acceptReport(world.grants.officer, await exact(1));
  const posted = await entries(1);
  expect(posted.map(({ kind, amount }) => [kind, amount])).toEqual([
    ["spent", "10000"],
    ["spend_corrected", "-10000"],
    ["spent", "90000"],
  ]);
  expect(posted[1]?.corrects).toMatch(/^\d+$/);
  expect(await entries(0)).toEqual(before);
});

it("a returned report becomes a new version, and the signature under the old one is void", async () => {
  const next = await makeReportingWorld(owner, "terug");
  const municipality = next.municipalities[0]?.id ?? "";
  const id = await openReport(next.grants.coordinator, {
    idempotencyKey: key(),
    window: next.windows[0] ?? "",
    municipality,
  });
  const file = () => findReport(next.grants.coordinatorReads, next.programmeId, id, TODAY);
  const amounts = { t: { spent: 500_00n, forecast: 500_00n }, u: { spent: 500_00n, forecast: 500_00n } };
  const saved = await saveReport(next.grants.coordinator, filled(next, { id, version: 1 }, amounts));
  await submitReport(next.grants.coordinator, {
    idempotencyKey: key(),
    report: id,
    version: Number(saved.version),
  });
  const page = async () => ({
    idempotencyKey: key(),
    report: id,
    version: (await file()).header.version,
    contentHash: (await file()).hash,
  });
  const signed = await page();
  await signReport(next.grants.signer, signed);
  const toReturn = {
    idempotencyKey: key(),
    report: id,
    version: signed.version,
    ...backAsAWhole("Licht het verschil toe."),
  };
  await returnReport(next.grants.officer, toReturn);
  expect((await file()).header).toMatchObject({ status: "returned", contentHash: null });

  // As it was given back it is not submitted again: something differs, or it says why nothing does.
  const unchanged = { idempotencyKey: key(), report: id, version: signed.version };
  await expect(submitReport(next.grants.coordinator, unchanged)).rejects.toMatchObject({
    code: "blocked",
    reasons: [{ code: "reports.rules.W7.same", field: "why.W7." }],
  });
  const answered = await saveReport(next.grants.coordinator, {
    ...filled(next, { id, version: signed.version }, amounts),
    explanations: [{ code: "W7", line: "", text: "De cijfers zijn nagerekend en kloppen." }],
  });
  const version = Number(answered.version);
  await submitReport(next.grants.coordinator, { idempotencyKey: key(), report: id, version });
  const again = (await file()).header;
  expect(again).toMatchObject({ status: "submitted", version: version + 1 });
  await expect(acceptReport(next.grants.officer, await page())).rejects.toMatchObject({ code: "not_open" });
  await expect(signReport(next.grants.signer, { ...signed, idempotencyKey: key() })).rejects.toMatchObject({
    code: "stale",
  });
  await signReport(next.grants.signer, await page());
  await acceptReport(next.grants.officer, await page());
});
