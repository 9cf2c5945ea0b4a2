import { randomBytes, randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { scanEvidence } from "@/lib/commands/evidence/scan-evidence";
import { setRequirement } from "@/lib/commands/evidence/set-requirement";
import { withdrawEvidence } from "@/lib/commands/evidence/withdraw-evidence";
import { returnReport } from "@/lib/commands/reports/return-report";
import { closePool } from "@/lib/db/pool";
import { reportCoverage } from "@/lib/domain/evidence/coverage";
import { EVIDENCE_BYTES } from "@/lib/domain/evidence/evidence-file";
import { cents } from "@/lib/domain/money";
import { asReceived, findContent } from "@/lib/queries/evidence/find-content";
import { findReport } from "@/lib/queries/reports/find-report";
import { csvFile, pdfFile } from "../../unit/files/evidence/corpus";
import { backAsAWhole, key } from "../reports/reporting-world";
import { openTestDatabase, type TestDatabase } from "../support/database";
import { acting, asSystemActor } from "../support/ledger-fixture";
import { add, documents, draftReport, type EvidenceWorld, formFile, submit, TODAY } from "./evidence-world";
import { EICAR, type FakeClamd, fakeClamd } from "./fake-clamd";

let db: TestDatabase;
let owner: pg.Client;
let app: pg.Client;
let clamd: FakeClamd;
let serial = 0;

beforeAll(async () => {
  db = await openTestDatabase();
  owner = new pg.Client(db.ownerUrl);
  app = new pg.Client(db.appUrl);
  clamd = await fakeClamd();
  await Promise.all([owner.connect(), app.connect()]);
});
beforeEach(() => {
  clamd.behave = "scan";
  delete process.env.CLAMD_HOST;
  delete process.env.CLAMD_PORT;
});
afterAll(async () => {
  delete process.env.CLAMD_HOST;
  delete process.env.CLAMD_PORT;
  await Promise.all([owner.end(), app.end(), closePool(), clamd.close()]);
  await db.close();
});

const draft = () => draftReport(owner, `bewijs${++serial}`);
const withScanner = () =>
  Object.assign(process.env, { CLAMD_HOST: "127.0.0.1", CLAMD_PORT: String(clamd.port) });
async function bytesOf(held: EvidenceWorld, documentId: string, grant = held.world.grants.coordinatorReads) {
  const at = { programmeId: held.world.programmeId, reportId: held.report, documentId };
  const found = await findContent(grant, at);
  const pieces: Uint8Array[] = [];
  for await (const piece of asReceived(found, found.pieces)) pieces.push(piece);
  return Buffer.concat(pieces);
}
const uploads = async () =>
  asSystemActor(owner, async () => {
    const { rows } = await owner.query<{ n: number }>(
      "SELECT count(*)::int AS n FROM evidence_upload u WHERE NOT EXISTS (SELECT 1 FROM evidence_document d WHERE d.upload_id = u.id)",
    );
    return rows[0]?.n;
  });
const withdraw = (
  held: EvidenceWorld,
  document: string,
  grant = held.world.grants.coordinator,
  reason = "verkeerde factuur",
) => withdrawEvidence(grant, { idempotencyKey: key(), report: held.report, document, reason });

describe("adding a document", () => {
  it("keeps the bytes, the hash and what they support, and says that nobody scanned it", async () => {
    const held = await draft();
    const pdf = await pdfFile();
    expect(await add(held, formFile(pdf, "factuur.pdf"), { note: "stoelen" })).toBeNull();
    const [document] = await documents(held);
    expect(document).toMatchObject({
      fileName: "factuur.pdf",
      mediaType: "application/pdf",
      byteSize: pdf.length,
      amount: 100_00n,
      state: "unscanned",
      addedBy: "coordinator",
      note: "stoelen",
    });
    expect((await bytesOf(held, document?.id ?? "")).equals(pdf)).toBe(true);
  });

  it("gives 25 MB back to the byte, holding a few pieces of it at a time; one byte more is refused", async () => {
    const held = await draft();
    const row = Buffer.from("2026-05-01;stoelen;1,00\n");
    const most = Buffer.alloc(EVIDENCE_BYTES, row);
    most.write("x\n", EVIDENCE_BYTES - 2);
    const whole = Math.floor(EVIDENCE_BYTES / row.length) * row.length;
    const csv = Buffer.concat([
      most.subarray(0, whole - row.length),
      Buffer.from(`a;b;${"c".repeat(EVIDENCE_BYTES - whole + row.length - 5)}\n`),
    ]);
    expect(csv.length).toBe(EVIDENCE_BYTES);
    expect(await add(held, formFile(csv, "boekingen.csv", 65_536))).toBeNull();
    const [document] = await documents(held);
    expect((await bytesOf(held, document?.id ?? "")).equals(csv)).toBe(true);
    const cut = { ...formFile(csv, "boekingen.csv"), cutOff: () => true };
    expect(await add(held, cut, { theme: "u" })).toMatchObject({ problem: "too_large" });
    expect(await uploads()).toBe(0);
  });

  it("of a file that is refused nothing is left", async () => {
    const held = await draft();
    expect(await add(held, formFile(randomBytes(3_000_000), "factuur.pdf"))).toMatchObject({
      problem: "wrong_type",
    });
    expect(await add(held, formFile(await pdfFile(), "factuur.docx"))).toMatchObject({
      problem: "name_differs",
    });
    expect(await documents(held)).toEqual([]);
    expect(await uploads()).toBe(0);
  });

  it("does the same form once, and the same file on a line once", async () => {
    const held = await draft();
    const pdf = await pdfFile();
    const again = key();
    for (let times = 0; times < 2; times++)
      expect(await add(held, formFile(pdf, "factuur.pdf"), { key: again })).toBeNull();
    expect(await documents(held)).toHaveLength(1);
    expect(await add(held, formFile(csvFile(), "a.csv"), { key: again })).toMatchObject({
      problem: "key_reused",
    });
    expect(await add(held, formFile(pdf, "kopie.pdf"))).toMatchObject({
      problem: "twice",
      facts: { name: "factuur.pdf" },
    });
    expect(await add(held, formFile(pdf, "kopie.pdf"), { theme: "u" })).toBeNull();
    expect(await uploads()).toBe(0);
  });

  it("the same form twice at once makes one document", async () => {
    const held = await draft();
    const pdf = await pdfFile();
    const again = key();
    const both = [1, 2].map(() => add(held, formFile(pdf, "factuur.pdf"), { key: again }));
    expect(await Promise.all(both)).toEqual([null, null]);
    expect(await documents(held)).toHaveLength(1);
    expect(await uploads()).toBe(0);
  });

  it("a sender who goes away half-way leaves nothing behind", async () => {
    const held = await draft();
    const broken = {
      ...formFile(new Uint8Array(), "a.pdf"),
      pieces: (async function* () {
        yield (await pdfFile()).subarray(0, 100);
        throw new Error("gone");
      })(),
    };
    await expect(add(held, broken)).rejects.toThrow("gone");
    expect(await uploads()).toBe(0);
  });

  it("counts up to what was spent, and not after it was withdrawn", async () => {
    const held = await draft();
    await add(held, formFile(await pdfFile("a"), "a.pdf"), { amount: 400_00n });
    await add(held, formFile(await pdfFile("b"), "b.pdf"), { amount: 400_00n });
    const now = async () => {
      const { lines, evidence } = await findReport(
        held.world.grants.coordinatorReads,
        held.world.programmeId,
        held.report,
        TODAY,
      );
      return reportCoverage(lines, evidence.documents);
    };
    expect(await now()).toEqual({ spent: 1_000_00n, supported: 500_00n, empty: 0 });
    const [first] = await documents(held);
    await withdraw(held, first?.id ?? "");
    expect(await now()).toEqual({ spent: 1_000_00n, supported: 400_00n, empty: 0 });
    const [gone] = await documents(held);
    expect(gone?.withdrawn).toMatchObject({ reason: "verkeerde factuur", by: "coordinator" });
    expect(await bytesOf(held, gone?.id ?? "")).not.toHaveLength(0);
    await expect(withdraw(held, gone?.id ?? "")).rejects.toMatchObject({ code: "not_open" });
  });
});

describe("who sees a document, and when", () => {
  it("a ministry and an auditor only once the report is submitted, and not while it is back", async () => {
    const held = await draft();
    const { officerReads, auditor, signer } = held.world.grants;
    await add(held, formFile(await pdfFile(), "factuur.pdf"));
    const [document] = await documents(held);
    const id = document?.id ?? "";
    for (const grant of [officerReads, auditor]) {
      expect(await documents(held, grant)).toEqual([]);
      await expect(bytesOf(held, id, grant)).rejects.toMatchObject({ name: "NotFound" });
    }
    await submit(held);
    for (const grant of [officerReads, auditor]) {
      expect(await documents(held, grant)).toHaveLength(1);
      expect(await bytesOf(held, id, grant)).not.toHaveLength(0);
    }
    await returnReport(signer, {
      idempotencyKey: key(),
      report: held.report,
      version: held.version,
      ...backAsAWhole("factuur ontbreekt"),
    });
    for (const grant of [officerReads, auditor]) expect(await documents(held, grant)).toEqual([]);
  });

  it("another municipality never: not by a page, not by a download, not by adding or withdrawing", async () => {
    const held = await draft();
    await add(held, formFile(await pdfFile(), "factuur.pdf"));
    const [document] = await documents(held);
    const { neighbour, neighbourReads } = held.world.grants;
    await submit(held);
    await expect(
      findReport(neighbourReads, held.world.programmeId, held.report, TODAY),
    ).rejects.toMatchObject({
      name: "NotFound",
    });
    await expect(bytesOf(held, document?.id ?? "", neighbourReads)).rejects.toMatchObject({
      name: "NotFound",
    });
    await expect(add(held, formFile(await pdfFile("x"), "x.pdf"), { by: neighbour })).rejects.toMatchObject({
      name: "NotFound",
    });
    await expect(withdraw(held, document?.id ?? "", neighbour)).rejects.toMatchObject({ name: "NotFound" });
  });

  it("SQL shows a neighbour no row of any of the tables, and takes none of theirs", async () => {
    const held = await draft();
    await add(held, formFile(await pdfFile(), "factuur.pdf"));
    const [document] = await documents(held);
    const { neighbour } = held.world.grants;
    for (const table of ["document", "upload", "chunk", "scan", "withdrawal"])
      await acting(app, neighbour.actor, async () => {
        const { rows } = await app.query(`SELECT * FROM evidence_${table}`);
        expect(rows, table).toEqual([]);
      });
    const foreign = (sql: string, values: readonly unknown[]) =>
      acting(app, neighbour.actor, () => app.query(sql, [...values]));
    await expect(
      foreign("INSERT INTO evidence_upload (report_id, municipality_id, person_id) VALUES ($1, $2, $3)", [
        held.report,
        held.municipality,
        neighbour.actor.personId,
      ]),
    ).rejects.toMatchObject({ code: "42501" });
    await expect(
      foreign(
        "INSERT INTO evidence_withdrawal (document_id, municipality_id, reason, withdrawn_by) VALUES ($1, $2, 'x', $3)",
        [document?.id, held.municipality, neighbour.actor.personId],
      ),
    ).rejects.toMatchObject({ code: expect.stringMatching(/GS007|42501/) });
  });
});

describe("what SQL refuses, whoever asks", () => {
  const insertDocument = `INSERT INTO evidence_document (upload_id, report_id, municipality_id, area_id, theme_id, kind, amount_cents,
      file_name, media_type, byte_size, sha256, store, added_by)
    SELECT $1, $2, $3, $4, $5, 'invoice', 1, 'a.pdf', 'application/pdf', $6, $7, 'database', $8`;

  async function received(held: EvidenceWorld, content = "abc") {
    const { actor } = held.world.grants.coordinator;
    const upload = randomUUID();
    await acting(app, actor, async () => {
      await app.query(
        "INSERT INTO evidence_upload (id, report_id, municipality_id, person_id) VALUES ($1, $2, $3, $4)",
        [upload, held.report, held.municipality, actor.personId],
      );
      await app.query(
        "INSERT INTO evidence_chunk (upload_id, municipality_id, part, bytes) VALUES ($1, $2, 0, $3)",
        [upload, held.municipality, Buffer.from(content)],
      );
    });
    const sha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    const enter = (change: { size?: number; hash?: string; theme?: string } = {}) =>
      acting(app, actor, () =>
        app.query(insertDocument, [
          upload,
          held.report,
          held.municipality,
          held.world.municipalities[0]?.areaId,
          change.theme ?? held.world.themes[0]?.id,
          change.size ?? 3,
          change.hash ?? sha256,
          actor.personId,
        ]),
      );
    return { upload, enter, actor };
  }

  it("a document that is not what was received, or of no line of the report", async () => {
    const held = await draft();
    const { enter } = await received(held);
    await expect(enter({ size: 4 })).rejects.toMatchObject({ code: "GS009" });
    await expect(enter({ hash: "0".repeat(64) })).rejects.toMatchObject({ code: "GS009" });
    await expect(enter({ theme: randomUUID() })).rejects.toMatchObject({ code: "GS006" });
    await enter();
  });

  it("adding and withdrawing while the report is not with the municipality", async () => {
    const held = await draft();
    await add(held, formFile(await pdfFile(), "factuur.pdf"));
    const [document] = await documents(held);
    const { enter, actor } = await received(held);
    await submit(held);
    await expect(enter()).rejects.toMatchObject({ code: "GS007" });
    await expect(
      acting(app, actor, () =>
        app.query(
          "INSERT INTO evidence_withdrawal (document_id, municipality_id, reason, withdrawn_by) VALUES ($1, $2, 'x', $3)",
          [document?.id, held.municipality, actor.personId],
        ),
      ),
    ).rejects.toMatchObject({ code: "GS007" });
    await expect(
      acting(app, actor, () =>
        app.query("INSERT INTO evidence_upload (report_id, municipality_id, person_id) VALUES ($1, $2, $3)", [
          held.report,
          held.municipality,
          actor.personId,
        ]),
      ),
    ).rejects.toMatchObject({ code: "42501" });
    expect(await add(held, formFile(await pdfFile("b"), "b.pdf"))).toMatchObject({ problem: "not_open" });
    await expect(withdraw(held, document?.id ?? "")).rejects.toMatchObject({ code: "not_open" });
  });

  it("a withdrawal without a reason", async () => {
    const held = await draft();
    await add(held, formFile(await pdfFile(), "factuur.pdf"));
    const [document] = await documents(held);
    await expect(
      withdraw(held, document?.id ?? "", held.world.grants.coordinator, "  "),
    ).rejects.toMatchObject({
      code: "reason_required",
    });
  });

  it("changing, removing or adding to what was kept", async () => {
    const held = await draft();
    await add(held, formFile(await pdfFile(), "factuur.pdf"));
    const superuser = new pg.Client(db.superuserUrl);
    await superuser.connect();
    try {
      for (const table of ["requirement", "document", "scan", "withdrawal"])
        for (const what of [`DELETE FROM evidence_${table}`, `TRUNCATE evidence_${table} CASCADE`])
          await expect(superuser.query(what), what).rejects.toMatchObject({ code: "GS001" });
      for (const what of [
        "UPDATE evidence_document SET amount_cents = 1",
        "UPDATE evidence_scan SET outcome = 'clean'",
        "UPDATE evidence_chunk SET bytes = 'x'",
        "UPDATE evidence_upload SET person_id = person_id",
        "DELETE FROM evidence_chunk",
        "DELETE FROM evidence_upload WHERE EXISTS (SELECT 1 FROM evidence_document d WHERE d.upload_id = evidence_upload.id)",
        "INSERT INTO evidence_chunk (upload_id, municipality_id, part, bytes) SELECT upload_id, municipality_id, 9, 'x' FROM evidence_document",
      ])
        await expect(superuser.query(what), what).rejects.toMatchObject({ code: "GS001" });
    } finally {
      await superuser.end();
    }
  });

  it("a person who declares a document clean, or sweeps uploads away", async () => {
    const held = await draft();
    withScanner();
    clamd.behave = "close";
    await add(held, formFile(await pdfFile(), "factuur.pdf"));
    const [document] = await documents(held);
    expect(document?.state).toBe("waiting");
    const { coordinator, officer } = held.world.grants;
    for (const { actor } of [coordinator, officer])
      await expect(
        acting(app, actor, () =>
          app.query(
            "INSERT INTO evidence_scan (document_id, municipality_id, outcome) VALUES ($1, $2, 'clean')",
            [document?.id, held.municipality],
          ),
        ),
      ).rejects.toMatchObject({ code: "42501" });
    await acting(app, coordinator.actor, async () => {
      expect((await app.query("DELETE FROM evidence_chunk")).rowCount).toBe(0);
      expect((await app.query("DELETE FROM evidence_upload")).rowCount).toBe(0);
    });
  });
});

describe("the scanner", () => {
  it("sees the whole file; what it calls clean can be had", async () => {
    const held = await draft();
    withScanner();
    const pdf = await pdfFile();
    await add(held, formFile(pdf, "factuur.pdf"));
    const [document] = await documents(held);
    expect(document?.state).toBe("clean");
    expect(clamd.seen.at(-1)?.equals(pdf)).toBe(true);
    expect((await bytesOf(held, document?.id ?? "")).equals(pdf)).toBe(true);
  });

  it("what it finds infected is kept, supports nothing, and gives nobody its bytes, also not by SQL", async () => {
    const held = await draft();
    withScanner();
    await add(held, formFile(Buffer.from(`a;b\n${EICAR};1\n`), "boekingen.csv"));
    const [document] = await documents(held);
    expect(document).toMatchObject({ state: "infected", finding: "Eicar-Test-Signature" });
    await expect(bytesOf(held, document?.id ?? "")).rejects.toMatchObject({ name: "NotFound" });
    await acting(app, held.world.grants.coordinator.actor, async () => {
      expect((await app.query("SELECT bytes FROM evidence_chunk")).rows).toEqual([]);
    });
    const { lines, evidence } = await findReport(
      held.world.grants.coordinatorReads,
      held.world.programmeId,
      held.report,
      TODAY,
    );
    expect(reportCoverage(lines, evidence.documents).supported).toBe(0n);
  });

  it.each(["close", "limit", "nonsense"] as const)("silence is never taken for clean: %s", async (behave) => {
    const held = await draft();
    withScanner();
    clamd.behave = behave;
    await add(held, formFile(await pdfFile(), "factuur.pdf"));
    const [document] = await documents(held);
    expect(document?.state).toBe("waiting");
    await expect(bytesOf(held, document?.id ?? "")).rejects.toMatchObject({ name: "NotFound" });
    await acting(app, held.world.grants.coordinator.actor, async () => {
      expect((await app.query("SELECT bytes FROM evidence_chunk")).rows).toEqual([]);
    });
    clamd.behave = "scan";
    expect(await scanEvidence(held.report)).toMatchObject({ clean: 1, waiting: 0 });
    expect((await documents(held))[0]?.state).toBe("clean");
  });

  it("set up later, it also looks at what came before it", async () => {
    const held = await draft();
    await add(held, formFile(Buffer.from(`a;b\n${EICAR};1\n`), "boekingen.csv"));
    expect((await documents(held))[0]?.state).toBe("unscanned");
    expect(await scanEvidence(held.report)).toEqual({ clean: 0, infected: 0, unscanned: 0, waiting: 0 });
    withScanner();
    expect(await scanEvidence(held.report)).toMatchObject({ infected: 1 });
    expect((await documents(held))[0]?.state).toBe("infected");
  });
});

describe("W8: what a stream requires", () => {
  const require = (
    held: EvidenceWorld,
    change: Partial<Parameters<typeof setRequirement>[1]> = {},
    grant = held.world.grants.officer,
  ) =>
    setRequirement(grant, {
      idempotencyKey: key(),
      programmeId: held.world.programmeId,
      streamId: held.world.streamId,
      validFrom: "2099-01-01",
      kind: null,
      threshold: cents(1n),
      legalSource: "Besluit, artikel 9",
      today: TODAY,
      ...change,
    });
  const inForce = (held: EvidenceWorld, kind: string | null, threshold: bigint) =>
    asSystemActor(owner, () =>
      owner.query(
        "INSERT INTO evidence_requirement (stream_id, valid_from, kind, threshold_cents, legal_source, entered_by) VALUES ($1, '2024-01-01', $2, $3, 'x', $4)",
        [held.world.streamId, kind, threshold.toString(), held.world.grants.officer.actor.personId],
      ),
    );

  it("keeps a report from being submitted until the kind is there for every line that spends so much", async () => {
    const held = await draft();
    await inForce(held, "accountant", 500_00n);
    await add(held, formFile(await pdfFile(), "factuur.pdf"));
    await expect(submit(held)).rejects.toMatchObject({
      code: "blocked",
      reasons: [{ code: "reports.rules.W8.missing" }, { code: "reports.rules.W8.missing" }],
    });
    await add(held, formFile(await pdfFile("t"), "verklaring.pdf"), { kind: "accountant" });
    await add(held, formFile(await pdfFile("u"), "verklaring.pdf"), { kind: "accountant", theme: "u" });
    await submit(held);
  });

  it("one cent under the threshold asks nothing", async () => {
    const held = await draft();
    await inForce(held, null, 500_01n);
    await expect(submit(held)).resolves.toBeUndefined();
  });

  it("is set by the ministry that owns the stream, from today on, and by SQL by nobody else", async () => {
    const held = await draft();
    await require(held);
    await expect(require(held, {}, held.world.grants.otherOfficer)).rejects.toMatchObject({
      name: "NotFound",
    });
    await expect(require(held, { validFrom: "2026-11-22" })).rejects.toMatchObject({ code: "blocked" });
    const insert = (actor: Parameters<typeof acting>[1], from: string) =>
      acting(app, actor, () =>
        app.query(
          "INSERT INTO evidence_requirement (stream_id, valid_from, threshold_cents, legal_source, entered_by) VALUES ($1, $2, 1, 'x', $3)",
          [held.world.streamId, from, actor.personId],
        ),
      );
    const { officer, otherOfficer, coordinator } = held.world.grants;
    await expect(insert(otherOfficer.actor, "2099-01-01")).rejects.toMatchObject({ code: "42501" });
    await expect(insert(coordinator.actor, "2099-01-01")).rejects.toMatchObject({ code: "42501" });
    await expect(insert(officer.actor, "2020-01-01")).rejects.toMatchObject({ code: "GS006" });
  });
});
