import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applyUpload } from "@/lib/commands/report-workbook/apply-upload";
import { uploadReportFile } from "@/lib/commands/report-workbook/upload-report-file";
import { openReport } from "@/lib/commands/reports/open-report";
import { saveReport } from "@/lib/commands/reports/save-report";
import { submitReport } from "@/lib/commands/reports/submit-report";
import { inContext } from "@/lib/db/transaction";
import { type Grant, issueGrant } from "@/lib/domain/access";
import { cents } from "@/lib/domain/money";
import { NotFound, Refusal } from "@/lib/domain/refusal";
import type { ReportUpload } from "@/lib/domain/report-workbook/report-upload";
import type { ReportFile } from "@/lib/domain/reports/report-file";
import {
  findReportUpload,
  listReportUploads,
  municipalityCode,
  reportUploadContent,
} from "@/lib/queries/report-workbook/find-report-upload";
import { findReport } from "@/lib/queries/reports/find-report";
import { dateInAmsterdam } from "@/lib/views/dates";
import { filledIn } from "../../e2e/officer/fill-workbook";
import { bomb, encrypted } from "../../unit/files/hostile-files";
import { choicesIn, headingsIn, reportBook } from "../../unit/files/report-world";
import { key, makeReportingWorld, type ReportingWorld } from "../reports/reporting-world";
import { openTestDatabase, type TestDatabase } from "../support/database";

type Bytes = Uint8Array<ArrayBuffer>;

let database: TestDatabase;
let superuser: pg.Client;
let world: ReportingWorld;
let reportId: string;

beforeAll(async () => {
  database = await openTestDatabase();
  superuser = new pg.Client(database.superuserUrl);
  const owner = new pg.Client(database.ownerUrl);
  await Promise.all([superuser.connect(), owner.connect()]);
  world = await makeReportingWorld(owner, "werkboek");
  await owner.end();
  const [window = ""] = world.windows;
  const [own] = world.municipalities;
  reportId = await openReport(world.grants.coordinator, {
    idempotencyKey: key(),
    window,
    municipality: own?.id ?? "",
  });
});
afterAll(async () => {
  await superuser.end();
  await database.close();
});

const today = dateInAmsterdam(new Date());
const reads = () => world.grants.coordinatorReads;
const report = (): Promise<ReportFile> => findReport(reads(), world.programmeId, reportId, today);

/** The workbook as somebody downloads it now, with these cells typed in. Row 2 is theme "t", row 3 theme "u". */
async function book(cells: Readonly<Record<string, string | number>> = {}): Promise<Bytes> {
  const now = await report();
  const municipality = await municipalityCode(reads(), world.programmeId, reportId);
  const of = {
    programme: "werkboek",
    report: now.header.number,
    municipality,
    reportVersion: now.header.version,
    made: today,
  };
  return filledIn(await reportBook(now, { of }), cells);
}

async function bring(
  bytes: Bytes,
  grant: Grant<"report:fill"> = world.grants.coordinator,
  fileName = "werkboek.xlsx",
): Promise<ReportUpload> {
  const answer = await uploadReportFile(grant, {
    bytes: new Uint8Array(bytes),
    fileName,
    today,
    headings: headingsIn("nl"),
    choices: choicesIn("nl"),
    programme: { id: world.programmeId, code: "werkboek" },
    reportId,
    locale: "nl",
  });
  if (answer.is === "closed") throw new Error("closed");
  await answer.finished;
  return findReportUpload(reads(), at(answer.uploadId));
}

const apply = (upload: ReportUpload, grant = world.grants.coordinator) =>
  applyUpload(grant, { programmeId: world.programmeId, reportId, uploadId: upload.id });

const at = (id: string) => ({ programmeId: world.programmeId, reportId, id });

const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: unknown) => {
      if (error instanceof Refusal) return error.code;
      if (error instanceof NotFound) return "not found";
      return error instanceof Error ? error.message : String(error);
    },
  );

const one = async <T>(sql: string, values: readonly unknown[] = []): Promise<T | undefined> =>
  (await superuser.query<{ one: T }>(sql, [...values])).rows[0]?.one;
const spent = async () =>
  (await report()).lines.map((line) => (line.spent === null ? null : line.spent.toString()));
const events = () =>
  one<number>("SELECT count(*)::int AS one FROM report_event WHERE report_id = $1 AND action = 'saved'", [
    reportId,
  ]);

