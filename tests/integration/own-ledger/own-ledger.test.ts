import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { importBookings } from "@/lib/commands/own-ledger/import-bookings";
import { saveAccounts, saveColumns } from "@/lib/commands/own-ledger/save-mapping";
import { takeLedgerFile } from "@/lib/commands/own-ledger/take-ledger-file";
import { takeOverBookings } from "@/lib/commands/own-ledger/take-over";
import { withdrawImport } from "@/lib/commands/own-ledger/withdraw-import";
import { openReport } from "@/lib/commands/reports/open-report";
import { saveReport } from "@/lib/commands/reports/save-report";
import { submitReport } from "@/lib/commands/reports/submit-report";
import type { Grant } from "@/lib/domain/access";
import { sum } from "@/lib/domain/money";
import {
  findBookingsBehind,
  findImport,
  findLineBookings,
  listImports,
} from "@/lib/queries/own-ledger/imports";
import { findMapping } from "@/lib/queries/own-ledger/mapping";
import { findLedgerFile } from "@/lib/queries/own-ledger/uploads";
import { filled, key, makeReportingWorld, type ReportingWorld } from "../reports/reporting-world";
import { openConnections } from "../support/connections";
import { acting, asSystemActor } from "../support/ledger-fixture";

const HEAD = "Datum;Boekstuk;Regel;Rekening;Omschrijving;Bedrag";
const COLUMNS = {
  date: "Datum",
  number: "Boekstuk",
  line: "Regel",
  account: "Rekening",
  description: "Omschrijving",
  amount: "Bedrag",
};

const { owner, app } = await openConnections();
let serial = 0;
let world: ReportingWorld;
let report: string;

beforeEach(async () => {
  world = await makeReportingWorld(owner, `boek${++serial}`);
  report = await openReport(world.grants.coordinator, {
    idempotencyKey: key(),
    window: world.windows[0] ?? "",
    municipality: world.municipalities[0]?.id ?? "",
  });
});

type Fill = Grant<"report:fill">;
const csv = (...lines: readonly string[]) => new Uint8Array(Buffer.from([HEAD, ...lines].join("\n")));

async function upload(
  bytes: Uint8Array<ArrayBuffer>,
  grant: Fill = world.grants.coordinator,
): Promise<string> {
  const taken = await takeLedgerFile(grant, world.programmeId, {
    reportId: report,
    name: "boekingen.csv",
    bytes,
  });
  if (typeof taken !== "string") throw new Error(taken.problem);
  return taken;
}

const placeOf = (theme: number) => ({
  trancheId: world.trancheId,
  themeId: world.themes[theme]?.id ?? "",
  areaId: world.municipalities[0]?.areaId ?? "",
});

/** Columns, and two accounts: 41 is the first theme, 42 the second. */
async function map(uploadId: string): Promise<void> {
  const { coordinator } = world.grants;
  await saveColumns(coordinator, world.programmeId, { uploadId, version: 0, columns: COLUMNS });
  await saveAccounts(coordinator, world.programmeId, {
    uploadId,
    version: 1,
    decisions: [
      { account: "41", costCentre: "", place: placeOf(0) },
      { account: "42", costCentre: "", place: placeOf(1) },
    ],
  });
}

async function shown(uploadId: string, grant: Fill = world.grants.coordinator) {
  const { sorted } = await findLedgerFile(grant, world.programmeId, uploadId);
  const taken = sorted?.taken ?? [];
  return {
    idempotencyKey: key(),
    uploadId,
    count: taken.length,
    total: sum(taken.map(({ amount }) => amount)),
  };
}

async function imported(...lines: readonly string[]): Promise<string> {
  const id = await upload(csv(...lines));
  await map(id);
  return importBookings(world.grants.coordinator, world.programmeId, await shown(id));
}

