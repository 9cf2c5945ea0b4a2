// Making, dropping and reaching databases: what an engine does outside of any one of them.
import pg from "pg";

const PRISMA_ONLY = ["schema", "connection_limit", "pool_timeout", "pgbouncer"];

/** The address without what only Prisma understands, and in another database when asked. */
export function postgresUrl(url, database) {
  const address = new URL(url);
  for (const name of PRISMA_ONLY) address.searchParams.delete(name);
  if (database !== undefined) address.pathname = `/${database}`;
  return address.toString();
}

export const databaseOf = (url) => decodeURIComponent(new URL(url).pathname.slice(1)) || "postgres";
export const schemaOf = (url) => new URL(url).searchParams.get("schema") ?? undefined;

export async function query(url, sql, database) {
  const client = new pg.Client({ connectionString: postgresUrl(url, database) });
  await client.connect();
  try {
    return await client.query(sql);
  } finally {
    await client.end();
  }
}

export async function createDatabase(url, name = databaseOf(url)) {
  await query(url, `CREATE DATABASE ${pg.escapeIdentifier(name)}`, "postgres");
  return name;
}

export const dropDatabase = (url, name = databaseOf(url)) =>
  query(url, `DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`, "postgres");

/** Prisma's own code and sentence for what went wrong. */
export function connectionProblem(url, error) {
  const { host, username } = new URL(url);
  if (error.code === "3D000") return ["P1003", `Database \`${databaseOf(url)}\` does not exist`];
  if (error.code === "28P01" || error.code === "28000") {
    const credentials = `the provided database credentials for \`${username}\` are not valid.`;
    return ["P1000", `Authentication failed against database server, ${credentials}`];
  }
  return ["P1001", `Can't reach database server at \`${host}\`: ${error.message}`];
}
