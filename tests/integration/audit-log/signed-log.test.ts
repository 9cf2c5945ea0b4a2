import { generateKeyPairSync } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recordAudit } from "@/lib/db/audit";
import { readSigningKey, type SigningKey } from "@/lib/db/checkpoints/sign-checkpoints";
import { signLog } from "@/lib/db/checkpoints/sign-log";
import { closePool } from "@/lib/db/pool";
import { asSystem, inContext } from "@/lib/db/transaction";
import { type Actor, issueGrant } from "@/lib/domain/access";
import type { AuditAction } from "@/lib/domain/audit/audit-action";
import { AUDIT_LOG } from "@/lib/domain/audit/audit-content";
import { findCheckpointFile, listCheckpoints } from "@/lib/queries/checkpoints/list-checkpoints";
import { verified } from "../exports/verified";
import { openConnections } from "../support/connections";
import { asSystemActor, type LedgerFixture, makeFixture } from "../support/ledger-fixture";

const { db, owner } = await openConnections();
const reader = issueGrant("claims:read", {
  personId: null,
  name: "",
  scope: "public",
  roles: [],
  organisationIds: [],
});
let superuser: pg.Client;
let fixture: LedgerFixture;
let [folder, temporary] = ["", ""];
let key: SigningKey;

beforeAll(async () => {
  process.env.VERIFIER_DATABASE_URL = db.verifierUrl;
  temporary = await mkdtemp(join(tmpdir(), "geldstroom-log-"));
  folder = join(temporary, "punten");
  const file = join(temporary, "key.pem");
  const pem = generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" });
  await writeFile(file, pem);
  key = await readSigningKey(file);
  superuser = new pg.Client(db.superuserUrl);
  await superuser.connect();
  fixture = await makeFixture(owner, "logboek-toets");
});
afterAll(async () => {
  await Promise.all([superuser.end(), closePool()]);
  await rm(temporary, { recursive: true, force: true });
});

const record = (action: AuditAction, actor: Actor = fixture.officer, facts = {}) =>
  inContext(actor, (tx) => recordAudit(tx, actor, { action, programmeId: fixture.programmeId, facts }));
const sign = () => signLog({ folder, key });

describe("the audit log is signed for, whole and in its order", () => {
  it("goes on from checkpoint to checkpoint, as the files alone show", async () => {
    await record("claim.registered", fixture.officer, { naam: "é", lijst: [1, null] });
    for (let round = 0; round < 3; round += 1) {
      await record("claim.linked");
      const { signed, problem } = await sign();
      expect(problem).toBeNull();
      // Its own line comes with the next one.
      expect(signed?.checkpoint.size).toBe(BigInt(2 + round * 2));
    }
    const { code, findings, notes } = await verified(
      folder,
      "--key",
      join(folder, `${key.published.id}.pub.pem`),
    );
    expect({ code, findings }).toEqual({ code: 0, findings: [] });
    expect(notes).toContainEqual({ code: "checkpoints_checked", facts: { count: "3", proved: "2" } });
  });

  it("is published with its file", async () => {
    const { rows } = await listCheckpoints(reader, 1);
    expect(rows.map(({ programme, size }) => [programme, size])).toEqual([
      ["logboek", "6"],
      ["logboek", "4"],
      ["logboek", "2"],
    ]);
    expect(await findCheckpointFile(reader, AUDIT_LOG, 6n)).toContain('"programme":"logboek"');
  });

  it("waits for who is writing, and is tried again when that takes too long", async () => {
    const slow = new pg.Client(db.ownerUrl);
    await slow.connect();
    await asSystemActor(slow, async () => {
      await slow.query("INSERT INTO audit_event (action, outcome) VALUES ('view.saved', 'done')");
      await record("claim.unlinked");
      await expect(sign()).rejects.toThrow(/lock timeout/);
    });
    await slow.end();
    const { signed } = await sign();
    expect(signed?.checkpoint.size).toBe(9n);
  });

  it("nobody but the system asks where it ends, or keeps a checkpoint", async () => {
    await expect(
      inContext(fixture.officer, (tx) => tx.$queryRaw`SELECT security.last_audit_line()::text`),
    ).rejects.toMatchObject({ code: "not_allowed" });
    await expect(
      inContext(
        fixture.officer,
        (tx) =>
          tx.$executeRaw`INSERT INTO audit_checkpoint (size, root_hash, signed_at, key_id, signature)
          VALUES (1, sha256('x'), now(), 'x', 'x')`,
      ),
    ).rejects.toMatchObject({ code: "not_allowed" });
    await expect(asSystem((tx) => tx.$executeRaw`DELETE FROM audit_checkpoint`)).rejects.toThrow();
  });
});

/** What somebody does who owns the database, and undoes again. */
async function tampered(sql: string): Promise<Awaited<ReturnType<typeof sign>>> {
  await superuser.query("ALTER TABLE audit_event DISABLE TRIGGER audit_event_append_only");
  await superuser.query("CREATE TEMP TABLE kept AS SELECT * FROM audit_event");
  try {
    await superuser.query(sql);
    return await sign();
  } finally {
    await superuser.query("DELETE FROM audit_event");
    await superuser.query("INSERT INTO audit_event SELECT * FROM kept");
    await superuser.query("DROP TABLE kept");
    await superuser.query("ALTER TABLE audit_event ENABLE TRIGGER audit_event_append_only");
  }
}

describe("what is done to the log afterwards shows", () => {
  it.each([
    [
      "another action",
      "UPDATE audit_event SET action = 'claim.linked' WHERE id = (SELECT min(id) FROM audit_event)",
      1n,
    ],
    [
      "another fact",
      `UPDATE audit_event SET facts = '{"naam": "e"}' WHERE id = (SELECT min(id) FROM audit_event)`,
      1n,
    ],
    [
      "another moment",
      "UPDATE audit_event SET at = at + interval '1 microsecond' WHERE action = 'claim.unlinked'",
      7n,
    ],
    ["nobody did it", "UPDATE audit_event SET person_id = NULL WHERE action = 'claim.unlinked'", 7n],
    ["it was refused", "UPDATE audit_event SET outcome = 'refused' WHERE action = 'claim.unlinked'", 7n],
    ["a line gone", "DELETE FROM audit_event WHERE action = 'view.saved'", 7n],
  ])("%s", async (_, sql, from) => {
    const { signed, problem } = await tampered(sql);
    expect(signed).toBeNull();
    expect(problem?.code).toMatch(/^checkpoint_(root|ahead)$/);
    expect(problem?.seq).toBeLessThanOrEqual(from + 2n);
    expect(problem?.seq).toBeGreaterThanOrEqual(1n);
  });

  it("and when it is undone, the log is right again", async () => {
    expect((await sign()).problem).toBeNull();
  });
});