const BOOKINGS = [
  "4-3-2024;A1;1;41;Factuur van mevrouw Jansen;100,00",
  "5-3-2024;A1;2;41;Factuur;50,25",
  "6-3-2024;A2;1;42;Huur;20,00",
  "1-7-2024;A3;1;41;Te laat;7,00",
] as const;

const refusal = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => null,
    (caught: unknown) => caught as { code?: string; reasons?: readonly { code: string }[]; name?: string },
  );
  if (error === null) return "nothing";
  return [error.code ?? error.name, ...(error.reasons ?? []).map(({ code }) => code)].join(" ");
};
const coordinatorReads = () => world.grants.coordinatorReads;

describe("a file of bookings", () => {
  it("becomes the figures of the report: mapped once, taken in, taken over, with each booking behind its line", async () => {
    await imported(...BOOKINGS);
    const before = await findBookingsBehind(coordinatorReads(), world.programmeId, report);
    expect(before.lines.map(({ line, count, total }) => [line.key, line.spent, count, total])).toEqual([
      ["gemeente a.t", null, 2, 150_25n],
      ["gemeente a.u", null, 1, 20_00n],
    ]);
    const over = { idempotencyKey: key(), report, version: before.header.version };
    await takeOverBookings(world.grants.coordinator, world.programmeId, over);
    await takeOverBookings(world.grants.coordinator, world.programmeId, over);
    const after = await findLineBookings(coordinatorReads(), world.programmeId, report, "gemeente a.t", 1);
    expect(after.line.spent).toBe(150_25n);
    expect(
      after.page.rows.map(({ number, line, amount, description }) => [number, line, amount, description]),
    ).toEqual([
      ["A1", "1", 100_00n, "Factuur van mevrouw Jansen"],
      ["A1", "2", 50_25n, "Factuur"],
    ]);
  });

  it("names its difference when the line is typed over, and refuses a take-over of an older version", async () => {
    await imported(...BOOKINGS);
    const { header } = await findBookingsBehind(coordinatorReads(), world.programmeId, report);
    await saveReport(
      world.grants.coordinator,
      filled(world, header, { t: { spent: 149_00n }, u: { spent: 0n } }),
    );
    const { lines } = await findBookingsBehind(coordinatorReads(), world.programmeId, report);
    expect(lines.map(({ line, total }) => (line.spent ?? 0n) - total)).toEqual([-1_25n, -20_00n]);
    const stale = takeOverBookings(world.grants.coordinator, world.programmeId, {
      idempotencyKey: key(),
      report,
      version: header.version,
    });
    expect(await refusal(stale)).toMatch(/^stale/);
  });

  it("is read by the mapping that is kept, in versions; what nobody placed stays out", async () => {
    await imported(BOOKINGS[0]);
    const next = await upload(csv("7-3-2024;B1;1;41;x;1,00", "7-3-2024;B2;1;99;x;2,00"));
    const { sorted, version } = await findLedgerFile(world.grants.coordinator, world.programmeId, next);
    expect([version, sorted?.taken.length, sorted?.leftOut[0]?.why]).toEqual([2, 1, "unmapped"]);
    await saveAccounts(world.grants.coordinator, world.programmeId, {
      uploadId: next,
      version: 2,
      decisions: [
        { account: "99", costCentre: "", place: null },
        { account: "42", costCentre: "", place: placeOf(0) },
      ],
    });
    const now = await findMapping(world.grants.coordinator, world.programmeId);
    expect(now.mapping?.accounts.map(({ account, place }) => [account, place?.themeId ?? null])).toEqual([
      ["41", world.themes[0]?.id],
      ["42", world.themes[0]?.id],
      ["99", null],
    ]);
    expect(now.versions.map((one) => [one.version, one.accounts])).toEqual([
      [3, 3],
      [2, 2],
      [1, 0],
    ]);
    expect(
      (await findMapping(world.grants.coordinator, world.programmeId, 2)).mapping?.accounts,
    ).toHaveLength(2);
    const older = saveColumns(world.grants.coordinator, world.programmeId, {
      uploadId: next,
      version: 2,
      columns: COLUMNS,
    });
    expect(await refusal(older)).toBe("stale");
  });

  it("cannot be mapped to a place without an allocation, nor by columns that it does not have", async () => {
    const id = await upload(csv(BOOKINGS[0]));
    const wrong = saveColumns(world.grants.coordinator, world.programmeId, {
      uploadId: id,
      version: 0,
      columns: { ...COLUMNS, amount: "Saldo" },
    });
    expect(await refusal(wrong)).toBe("blocked ownLedger.reasons.column_missing");
    await saveColumns(world.grants.coordinator, world.programmeId, {
      uploadId: id,
      version: 0,
      columns: COLUMNS,
    });
    const elsewhere = { ...placeOf(0), areaId: world.municipalities[1]?.areaId ?? "" };
    const foreign = saveAccounts(world.grants.coordinator, world.programmeId, {
      uploadId: id,
      version: 1,
      decisions: [{ account: "41", costCentre: "", place: elsewhere }],
    });
    expect(await refusal(foreign)).toContain("NotFound");
  });

  it("with one line that cannot be read leaves nothing", async () => {
    const id = await upload(csv(BOOKINGS[0], "5-3-2024;A9;1;41;x;1,460"));
    await map(id);
    const asked = importBookings(world.grants.coordinator, world.programmeId, await shown(id));
    expect(await refusal(asked)).toBe("blocked ownLedger.reasons.unread_rows");
    expect(await listImports(coordinatorReads(), world.programmeId)).toEqual([]);
  });

  it("that is hostile is refused by the thread that reads it", async () => {
    const bytes = new Uint8Array(readFileSync("tests/fixtures/own-ledger/fout-geen-kopregel.csv"));
    const file = { reportId: report, name: "x.csv", bytes };
    expect(await takeLedgerFile(world.grants.coordinator, world.programmeId, file)).toMatchObject({
      problem: "no_rows",
    });
  });
});