describe("a workbook that is brought", () => {
  it("changes nothing before it is confirmed, then exactly its changes, and again nothing more", async () => {
    const upload = await bring(await book({ F2: 100, K2: "900,00" }));
    expect(upload.outcome?.counts).toMatchObject({ new: 2, changed: 0, refused: 0 });
    expect(await spent()).toEqual([null, null]);
    expect(await apply(upload)).toBe(2);
    expect(await spent()).toEqual(["10000", null]);
    const [version, saved] = [(await report()).header.version, await events()];
    expect(await apply(upload)).toBe(2);
    expect([(await report()).header.version, await events()]).toEqual([version, saved]);
    expect((await findReportUpload(reads(), at(upload.id))).applied).toMatchObject({
      cells: 2,
      version,
    });
  });

  it("that is the same as what is stored says so, and the same file is kept once", async () => {
    const bytes = await book();
    const [first, second] = [await bring(bytes), await bring(bytes)];
    for (const upload of [first, second])
      expect(upload.outcome?.counts).toMatchObject({ new: 0, changed: 0, refused: 0, kept: 0 });
    const kept = "SELECT count(content)::int AS one FROM report_upload WHERE sha256 = $1";
    expect(await one<number>(kept, [first.sha256])).toBe(1);
    for (const { id } of [first, second])
      expect(
        Buffer.from((await reportUploadContent(reads(), at(id))).content).equals(Buffer.from(bytes)),
      ).toBe(true);
    const version = (await report()).header.version;
    expect(await apply(second)).toBe(0);
    expect((await report()).header.version).toBe(version);
  });

  it("is taken whole or not at all: one faulty cell keeps the good ones out", async () => {
    const before = [await spent(), (await report()).header.version];
    const upload = await bring(await book({ F2: 200, F3: "1,460" }));
    expect(upload.outcome?.counts).toMatchObject({ changed: 1, refused: 1 });
    expect(await refusalOf(apply(upload))).toBe("not_open");
    expect([await spent(), (await report()).header.version]).toEqual(before);
  });

  it("is merged by cell with what a colleague saved after it was read", async () => {
    const upload = await bring(await book({ F3: 50 }));
    await colleagueSaves({ forecast: cents(800_00n) });
    expect(await apply(upload)).toBe(1);
    const [first, second] = (await report()).lines;
    expect([first?.forecast, second?.spent]).toEqual([800_00n, 50_00n]);
  });

  it("does not overrule a colleague in the same cell: both versions are shown, and nothing is taken over", async () => {
    const old = await book({ K2: 700, F3: 60 });
    const read = await bring(old);
    await colleagueSaves({ forecast: cents(750_00n) });
    const refused = await apply(read).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: "stale" });
    expect((refused as Refusal).reasons).toEqual([
      expect.objectContaining({
        code: "reports.stale.forecast",
        facts: expect.objectContaining({ yours: "700,00", theirs: "750,00", who: "colleague" }),
      }),
    ]);
    expect(await spent()).toEqual(["10000", "5000"]);
    // Brought once more, it is known from the start.
    const again = await bring(old);
    expect(again.outcome?.rows.flatMap(({ reasons }) => reasons.map(({ code }) => code))).toEqual([
      "workbook.reasons.clash_amount",
    ]);
  });

  async function colleagueSaves(fields: { readonly forecast: ReturnType<typeof cents> }) {
    const { header, lines } = await report();
    await saveReport(world.grants.colleague, {
      idempotencyKey: key(),
      report: reportId,
      version: header.version,
      intent: "save",
      lines: [{ key: lines[0]?.key ?? "", ...fields }],
      results: [],
    });
  }

  it("and refused as a whole is named with its reason; only who brought it has it back, if it is kept at all", async () => {
    for (const [bytes, name, problem, kept] of [
      [encrypted(), "geheim.xlsx", "encrypted", false],
      [await bomb(1024 ** 3), "bom.xlsx", "zip_bomb", true],
      [await book({ A2: "x" }).then(ofAnother), "ander.xlsx", "other_municipality", true],
    ] as const) {
      const before = await spent();
      const upload = await bring(bytes, world.grants.coordinator, name);
      expect(upload.outcome?.refusal, name).toMatchObject({ problem });
      expect(upload.kept, name).toBe(kept);
      const back = reportUploadContent(reads(), at(upload.id));
      if (kept) expect(Buffer.from((await back).content).equals(Buffer.from(bytes)), name).toBe(true);
      else expect(await refusalOf(back), name).toBe("not found");
      const { actor } = world.grants.colleague;
      const colleague = reportUploadContent(issueGrant("report:read", actor), at(upload.id));
      expect(await refusalOf(colleague), name).toBe("not found");
      expect(await refusalOf(apply(upload)), name).toBe("not_open");
      expect(await spent(), name).toEqual(before);
    }
  });

  const ofAnother = async () => reportBook(await report(), { of: { municipality: "iemand" } });
});

