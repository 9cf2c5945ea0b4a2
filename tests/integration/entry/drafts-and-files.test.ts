import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { confirmUpload } from "@/lib/commands/entry/confirm-upload";
import { dropDraft, saveDraft } from "@/lib/commands/entry/save-draft";
import { type FileTask, uploadFile } from "@/lib/commands/entry/upload-file";
import { append } from "@/lib/db/journal";
import { inContext } from "@/lib/db/transaction";
import { type Actor, issueGrant } from "@/lib/domain/access";
import { NotFound, Refusal } from "@/lib/domain/refusal";
import { entryOptions } from "@/lib/queries/entry/entry-options";
import { findDraft } from "@/lib/queries/entry/find-draft";
import { findUpload } from "@/lib/queries/entry/find-upload";
import { knownRows } from "@/lib/queries/entry/known-rows";
import { bomb, encrypted, manyRows } from "../../unit/files/hostile-files";
import { openTestDatabase, type TestDatabase } from "../support/database";
import { ceiling, type LedgerFixture, makeFixture, proposal } from "../support/ledger-fixture";

let database: TestDatabase;
let superuser: pg.Client;
let fixture: LedgerFixture;
let author: Actor;
let colleague: Actor;

beforeAll(async () => {
  database = await openTestDatabase();
  superuser = new pg.Client(database.superuserUrl);
  await superuser.connect();
  const owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  fixture = await makeFixture(owner, "invoer");
  const proposed = await proposal(owner, fixture, "ceiling");
  await inContext(fixture.officer, (tx) =>
    append(tx, fixture.programmeId, fixture.approverId, [ceiling(fixture, proposed, 10_000_00n)]),
  );
  await owner.end();
  author = { ...fixture.officer, personId: fixture.authorId, name: "indiener", roles: ["officer"] };
  colleague = { ...fixture.officer, roles: ["officer"] };
});
afterAll(async () => {
  await superuser.end();
  await database.close();
});

