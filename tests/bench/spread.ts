import pg from "pg";

/** How a journal lies in time: entries were recorded evenly over these months, and are about days up to two months before. */
export interface Span {
  readonly from: string;
  readonly months: number;
}

const BATCH = 100_000;

/**
 * Makes a programme's journal anew with about so many entries, spread over years as a real one: what is there is copied over
 * and over with other dates, chained from its first entry, with its balances, and its months are rebuilt. Set-based, a part
 * at a time, as superuser without triggers; on a throw-away database only.
 * @returns how many entries the journal has, and the seconds it took.
 */
export async function spreadJournal(
  superuserUrl: string,
  programme: string,
  entries: number,
  { from, months }: Span,
): Promise<{ entries: number; seconds: number }> {
  const client = new pg.Client(superuserUrl);
  await client.connect();
  const started = performance.now();
  const { rows } = await client.query<{ id: string; seq: string }>(
    "SELECT p.id, h.seq FROM programme p JOIN ledger_head h ON h.programme_id = p.id WHERE p.code = $1",
    [programme],
  );
  const [found] = rows;
  if (found === undefined) throw new Error(`programme ${programme} has no journal to spread`);
  await client.query("SET session_replication_role = replica");
  const template = await keepTemplate(client, found.id);
  const copies = Math.max(1, Math.round(entries / template));
  const total = copies * template;
  await client.query("DELETE FROM posting WHERE programme_id = $1", [found.id]);
  await client.query("DELETE FROM entry WHERE programme_id = $1", [found.id]);
  await client.query("DELETE FROM checkpoint WHERE programme_id = $1", [found.id]);
  const perBatch = Math.max(1, Math.floor(BATCH / template));
  for (let copy = 1; copy <= copies; copy += perBatch) {
    const last = Math.min(copies, copy + perBatch - 1);
    await client.query("BEGIN");
    await client.query(ENTRIES, [found.id, copy, last, template, from, `${months} months`, total]);
    await client.query(POSTINGS, [found.id, copy, last, template]);
    await client.query("COMMIT");
  }
  await client.query(
    `UPDATE account_balance b SET (balance_cents, posting_count) = (
       SELECT coalesce(sum(t.amount_cents), 0) * $2::bigint, count(t.account_id) * $2::bigint FROM template_posting t WHERE t.account_id = b.account_id)
      WHERE b.programme_id = $1`,
    [found.id, copies],
  );
  await client.query(HEAD, [found.id]);
  await client.query("SELECT ledger.rebuild_months($1)", [found.id]);
  await client.query("VACUUM ANALYZE entry, posting, account_balance, account_month");
  await client.end();
  return { entries: total, seconds: (performance.now() - started) / 1000 };
}

/** What is copied: the journal as it was when it was first spread. */
async function keepTemplate(client: pg.Client, programmeId: string): Promise<number> {
  await client.query(
    `CREATE TABLE IF NOT EXISTS template_entry AS SELECT * FROM entry WHERE programme_id = '${programmeId}'`,
  );
  await client.query(
    `CREATE TABLE IF NOT EXISTS template_posting AS SELECT * FROM posting WHERE programme_id = '${programmeId}'`,
  );
  const { rows } = await client.query<{ n: string }>("SELECT count(*) AS n FROM template_entry");
  return Number(rows[0]?.n ?? 0);
}

/** $1 programme, $2 to $3 copies, $4 entries of one copy, $5 first instant, $6 how long, $7 entries in all. */
const ENTRIES = `
  WITH before AS (
    SELECT coalesce((SELECT hash FROM entry WHERE programme_id = $1 ORDER BY seq DESC LIMIT 1), decode(repeat('00', 32), 'hex')) AS hash),
  body AS MATERIALIZED (
    SELECT t AS row, (SELECT string_agg(ledger.posting_content(p.line, a.key, p.municipality_id, p.amount_cents), '' ORDER BY p.line)
      FROM template_posting p JOIN account a ON a.id = p.account_id WHERE p.entry_seq = t.seq) AS postings
      FROM template_entry t),
  dated AS (
    SELECT b.*, (copy - 1) * $4::bigint + (b.row).seq AS seq, (copy - 1) * $4::bigint AS shift,
      $5::timestamptz + make_interval(secs => extract(epoch FROM $5::timestamptz + $6::interval - $5::timestamptz)::float8
        * ((copy - 1) * $4::bigint + (b.row).seq) / $7::bigint) AS at
      FROM generate_series($2::int, $3::int) copy, body b),
  copied AS (
    SELECT d.seq, d.postings, ROW((d.row).programme_id, d.seq, (d.row).kind,
      ((d.at AT TIME ZONE 'UTC')::date - (d.seq * 7919 % 61)::int), d.at, (d.row).recorded_by, (d.row).stream_id,
      (d.row).municipality_id, (d.row).allocation_id, (d.row).proposal_id, (d.row).report_id, (d.row).corrects_seq + d.shift,
      (d.row).decision_number, (d.row).decision_on, (d.row).legal_source, (d.row).reason, (d.row).posting_count,
      (d.row).debit_cents, NULL, NULL)::entry AS row
      FROM dated d),
  chained AS (
    SELECT c.seq, c.row, ledger.chain((SELECT hash FROM before), ledger.facts_content(c.row), c.postings) OVER (ORDER BY c.seq) AS hash
      FROM copied c)
  INSERT INTO entry
  SELECT (c.row).programme_id, c.seq, (c.row).kind, (c.row).effective_on, (c.row).recorded_at, (c.row).recorded_by,
    (c.row).stream_id, (c.row).municipality_id, (c.row).allocation_id, (c.row).proposal_id, (c.row).report_id,
    (c.row).corrects_seq, (c.row).decision_number, (c.row).decision_on, (c.row).legal_source, (c.row).reason,
    (c.row).posting_count, (c.row).debit_cents, lag(c.hash, 1, (SELECT hash FROM before)) OVER (ORDER BY c.seq), c.hash
    FROM chained c ORDER BY c.seq`;

const POSTINGS = `
  INSERT INTO posting (programme_id, entry_seq, line, account_id, municipality_id, amount_cents)
  SELECT $1, (copy - 1) * $4::bigint + p.entry_seq, p.line, p.account_id, p.municipality_id, p.amount_cents
    FROM generate_series($2::int, $3::int) copy, template_posting p ORDER BY 2, 3`;

const HEAD = `
  UPDATE ledger_head h SET seq = e.seq, recorded_at = e.recorded_at, hash = e.hash
    FROM (SELECT * FROM entry WHERE programme_id = $1 ORDER BY seq DESC LIMIT 1) e WHERE h.programme_id = $1`;