describe("whose it is", () => {
  it("is only of the own municipality: for a neighbour nothing of it exists", async () => {
    const [upload] = await listReportUploads(reads(), reportId);
    const neighbour = world.grants.neighbourReads;
    expect(await listReportUploads(neighbour, reportId)).toEqual([]);
    expect(await refusalOf(findReportUpload(neighbour, at(upload?.id ?? "")))).toBe("not found");
    expect(await refusalOf(reportUploadContent(neighbour, at(upload?.id ?? "")))).toBe("not found");
    expect(await refusalOf(bring(await book(), world.grants.neighbour))).toBe("not found");
    if (upload) expect(await refusalOf(apply(upload, world.grants.neighbour))).toBe("not found");
    for (const table of ["report_upload", "report_upload_outcome", "report_upload_applied"])
      expect(await seen(neighbour, table), table).toBe(0);
  });

  it("is not for a ministry or an auditor before the report is submitted, and is after", async () => {
    for (const grant of [world.grants.officerReads, world.grants.auditor])
      expect(await listReportUploads(grant, reportId)).toEqual([]);
    await superuser.query("UPDATE report SET status = 'submitted' WHERE id = $1", [reportId]);
    for (const grant of [world.grants.officerReads, world.grants.auditor])
      expect((await listReportUploads(grant, reportId)).length).toBeGreaterThan(5);
    await superuser.query("UPDATE report SET status = 'draft' WHERE id = $1", [reportId]);
  });

  const seen = (grant: Grant<"report:read">, table: string) =>
    inContext(grant.actor, async (tx) => {
      const rows = await tx.$queryRawUnsafe<{ n: number }[]>(`SELECT count(*)::int AS n FROM ${table}`);
      return rows[0]?.n;
    });
});

describe("the database refuses", () => {
  const asCoordinator = (sql: string) =>
    refusalOf(inContext(world.grants.coordinator.actor, (tx) => tx.$executeRawUnsafe(sql)));

  it.each([
    "UPDATE report_upload SET file_name = 'anders'",
    "UPDATE report_upload SET content = NULL",
    "DELETE FROM report_upload",
    "UPDATE report_upload_outcome SET rows = '[]'",
    "DELETE FROM report_upload_outcome",
    "UPDATE report_upload_applied SET cells = 0",
    "DELETE FROM report_upload_applied",
  ])("%s, of the application and of the owner", async (sql) => {
    expect(await asCoordinator(sql)).not.toBe("done");
    await expect(superuser.query(sql)).rejects.toThrow(/append_only/);
  });

  it("that less was read than was said before, and lets it be more", async () => {
    expect(await asCoordinator("UPDATE report_upload SET rows_done = rows_done + 1")).toBe("done");
    expect(await asCoordinator("UPDATE report_upload SET rows_done = rows_done - 1")).not.toBe("done");
  });

  it("a file in the name of a colleague, or for another municipality", async () => {
    const [own, next] = world.municipalities;
    const { personId } = world.grants.coordinator.actor;
    const row = (municipality: string, person: string) =>
      `INSERT INTO report_upload (report_id, municipality_id, person_id, file_name, byte_size, sha256, report_version)
       VALUES ('${reportId}', '${municipality}', '${person}', 'x', 0, '${"0".repeat(64)}', 1)`;
    expect(await asCoordinator(row(own?.id ?? "", world.grants.colleague.actor.personId ?? ""))).not.toBe(
      "done",
    );
    expect(await asCoordinator(row(next?.id ?? "", personId ?? ""))).not.toBe("done");
  });
});

it("a report that is submitted takes no file in, and one that was read before cannot be taken over any more", async () => {
  const upload = await bring(await book({ F3: 55 }));
  await superuser.query("UPDATE report SET status = 'submitted' WHERE id = $1", [reportId]);
  const count = "SELECT count(*)::int AS one FROM report_upload";
  const before = await one<number>(count);
  expect(await refusalOf(bring(await book({ F3: 56 })))).toBe("closed");
  expect(await one<number>(count)).toBe(before);
  expect(await refusalOf(apply(upload))).toBe("not_open");
  expect(await spent()).toEqual(["10000", "5000"]);
  await superuser.query("UPDATE report SET status = 'draft' WHERE id = $1", [reportId]);
});

it("what the workbook filled in goes through the same rules on submission as what the screen did", async () => {
  const { header } = await report();
  const submitted = submitReport(world.grants.coordinator, {
    idempotencyKey: key(),
    report: reportId,
    version: header.version,
  });
  expect(await refusalOf(submitted)).toBe("blocked");
});