const grantOf = (actor: Actor) => issueGrant("allocation:propose", actor);
const count = async (table: string) =>
  (await superuser.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`)).rows[0]?.n;
const draft = (version: number, rows: readonly Record<string, string>[]) => ({
  programmeId: fixture.programmeId,
  trancheId: fixture.trancheId,
  version,
  rows,
});
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    (error: unknown) =>
      error instanceof Refusal ? error.code : error instanceof NotFound ? "not found" : Promise.reject(error),
  );

describe("a draft of the grid", () => {
  it("is there again on another device of the same person, and never for anybody else", async () => {
    const { version } = await saveDraft(grantOf(author), draft(0, [{ areaId: "Noord" }]));
    expect(await findDraft(grantOf(author), fixture.trancheId)).toMatchObject({
      version: 1,
      rows: [{ areaId: "Noord" }],
    });
    expect(version).toBe(1);
    expect(await findDraft(grantOf(colleague), fixture.trancheId)).toBeNull();
    const auditor: Actor = { ...author, scope: "audit", roles: ["auditor"] };
    for (const other of [colleague, auditor])
      expect(await inContext(other, (tx) => tx.entryDraft.count()), other.name).toBe(0);
  });

  it("is not saved over what another device saved", async () => {
    expect(await codeOf(saveDraft(grantOf(author), draft(1, [{ areaId: "Zuid" }])))).toBe("done");
    expect(await codeOf(saveDraft(grantOf(author), draft(1, [{ areaId: "oud" }])))).toBe("stale");
    expect(await codeOf(saveDraft(grantOf(author), draft(0, [{ areaId: "oud" }])))).toBe("stale");
    expect(await findDraft(grantOf(author), fixture.trancheId)).toMatchObject({
      version: 2,
      rows: [{ areaId: "Zuid" }],
    });
  });

  it("cannot be written for somebody else, nor for a tranche of another programme", async () => {
    const forged = inContext(author, (tx) =>
      tx.entryDraft.create({
        data: {
          personId: fixture.approverId,
          programmeId: fixture.programmeId,
          trancheId: fixture.trancheId,
          rows: [],
        },
      }),
    );
    expect(await codeOf(forged)).toBe("not_allowed");
    const elsewhere = { ...draft(0, []), programmeId: fixture.streamId };
    expect(await codeOf(saveDraft(grantOf(author), elsewhere))).toBe("not found");
  });

  it("is gone once it was proposed", async () => {
    await dropDraft(grantOf(author), fixture.trancheId);
    expect(await count("entry_draft")).toBe(0);
  });
});

const HEADINGS = {
  area: ["Gebied"],
  theme: ["Thema"],
  decisionNumber: ["Besluit"],
  decisionOn: ["Datum"],
  "years.2026": ["Bedrag 2026"],
  "years.2027": ["Bedrag 2027"],
  legalSource: ["Bron"],
  reason: ["Reden"],
};
const HEAD = "Gebied;Thema;Besluit;Datum;Bedrag 2026;Bedrag 2027;Bron;Reden";

async function taskOf(bytes: Uint8Array<ArrayBuffer>, fileName: string, actor = author): Promise<FileTask> {
  const options = await entryOptions(grantOf(actor), fixture.programmeId, fixture.trancheId, "nl");
  return {
    bytes,
    fileName,
    headings: HEADINGS,
    programme: { id: fixture.programmeId, code: "invoer" },
    trancheCode: options.code,
    trancheId: fixture.trancheId,
    years: options.years,
    areas: options.areas,
    themes: options.themes,
    known: await knownRows(grantOf(actor), fixture.programmeId, fixture.trancheId, "nl"),
  };
}

async function csv(lines: readonly string[]): Promise<FileTask> {
  return taskOf(new Uint8Array(Buffer.from([HEAD, ...lines].join("\r\n"))), "lijst.csv");
}

async function read(task: FileTask, actor = author): Promise<string> {
  const answer = await uploadFile(grantOf(actor), task);
  if (answer.is !== "reading") throw new Error(JSON.stringify(answer));
  await answer.finished;
  return answer.uploadId;
}

const confirm = (uploadId: string, actor = author) =>
  confirmUpload(grantOf(actor), {
    programme: { id: fixture.programmeId, code: "invoer", numberPrefix: "T" },
    uploadId,
    name: "",
    today: "2026-11-24",
  });

describe("a file that is refused", () => {
  it.each([
    ["empty_file", () => new Uint8Array(0)],
    ["encrypted", encrypted],
    ["zip_bomb", () => bomb(0)],
    ["too_many_rows", () => manyRows(1_000_000)],
  ])("leaves nothing behind: %s", async (problem, make) => {
    const task = await taskOf(await make(), "x.xlsx");
    const before = [await count("batch"), await count("audit_event")];
    expect(await uploadFile(grantOf(author), task)).toMatchObject({ is: "refused", problem });
    expect(await count("entry_upload")).toBe(0);
    expect([await count("batch"), await count("audit_event")]).toEqual(before);
  });
});

describe("a file that is read", () => {
  it("has every row's reasons from itself and from the ledger, and cannot be proposed while there are any", async () => {
    const [first, second] = await knownRows(grantOf(author), fixture.programmeId, fixture.trancheId, "nl");
    const id = await read(
      await csv([`${first?.area};t;B-1;2-2-2026;9.000.000,00;;;x`, `${second?.area};t;;2-2-2026;1,00;;;`]),
    );
    const found = await findUpload(grantOf(author), fixture.programmeId, id);
    expect(
      found.rows.map(({ state, reasons }) => [state, ...reasons.map(({ code }) => code.split(".").at(-1))]),
    ).toEqual([
      ["refused", "over_room"],
      ["refused", "decision_number_missing", "over_room", "reason_missing"],
    ]);
    expect(await codeOf(confirm(id))).toBe("not_open");
    expect(await codeOf(findUpload(grantOf(colleague), fixture.programmeId, id))).toBe("not found");
    expect(await codeOf(confirm(id, colleague))).toBe("not found");
  });

  it("is proposed once, however often it is brought and confirmed, and by whomever", async () => {
    const [first] = await knownRows(grantOf(author), fixture.programmeId, fixture.trancheId, "nl");
    const lines = [`${first?.area};t;B-1;2-2-2026;"€ 1.250,50";;;Na de aanvraag`];
    const id = await read(await csv(lines));
    const batch = await confirm(id);
    expect(await confirm(id)).toBe(batch);
    expect(await uploadFile(grantOf(author), await csv(lines))).toEqual({ is: "same", batchId: batch });
    expect(await uploadFile(grantOf(colleague), await csv(lines))).toEqual({ is: "same", batchId: batch });
    expect(await count("batch")).toBe(1);
    const { rows } = await superuser.query(
      "SELECT b.origin::text, b.source ->> 'file' AS file, p.decision_cents::text AS cents FROM batch b JOIN proposal p ON p.batch_id = b.id",
    );
    expect(rows).toEqual([{ origin: "workbook", file: "lijst.csv", cents: "125050" }]);
  });

  it("takes the place of what the same person brought before and never proposed", async () => {
    const before = await read(await csv(["x;t;;;;;;"]));
    await read(await csv(["y;t;;;;;;"]));
    expect(await codeOf(findUpload(grantOf(author), fixture.programmeId, before))).toBe("not found");
  });
});
