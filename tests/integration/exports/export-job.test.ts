import { randomUUID } from "node:crypto";
import type { Runner } from "graphile-worker";
import { afterAll, beforeAll, expect, it } from "vitest";
import { requestExport } from "@/lib/commands/exports/request-export";
import { personNow } from "@/lib/db/people/held-roles";
import { actorFor, type Grant, issueGrant } from "@/lib/domain/access";
import { PACKAGE_KIND } from "@/lib/domain/exports/job";
import { startWorker } from "@/lib/mail/worker";
import { exportContent, findExport, listExports } from "@/lib/queries/exports/jobs";
import { chores } from "@/scripts/chores/chores";
import { openProofWorld, type ProofWorld } from "./proof-world";
import { verified } from "./verified";

let world: ProofWorld;
let worker: Runner;
let [auditor, officer]: Grant<"export:read">[] = [];

async function granted(account: string): Promise<Grant<"export:read">> {
  const actor = actorFor(await personNow(await world.personId(account)), "export:read");
  if (actor === null) throw new Error(`${account} may not export`);
  return issueGrant("export:read", actor);
}

beforeAll(async () => {
  world = await openProofWorld();
  [auditor, officer] = [await granted("auditor"), await granted("officer")];
  const variables = {
    DATABASE_URL: process.env.DATABASE_URL,
    NEXTAUTH_URL: "https://geldstroom.example",
    CHECKPOINT_KEY_FILE: world.keyFile,
    CHECKPOINT_DIR: world.folder,
  };
  worker = await startWorker({ variables, chores: chores(variables, () => {}) });
});
afterAll(async () => {
  await worker.stop();
  await world.close();
});

const ask = (grant: Grant<"export:read"> | undefined, kind: string, format: string, proved: boolean) => {
  if (grant === undefined) throw new Error("nobody asks");
  return requestExport(grant, {
    idempotencyKey: randomUUID(),
    programmeId: world.oefen,
    kind,
    format,
    proved,
    question: {},
    language: "nl",
  });
};

async function finished(grant: Grant<"export:read"> | undefined, id: string) {
  if (grant === undefined) throw new Error("nobody asks");
  const read = () => findExport(grant, world.oefen, id);
  await expect
    .poll(async () => (await read()).state, { timeout: 50_000, interval: 200 })
    .toMatch(/done|failed/);
  return read();
}

async function bytesOf(
  grant: Grant<"export:read"> | undefined,
  id: string,
  from: bigint,
  to: bigint,
): Promise<Buffer> {
  if (grant === undefined) throw new Error("nobody asks");
  const pieces: Uint8Array[] = [];
  for await (const piece of exportContent(grant, id, { from, to })) pieces.push(piece);
  return Buffer.concat(pieces);
}

it("is made by the worker, covered by a checkpoint of that moment, and can be fetched in parts", async () => {
  const id = await ask(auditor, PACKAGE_KIND, "zip", true);
  const job = await finished(auditor, id);
  expect(job).toMatchObject({ state: "done", error: null });
  const zip = await bytesOf(auditor, id, 0n, job.bytes - 1n);
  expect(BigInt(zip.length)).toBe(job.bytes);
  const middle = job.bytes / 2n;
  expect(
    Buffer.concat([
      await bytesOf(auditor, id, 0n, middle),
      await bytesOf(auditor, id, middle + 1n, job.bytes - 1n),
    ]).equals(zip),
  ).toBe(true);
  const answer = await verified(await world.unpack(zip), "--key", world.publicKey);
  expect(answer).toMatchObject({ code: 0, findings: [] });
  expect(answer.notes.map(({ code }) => code)).not.toContain("not_covered");
  const { rows } = await world.behind.query(
    "SELECT action FROM audit_event WHERE subject_id = $1 ORDER BY action",
    [id],
  );
  expect(rows).toEqual([{ action: "export.made" }, { action: "export.requested" }]);
  const { rows: mails } = await world.behind.query<{ subject: string; body: string }>(
    "SELECT subject, body FROM mail WHERE kind = 'export_ready' AND person_id = $1",
    [auditor?.actor.personId],
  );
  expect(mails).toHaveLength(1);
  expect(mails[0]?.body).toContain(`https://geldstroom.example/programma/oefen/exports/${id}`);
});

it("is of who asked for it alone", async () => {
  const id = await ask(officer, "toekenningen", "csv", false);
  const job = await finished(officer, id);
  expect(job.state).toBe("done");
  if (auditor === undefined) throw new Error("no auditor");
  await expect(findExport(auditor, world.oefen, id)).rejects.toThrow();
  expect((await listExports(auditor, world.oefen)).map((one) => one.id)).not.toContain(id);
  await expect(bytesOf(auditor, id, 0n, job.bytes - 1n)).rejects.toThrow("gone");
});

it("is refused when it is made, to who may not have it any more", async () => {
  await worker.stop();
  const id = await ask(officer, "rapportages", "csv", false);
  await world.behind.query("SET session_replication_role = replica");
  await world.behind.query("UPDATE role_assignment SET ended_at = now() WHERE person_id = $1", [
    officer?.actor.personId,
  ]);
  await world.behind.query("RESET session_replication_role");
  const variables = { DATABASE_URL: process.env.DATABASE_URL };
  worker = await startWorker({ variables, chores: chores(variables, () => {}) });
  expect(await finished(officer, id)).toMatchObject({ state: "failed", error: "no_longer_allowed" });
});

it("stays as it was asked for and made", async () => {
  await expect(world.behind.query('UPDATE export_job SET question = \'{"jaar":"2020"}\'')).rejects.toThrow(
    "append_only",
  );
  await expect(world.behind.query("DELETE FROM export_job")).rejects.toThrow();
});
