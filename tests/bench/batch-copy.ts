import { join } from "node:path";
import type pg from "pg";

const OF_PROPOSAL =
  "proposal_id IN (SELECT id FROM proposal WHERE programme_id = $P AND batch_id IS NOT NULL)";
/** Every row that a batch makes: what was entered, what was decided, what was posted, and what each proposal was before. */
const ROWS: Readonly<Record<string, string>> = {
  proposal: "programme_id = $P AND batch_id IS NOT NULL",
  proposal_line: OF_PROPOSAL,
  approval: OF_PROPOSAL,
  proposal_past: OF_PROPOSAL,
  entry: `programme_id = $P AND ${OF_PROPOSAL}`,
  posting: `programme_id = $P AND entry_seq IN (SELECT seq FROM entry WHERE programme_id = $P AND ${OF_PROPOSAL})`,
};

/**
 * Writes the rows that the batches of a programme made to files, and times COPY of them in one transaction into tables with
 * the same columns, defaults and indexes, and with nothing that looks at them: no foreign keys, checks, triggers or policies.
 */
export async function copyOf(superuser: pg.Client, programmeId: string): Promise<number> {
  const { rows } = await superuser.query<{ data: string }>(
    "SELECT current_setting('data_directory') AS data",
  );
  // Rows of a moment ago are in no statistics yet: the plan for a handful takes hours for ten thousand.
  await superuser.query(`ANALYZE ${Object.keys(ROWS).join(", ")}`);
  const file = (table: string) => join(rows[0]?.data ?? "", `bench-${table}.copy`);
  for (const [table, where] of Object.entries(ROWS)) {
    const own = where.replaceAll("$P", `'${programmeId}'`);
    await superuser.query(`COPY (SELECT * FROM ${table} WHERE ${own}) TO '${file(table)}'`);
    await superuser.query(`CREATE TABLE bare_${table} (LIKE ${table} INCLUDING DEFAULTS INCLUDING INDEXES)`);
  }
  const started = performance.now();
  await superuser.query("BEGIN");
  for (const table of Object.keys(ROWS)) await superuser.query(`COPY bare_${table} FROM '${file(table)}'`);
  await superuser.query("COMMIT");
  const seconds = (performance.now() - started) / 1000;
  for (const table of Object.keys(ROWS)) await superuser.query(`DROP TABLE bare_${table}`);
  return seconds;
}