describe("the same booking", () => {
  it("counts once: a second file names it as read in before, and a withdrawn one gives it free", async () => {
    const first = await imported(...BOOKINGS);
    const again = await upload(csv(...BOOKINGS));
    const { sorted } = await findLedgerFile(world.grants.coordinator, world.programmeId, again);
    expect(sorted?.leftOut.map(({ why }) => why)).toEqual(["before", "before", "before", "outside"]);
    const nothing = importBookings(world.grants.coordinator, world.programmeId, await shown(again));
    expect(await refusal(nothing)).toBe("blocked ownLedger.reasons.nothing_to_take");
    const back = { idempotencyKey: key(), importId: first, reason: "Verkeerde uitdraai." };
    await withdrawImport(world.grants.coordinator, world.programmeId, back);
    await withdrawImport(world.grants.coordinator, world.programmeId, back);
    expect((await shown(again)).count).toBe(3);
    await importBookings(world.grants.coordinator, world.programmeId, await shown(again));
    const listed = await listImports(coordinatorReads(), world.programmeId);
    expect(listed.map(({ withdrawn }) => withdrawn?.reason ?? null)).toEqual([null, "Verkeerde uitdraai."]);
    const { lines } = await findBookingsBehind(coordinatorReads(), world.programmeId, report);
    expect(lines.map(({ total }) => total)).toEqual([150_25n, 20_00n]);
  });

  it("counts once when two colleagues import it in the same moment", async () => {
    const mine = await upload(csv(...BOOKINGS));
    await map(mine);
    const theirs = await upload(csv(...BOOKINGS), world.grants.colleague);
    const [a, b] = [await shown(mine), await shown(theirs, world.grants.colleague)];
    expect([a.count, b.count]).toEqual([3, 3]);
    const outcomes = await Promise.all([
      refusal(importBookings(world.grants.coordinator, world.programmeId, a)),
      refusal(importBookings(world.grants.colleague, world.programmeId, b)),
    ]);
    expect(outcomes.sort()).toEqual(["blocked ownLedger.reasons.changed", "nothing"]);
    const { lines } = await findBookingsBehind(coordinatorReads(), world.programmeId, report);
    expect(lines.map(({ count }) => count)).toEqual([2, 1]);
  });

  it("is refused by the database itself, whatever the application thinks", async () => {
    const id = await imported(BOOKINGS[0]);
    const twice = asSystemActor(owner, async () => {
      const copy = await owner.query<{ id: string }>(
        `INSERT INTO own_import (programme_id, municipality_id, report_id, mapping_id, file_name, sha256, bookings, total_cents, left_out, created_by)
         SELECT programme_id, municipality_id, report_id, mapping_id, file_name, sha256, bookings, total_cents, left_out, created_by
           FROM own_import WHERE id = $1 RETURNING id`,
        [id],
      );
      await copyBookings(id, copy.rows[0]?.id ?? "");
    });
    await expect(twice).rejects.toThrow(/own_booking_once/);
  });
});

