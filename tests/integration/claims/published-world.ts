import { randomUUID } from "node:crypto";
import pg from "pg";
import { closePool } from "@/lib/db/pool";
import {
  type Actor,
  type Grant,
  issueGrant,
  PERMISSIONS_OF,
  type Permission,
  type Role,
  SCOPE_OF,
} from "@/lib/domain/access";
import { loadPractice } from "@/prisma/seed/practice";
import { loadPublished } from "@/prisma/seed/published";
import { openTestDatabase, type TestDatabase } from "../support/database";

/** The published programme and the practice one, as `db:seed` loads them. */
export interface PublishedWorld {
  readonly nplv: string;
  readonly oefen: string;
  /** Looks behind every guard. */
  readonly behind: pg.Client;
  readonly verifierUrl: string;
  readonly superuserUrl: string;
  grant<P extends Permission>(permission: P, account?: string): Promise<Grant<P>>;
  close(): Promise<void>;
}

export const key = () => randomUUID();

export async function openPublishedWorld(): Promise<PublishedWorld> {
  const db: TestDatabase = await openTestDatabase();
  // Reference data are written by the owner of the tables.
  process.env.DATABASE_URL = db.ownerUrl;
  await loadPublished();
  await loadPractice("oefenen-met-claims");
  await closePool();
  process.env.DATABASE_URL = db.appUrl;
  const behind = new pg.Client(db.superuserUrl);
  await behind.connect();
  const { rows } = await behind.query<{ code: string; id: string }>("SELECT code, id FROM programme");
  const idOf = (code: string) => rows.find((row) => row.code === code)?.id ?? "";
  return {
    nplv: idOf("nplv"),
    oefen: idOf("oefen"),
    behind,
    verifierUrl: db.verifierUrl,
    superuserUrl: db.superuserUrl,
    grant: async (permission, account) => issueGrant(permission, await actorOf(behind, permission, account)),
    close: async () => {
      await behind.end();
      await db.close();
    },
  };
}

const PUBLIC: Actor = { personId: null, name: "", scope: "public", roles: ["public"], organisationIds: [] };

async function actorOf(behind: pg.Client, permission: Permission, account?: string): Promise<Actor> {
  if (account === undefined) return PUBLIC;
  const { rows } = await behind.query<{ id: string; name: string; role: Role; organisation_id: string }>(
    `SELECT p.id, p.name, r.role::text AS role, r.organisation_id
       FROM user_account a JOIN person p ON p.id = a.person_id JOIN role_assignment r ON r.person_id = p.id
      WHERE a.email = $1`,
    [`${account}@oefen.example`],
  );
  const giving = rows.filter(({ role }) => PERMISSIONS_OF[role].includes(permission));
  const [first] = giving;
  if (first === undefined) throw new Error(`${account} may not ${permission}`);
  return {
    personId: first.id,
    name: first.name,
    scope: SCOPE_OF[first.role],
    roles: giving.map(({ role }) => role),
    organisationIds: giving.map(({ organisation_id }) => organisation_id),
  };
}
