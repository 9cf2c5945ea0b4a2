import { readFileSync } from "node:fs";
import pg from "pg";
import { inProject } from "../start/project.ts";
import type { Secrets } from "../start/secrets.ts";
import { SUPERUSER } from "./cluster.ts";

export const DATABASE = "geldstroom";

export interface Addresses {
  readonly superuser: string;
  readonly owner: string;
  readonly app: string;
  readonly verifier: string;
}

/** The address of each role in one database of the embedded server. */
export function addresses(port: number, secrets: Secrets, database = DATABASE): Addresses {
  const of = (role: string, password: string) =>
    `postgresql://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
  return {
    superuser: of(SUPERUSER, secrets.superuserPassword),
    owner: of("geldstroom_owner", secrets.ownerPassword),
    app: of("geldstroom_app", secrets.appPassword),
    verifier: of("geldstroom_verifier", secrets.verifierPassword),
  };
}

export async function asClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** prisma/roles.sql is written for psql; its `:'name'` variables are filled in here in the same way. */
function rolesSql(secrets: Secrets): string {
  const values: Readonly<Record<string, string>> = {
    owner_password: secrets.ownerPassword,
    app_password: secrets.appPassword,
    verifier_password: secrets.verifierPassword,
  };
  const sql = readFileSync(inProject("prisma/roles.sql"), "utf8");
  return sql.replace(/:'(\w+)'/g, (_, name: string) => pg.escapeLiteral(values[name] ?? ""));
}

/** Makes the database and its roles where they are not there yet; sets their passwords either way. */
export async function prepareDatabase(
  port: number,
  secrets: Secrets,
  database = DATABASE,
): Promise<Addresses> {
  await asClient(addresses(port, secrets, "postgres").superuser, async (client) => {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [database]);
    if (rowCount === 0)
      await client.query(`CREATE DATABASE ${pg.escapeIdentifier(database)} TEMPLATE template0`);
  });
  const all = addresses(port, secrets, database);
  await asClient(all.superuser, (client) => client.query(rolesSql(secrets)));
  return all;
}
