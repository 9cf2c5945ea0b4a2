import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { endSession, openSession, personOfSession } from "@/lib/db/sessions/session";
import { type AccountRow, accountByEmail } from "@/lib/db/sign-in";
import { openTestDatabase, type TestDatabase } from "../support/database";

const IDLE = 1800;
let database: TestDatabase;
let superuser: pg.Client;
let account: AccountRow;

beforeAll(async () => {
  database = await openTestDatabase();
  superuser = new pg.Client(database.superuserUrl);
  await superuser.connect();
  const { rows } = await superuser.query<{ id: string }>(
    "INSERT INTO person (name) VALUES ('T. Toets') RETURNING id",
  );
  await superuser.query("INSERT INTO user_account (person_id, email) VALUES ($1, 'toets@oefen.example')", [
    rows[0]?.id,
  ]);
  const found = await accountByEmail("toets@oefen.example");
  if (found === null) throw new Error("no account");
  account = found;
});
afterAll(async () => {
  await superuser.end();
  await database.close();
});

async function session(seconds = 3600): Promise<string> {
  const id = randomBytes(32).toString("hex");
  await openSession(account, { id, seconds, origin: "127.0.0.1", userAgent: null, by: "password" });
  return id;
}
const who = async (id: string) => (await personOfSession(id, IDLE, "127.0.0.1"))?.name ?? null;

it("holds until it is ended, and then never again", async () => {
  const id = await session();
  expect(await who(id)).toBe("T. Toets");
  await endSession(id, "signed out", "127.0.0.1");
  expect(await who(id)).toBeNull();
});

it("ends when nobody was seen for the idle time, not a second before", async () => {
  const [early, late] = [await session(), await session()];
  const seen = (id: string, ago: number) =>
    superuser.query(
      "UPDATE user_session SET last_seen_at = now() - make_interval(secs => $2) WHERE id = $1",
      [id, ago],
    );
  await seen(early, IDLE - 5);
  await seen(late, IDLE);
  expect(await who(early)).toBe("T. Toets");
  expect(await who(late)).toBeNull();
  const { rows } = await superuser.query("SELECT end_reason FROM user_session WHERE id = $1", [late]);
  expect(rows).toEqual([{ end_reason: "idle" }]);
});

it("ends at its last moment, however busy it was", async () => {
  const id = await session();
  await superuser.query("UPDATE user_session SET expires_at = now() - interval '1 second' WHERE id = $1", [
    id,
  ]);
  expect(await who(id)).toBeNull();
});

it("is worth nothing while the account is disabled", async () => {
  const id = await session();
  await superuser.query("UPDATE user_account SET disabled_at = now() WHERE id = $1", [account.id]);
  expect(await who(id)).toBeNull();
  await superuser.query("UPDATE user_account SET disabled_at = NULL WHERE id = $1", [account.id]);
});

it("knows the roles of this moment", async () => {
  const id = await session();
  expect((await personOfSession(id, IDLE, ""))?.held).toEqual([]);
  const { rows } = await superuser.query<{ id: string }>(
    "INSERT INTO organisation (kind, code, official_name, preferred_name) VALUES ('audit_body', 'toets', 'Toets', 'Toets') RETURNING id",
  );
  await superuser.query(
    "INSERT INTO role_assignment (person_id, organisation_id, role) VALUES ($1, $2, 'auditor')",
    [account.personId, rows[0]?.id],
  );
  expect((await personOfSession(id, IDLE, ""))?.held).toMatchObject([
    { role: "auditor", organisationName: "Toets" },
  ]);
  await superuser.query("UPDATE role_assignment SET ended_at = now() WHERE person_id = $1", [
    account.personId,
  ]);
  expect((await personOfSession(id, IDLE, ""))?.held).toEqual([]);
});
