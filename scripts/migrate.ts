/**
 * Brings the database up to date: `npm run db:deploy`. The same table, checksums and lock as `prisma migrate deploy`,
 * without its engine, in a tenth of the time. Runs as the owner, who afterwards hands the database the key that
 * contexts are signed with.
 */
import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { prepareJobs } from "./jobs.ts";
import { inProject } from "./start/project.ts";

const PRISMA_LOCK = 72_707_369;
const JOURNAL = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

interface Applied {
  readonly migration_name: string;
  readonly checksum: string;
  readonly finished_at: Date | null;
}

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

function migrationsIn(folder: string): Migration[] {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return names
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

/** @throws Error when one failed before or was edited since: then files and database no longer tell the same story. */
async function pending(client: pg.Client, folder: string): Promise<Migration[]> {
  const { rows } = await client.query<Applied>(
    "SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL",
  );
  const broken = rows.find((row) => row.finished_at === null);
  if (broken) throw new Error(`Migration ${broken.migration_name} failed before and was not resolved.`);
  const done = new Map(rows.map((row) => [row.migration_name, row.checksum]));
  const all = migrationsIn(folder);
  const edited = all.find(({ name, checksum }) => done.has(name) && done.get(name) !== checksum);
  if (edited)
    throw new Error(`Migration ${edited.name} was edited after it had been applied to this database.`);
  return all.filter(({ name }) => !done.has(name));
}

const FINISHED = `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
  VALUES ($1, $2, $3, now(), 1)`;

/** The tables and the note that they are there in one transaction: broken off in the middle, nothing happened. */
async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query(sql);
    await client.query(FINISHED, [randomUUID(), checksum, name]);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw new Error(`Migration ${name} failed: ${String(error)}`, { cause: error });
  }
}

/** @returns the names of the migrations that were applied now. */
export async function deploy(
  ownerUrl: string,
  contextKey: string,
  folder = inProject("prisma/migrations"),
): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [PRISMA_LOCK]);
    await client.query(JOURNAL);
    const todo = await pending(client, folder);
    for (const migration of todo) await apply(client, migration);
    await client.query("SELECT security.install_context_key($1)", [contextKey]);
    await prepareJobs(ownerUrl, client);
    return todo.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

if (import.meta.main) {
  const { MIGRATE_DATABASE_URL: url, CONTEXT_KEY: key } = process.env;
  if (!url || !key) {
    console.error(
      "Set MIGRATE_DATABASE_URL (owner of the tables) and CONTEXT_KEY (64 hexadecimal characters).",
    );
    process.exit(2);
  }
  const applied = await deploy(url, key);
  console.log(applied.length === 0 ? "The database is up to date." : `Applied: ${applied.join(", ")}.`);
}