const copyBookings = (from: string, to: string, change = "") =>
  owner.query(
    `INSERT INTO own_booking (programme_id, municipality_id, import_id, report_id, area_id, theme_id, file_row, booked_on, book_year,
       number, line, account, cost_centre, amount_cents)
     SELECT programme_id, municipality_id, $2, report_id, area_id, theme_id, file_row, booked_on, book_year, number || $3, line,
       account, cost_centre, amount_cents FROM own_booking WHERE import_id = $1`,
    [from, to, change],
  );

describe("who sees bookings", () => {
  const countAs = (grant: Grant<"report:read">, table: string) =>
    acting(app, grant.actor, async () => (await app.query(`SELECT 1 FROM ${table}`)).rowCount);

  it("is the municipality alone until the report is handed in; its words stay there for ever", async () => {
    const id = await imported(...BOOKINGS);
    const { officerReads, auditor, neighbourReads } = world.grants;
    for (const grant of [officerReads, auditor, neighbourReads])
      for (const table of [
        "own_import",
        "own_booking",
        "own_booking_text",
        "own_mapping",
        "own_mapping_account",
        "own_upload",
      ])
        expect(await countAs(grant, table), table).toBe(0);
    expect(await refusal(findImport(officerReads, world.programmeId, id, 1))).toContain("NotFound");

    const { header } = await findBookingsBehind(coordinatorReads(), world.programmeId, report);
    await saveReport(
      world.grants.coordinator,
      filled(world, header, {
        t: { spent: 150_25n, forecast: 849_75n },
        u: { spent: 20_00n, forecast: 980_00n },
      }),
    );
    const { header: saved } = await findBookingsBehind(coordinatorReads(), world.programmeId, report);
    await submitReport(world.grants.coordinator, { idempotencyKey: key(), report, version: saved.version });
    for (const grant of [officerReads, auditor]) {
      const { page } = await findImport(grant, world.programmeId, id, 1);
      expect(page.rows.map(({ number, amount, description }) => [number, amount, description])).toEqual([
        ["A1", 100_00n, null],
        ["A1", 50_25n, null],
        ["A2", 20_00n, null],
      ]);
      expect(await countAs(grant, "own_booking_text")).toBe(0);
      expect(await countAs(grant, "own_mapping_account")).toBe(0);
    }
    expect(await countAs(neighbourReads, "own_booking")).toBe(0);
    const late = withdrawImport(world.grants.coordinator, world.programmeId, {
      idempotencyKey: key(),
      importId: id,
      reason: "Te laat.",
    });
    expect(await refusal(late)).toBe("not_open");
  });

  it("is not a colleague for what is not taken in yet, nor another municipality for what it does with it", async () => {
    const id = await upload(csv(...BOOKINGS));
    expect(await refusal(findLedgerFile(world.grants.colleague, world.programmeId, id))).toContain(
      "NotFound",
    );
    const done = await imported(...BOOKINGS);
    const theirs = { idempotencyKey: key(), importId: done, reason: "Niet van mij." };
    expect(await refusal(withdrawImport(world.grants.neighbour, world.programmeId, theirs))).toContain(
      "NotFound",
    );
    const over = { idempotencyKey: key(), report, version: 1 };
    expect(await refusal(takeOverBookings(world.grants.neighbour, world.programmeId, over))).toContain(
      "NotFound",
    );
  });
});

