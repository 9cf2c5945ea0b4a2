import { type AddressInfo, createServer } from "node:net";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { scanEvidence } from "@/lib/commands/evidence/scan-evidence";
import { closePool } from "@/lib/db/pool";
import { getObject, putObject } from "@/lib/files/evidence/object-store";
import { objectStore } from "@/lib/files/evidence/settings";
import { asReceived, findContent } from "@/lib/queries/evidence/find-content";
import { pdfFile } from "../../unit/files/evidence/corpus";
import { openTestDatabase, type TestDatabase } from "../support/database";
import { asSystemActor } from "../support/ledger-fixture";
import { add, documents, draftReport, type EvidenceWorld, formFile } from "./evidence-world";
import { type FakeClamd, fakeClamd } from "./fake-clamd";
import { type FakeS3, fakeS3, S3_KEYS } from "./fake-s3";

let db: TestDatabase;
let owner: pg.Client;
let s3: FakeS3;
let clamd: FakeClamd;
let serial = 0;

beforeAll(async () => {
  db = await openTestDatabase();
  owner = new pg.Client(db.ownerUrl);
  await owner.connect();
  clamd = await fakeClamd();
  s3 = await fakeS3();
});
beforeEach(() => {
  Object.assign(process.env, {
    EVIDENCE_S3_ENDPOINT: `http://127.0.0.1:${s3.port}`,
    EVIDENCE_S3_BUCKET: "bewijs",
    EVIDENCE_S3_ACCESS_KEY_ID: S3_KEYS.accessKeyId,
    EVIDENCE_S3_SECRET_ACCESS_KEY: S3_KEYS.secretAccessKey,
  });
  delete process.env.CLAMD_HOST;
});
afterAll(async () => {
  for (const name of Object.keys(process.env))
    if (/^(EVIDENCE_S3|CLAMD)_/.test(name)) delete process.env[name];
  await Promise.all([owner.end(), closePool(), clamd.close(), s3.close()]);
  await db.close();
});

const draft = () => draftReport(owner, `winkel${++serial}`);
async function collect(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}
const found = async (held: EvidenceWorld) =>
  findContent(held.world.grants.coordinatorReads, {
    programmeId: held.world.programmeId,
    reportId: held.report,
    documentId: (await documents(held))[0]?.id ?? "",
  });
const store = () => {
  const one = objectStore();
  if (one === null) throw new Error("not set");
  return one;
};
const chunks = () =>
  asSystemActor(owner, async () => (await owner.query("SELECT 1 FROM evidence_chunk")).rowCount);

describe("documents in an object store", () => {
  it("go there whole, leave the database, and come back to the byte", async () => {
    const held = await draft();
    const pdf = await pdfFile("in de winkel");
    expect(await add(held, formFile(pdf, "factuur.pdf"))).toBeNull();
    expect(await chunks()).toBe(0);
    const { objectKey, ...content } = await found(held);
    expect(objectKey).toMatch(/^evidence\/[0-9a-f-]{36}\/[0-9a-f-]{36}$/);
    expect((await collect(asReceived(content, await getObject(store(), objectKey ?? "")))).equals(pdf)).toBe(
      true,
    );
  });

  it("are read there by the scanner", async () => {
    Object.assign(process.env, { CLAMD_HOST: "127.0.0.1", CLAMD_PORT: String(clamd.port) });
    clamd.behave = "close";
    const held = await draft();
    const pdf = await pdfFile("scan mij");
    await add(held, formFile(pdf, "factuur.pdf"));
    expect((await documents(held))[0]?.state).toBe("waiting");
    clamd.behave = "scan";
    expect(await scanEvidence(held.report)).toMatchObject({ clean: 1 });
    expect(clamd.seen.at(-1)?.equals(pdf)).toBe(true);
  });

  it("that were changed there are not given as if they were what was received", async () => {
    const held = await draft();
    const pdf = await pdfFile("eerst dit");
    await add(held, formFile(pdf, "factuur.pdf"));
    const content = await found(held);
    const bytes = Buffer.from(pdf);
    bytes[bytes.length - 1] = 0;
    s3.objects.set(content.objectKey ?? "", bytes);
    await expect(
      collect(asReceived(content, await getObject(store(), content.objectKey ?? ""))),
    ).rejects.toThrow("is not what was received");
  });

  it("are refused with a sentence while the store is away or refuses the keys, and nothing is left", async () => {
    const held = await draft();
    const silent = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
    process.env.EVIDENCE_S3_ENDPOINT = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    expect(await add(held, formFile(await pdfFile("a"), "a.pdf"))).toMatchObject({ problem: "store_away" });
    silent.close();
    process.env.EVIDENCE_S3_ENDPOINT = `http://127.0.0.1:${s3.port}`;
    process.env.EVIDENCE_S3_SECRET_ACCESS_KEY = "wrong";
    expect(await add(held, formFile(await pdfFile("a"), "a.pdf"))).toMatchObject({ problem: "store_away" });
    expect(await documents(held)).toEqual([]);
    expect(await chunks()).toBe(0);
  });

  it("that are refused in the end are taken away there too", async () => {
    const held = await draft();
    const pdf = await pdfFile("twee keer");
    await add(held, formFile(pdf, "a.pdf"));
    const before = s3.objects.size;
    expect(await add(held, formFile(pdf, "b.pdf"))).toMatchObject({ problem: "twice" });
    expect(s3.objects.size).toBe(before);
  });

  it("other bytes than were signed for are refused, and so is another key", async () => {
    const sha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    const content = (text: string) => ({
      sha256,
      byteSize: 3,
      pieces: (async function* () {
        yield Buffer.from(text);
      })(),
    });
    await putObject(store(), "evidence/x", content("abc"));
    await expect(putObject(store(), "evidence/y", content("abd"))).rejects.toThrow("PUT 400");
    await expect(
      putObject({ ...store(), secretAccessKey: "wrong" }, "evidence/z", content("abc")),
    ).rejects.toThrow("PUT 403");
    await expect(getObject(store(), "evidence/y")).rejects.toThrow("GET 404");
  });

  it("half a setting is a mistake that is named, and none is the database", () => {
    expect(() => objectStore({ EVIDENCE_S3_ENDPOINT: "http://x" })).toThrow("EVIDENCE_S3_BUCKET");
    expect(objectStore({})).toBeNull();
  });
});
