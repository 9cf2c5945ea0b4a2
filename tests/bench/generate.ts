import pg from "pg";

/**
 * Grows a programme's journal set-based: every entry that is there is copied until there are about `entries`, chained
 * and with balances, so that the verifier finds it whole. Balances only get multiples of what they were, so no floor is
 * crossed. Runs as superuser without triggers, on a throw-away database only.
 * @returns how many entries the journal has, and the seconds it took to write the new ones.
 */
export async function growJournal(
  superuserUrl: string,
  programme: string,
  entries: number,
): Promise<{ entries: number; seconds: number }> {
  const client = new pg.Client(superuserUrl);
  await client.connect();
  const { rows } = await client.query<{ id: string; seq: string }>(
    "SELECT p.id, h.seq FROM programme p JOIN ledger_head h ON h.programme_id = p.id WHERE p.code = $1",
    [programme],
  );
  const [found] = rows;
  if (found === undefined) throw new Error(`programme ${programme} has no journal to grow`);
  const there = Number(found.seq);
  const copies = Math.max(0, Math.round(entries / there) - 1);
  const started = performance.now();
  await client.query("BEGIN");
  await client.query("SET LOCAL session_replication_role = replica");
  await client.query(ENTRIES, [found.id, copies, there]);
  await client.query(POSTINGS, [found.id, copies, there]);
  await client.query(BALANCES, [found.id, copies + 1]);
  await client.query(
    `UPDATE ledger_head h SET (seq, recorded_at, hash) = (SELECT e.seq, e.recorded_at, e.hash FROM entry e
       WHERE e.programme_id = h.programme_id ORDER BY e.seq DESC LIMIT 1) WHERE h.programme_id = $1`,
    [found.id],
  );
  await client.query("SELECT ledger.rebuild_months($1)", [found.id]);
  await client.query("COMMIT");
  const seconds = (performance.now() - started) / 1000;
  await client.query("VACUUM ANALYZE entry, posting, account_balance, account_month");
  await client.end();
  return { entries: there * (copies + 1), seconds };
}

/** $1 programme, $2 copies, $3 entries there. Recorded a microsecond apart after the last one. */
const ENTRIES = `
  WITH head AS (SELECT * FROM ledger_head WHERE programme_id = $1),
  template AS (
    SELECT e AS row, (SELECT string_agg(ledger.posting_content(p.line, a.key, p.municipality_id, p.amount_cents), '' ORDER BY p.line)
      FROM posting p JOIN account a ON a.id = p.account_id WHERE p.programme_id = e.programme_id AND p.entry_seq = e.seq) AS body
      FROM entry e WHERE e.programme_id = $1),
  copied AS (
    SELECT copy * $3::bigint + (t.row).seq AS seq, t.body, ROW((t.row).programme_id, copy * $3::bigint + (t.row).seq, (t.row).kind,
      (t.row).effective_on, head.recorded_at + ((copy - 1) * $3::bigint + (t.row).seq) * interval '1 microsecond',
      (t.row).recorded_by, (t.row).stream_id, (t.row).municipality_id, (t.row).allocation_id, (t.row).proposal_id,
      (t.row).report_id, (t.row).corrects_seq, (t.row).decision_number, (t.row).decision_on, (t.row).legal_source,
      (t.row).reason, (t.row).posting_count, (t.row).debit_cents, NULL, NULL)::entry AS row
      FROM generate_series(1, $2::int) copy, template t, head),
  chained AS (
    SELECT c.seq, c.row, ledger.chain((SELECT hash FROM head), ledger.facts_content(c.row), c.body) OVER (ORDER BY c.seq) AS hash
      FROM copied c)
  INSERT INTO entry
  SELECT (c.row).programme_id, c.seq, (c.row).kind, (c.row).effective_on, (c.row).recorded_at, (c.row).recorded_by,
    (c.row).stream_id, (c.row).municipality_id, (c.row).allocation_id, (c.row).proposal_id, (c.row).report_id,
    (c.row).corrects_seq, (c.row).decision_number, (c.row).decision_on, (c.row).legal_source, (c.row).reason,
    (c.row).posting_count, (c.row).debit_cents, lag(c.hash, 1, (SELECT hash FROM head)) OVER (ORDER BY c.seq), c.hash
    FROM chained c ORDER BY c.seq`;

const POSTINGS = `
  INSERT INTO posting (programme_id, entry_seq, line, account_id, municipality_id, amount_cents)
  SELECT p.programme_id, copy * $3::bigint + p.entry_seq, p.line, p.account_id, p.municipality_id, p.amount_cents
    FROM generate_series(1, $2::int) copy, posting p WHERE p.programme_id = $1 AND p.entry_seq <= $3`;

const BALANCES = `
  UPDATE account_balance SET balance_cents = balance_cents * $2::int, posting_count = posting_count * $2::int WHERE programme_id = $1`;