describe("what was taken in", () => {
  it("stays as it was, for the application and for the owner", async () => {
    const id = await imported(...BOOKINGS);
    const { actor } = world.grants.coordinator;
    await expect(
      acting(app, actor, () => app.query("UPDATE own_booking SET amount_cents = 0")),
    ).rejects.toThrow(/permission denied/);
    await expect(acting(app, actor, () => app.query("DELETE FROM own_import"))).rejects.toThrow(
      /permission denied/,
    );
    const tries = [
      "UPDATE own_booking SET amount_cents = amount_cents + 1",
      "UPDATE own_booking SET withdrawn = true",
      "DELETE FROM own_booking",
      "TRUNCATE own_booking CASCADE",
      "UPDATE own_import SET total_cents = 0",
      "DELETE FROM own_withdrawal",
      "UPDATE own_mapping SET version = 9",
      "UPDATE own_mapping_account SET account = 'x'",
      "UPDATE own_booking_text SET description = ''",
    ];
    for (const sql of tries)
      await expect(
        asSystemActor(owner, () => owner.query(sql)),
        sql,
      ).rejects.toThrow(/append_only/);
    // A booking that is put in afterwards makes the import another than it says.
    await expect(asSystemActor(owner, () => copyBookings(id, id, "x"))).rejects.toThrow(/append_only/);
  });

  it("holds what it says it holds", async () => {
    const id = await imported(...BOOKINGS);
    const less = asSystemActor(owner, () =>
      owner.query(
        `INSERT INTO own_import (programme_id, municipality_id, report_id, mapping_id, file_name, sha256, bookings, total_cents, left_out, created_by)
         SELECT programme_id, municipality_id, report_id, mapping_id, file_name, sha256, 1, 100, left_out, created_by FROM own_import WHERE id = $1`,
        [id],
      ),
    );
    await expect(less).rejects.toThrow(/append_only/);
  });

  it("cannot be put under another municipality's report, or one that is closed", async () => {
    await imported(BOOKINGS[0]);
    const { actor } = world.grants.neighbour;
    const insert = (where: string) =>
      acting(app, actor, () =>
        app.query(
          `INSERT INTO own_withdrawal (import_id, municipality_id, reason, created_by) SELECT id, $1, 'x', $2 FROM own_import ${where}`,
          [world.municipalities[1]?.id, actor.personId],
        ),
      );
    expect((await insert("")).rowCount).toBe(0);
    const foreign = acting(app, actor, () =>
      app.query(
        `INSERT INTO own_import (programme_id, municipality_id, report_id, mapping_id, file_name, sha256, bookings, total_cents, left_out, created_by)
         VALUES ($1, $2, $3, $3, 'x', 'x', 0, 0, '{}', $4)`,
        [world.programmeId, world.municipalities[0]?.id, report, actor.personId],
      ),
    );
    await expect(foreign).rejects.toThrow(/row-level security/);
  });

  it("needs a reason to be taken back", async () => {
    const id = await imported(BOOKINGS[0]);
    const { actor } = world.grants.coordinator;
    const without = acting(app, actor, () =>
      app.query(
        "INSERT INTO own_withdrawal (import_id, municipality_id, reason, created_by) VALUES ($1, $2, ' ', $3)",
        [id, world.municipalities[0]?.id, actor.personId],
      ),
    );
    await expect(without).rejects.toThrow(/reason_required/);
  });
});
