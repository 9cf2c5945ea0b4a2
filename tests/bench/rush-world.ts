import type pg from "pg";

export interface RushMunicipality {
  readonly accountId: string;
  readonly reportId: string;
}

/**
 * Municipalities with a draft report of areas x themes lines each, allocated and not filled in yet. Made behind the guards:
 * what is measured is the upload, not how its report came about.
 */
export async function makeRushWorld(
  client: pg.Client,
  {
    municipalities,
    areas,
    themes,
  }: { readonly municipalities: number; readonly areas: number; readonly themes: number },
): Promise<RushMunicipality[]> {
  await client.query("SET session_replication_role = replica");
  const place = "programme_id = (SELECT id FROM programme WHERE code = 'oefen')";
  const { rows: tranches } = await client.query<{ programme: string; stream: string; tranche: string }>(
    `SELECT s.programme_id AS programme, s.id AS stream, t.id AS tranche FROM tranche t JOIN stream s ON s.id = t.stream_id
      WHERE s.${place} AND s.code = 'OW' ORDER BY t.code DESC LIMIT 1`,
  );
  const { programme, stream, tranche } = tranches[0] ?? { programme: "", stream: "", tranche: "" };
  await client.query(
    `INSERT INTO theme (stream_id, code, name_nl, name_en, position)
     SELECT $1, 'rush-' || n, 'Thema ' || n, 'Theme ' || n, 100 + n FROM generate_series(1, $2::int) n`,
    [stream, themes],
  );
  await client.query(
    `INSERT INTO organisation (kind, code, official_name, preferred_name, is_practice)
     SELECT 'municipality', 'RUSH' || n, 'Gemeente ' || n, 'Gemeente ' || n, true FROM generate_series(1, $1::int) n`,
    [municipalities],
  );
  await client.query(
    `INSERT INTO area (programme_id, municipality_id, code, name)
     SELECT $1, o.id, lower(o.code) || '-' || n, 'Gebied ' || n FROM organisation o, generate_series(1, $2::int) n WHERE o.code LIKE 'RUSH%'`,
    [programme, areas],
  );
  await client.query(
    `INSERT INTO reporting_window (programme_id, stream_id, tranche_id, code, year, period, periods, starts_on, ends_on, opens_on, due_on)
     VALUES ($1, $2, $3, 'RUSH', 2026, 1, 1, '2026-01-01', '2026-06-30', '2026-07-01', '2026-12-31')`,
    [programme, stream, tranche],
  );
  await client.query(
    `INSERT INTO account (programme_id, book, kind, stream_id, tranche_id, theme_id, municipality_id, area_id, year, key)
     SELECT $1, 'commitment', 'allocated', $2, $3, t.id, a.municipality_id, a.id, 2026,
            ledger.account_key('commitment', 'allocated', $2, $3, t.id, a.municipality_id, a.id, 2026, 'gross')
       FROM area a JOIN organisation o ON o.id = a.municipality_id AND o.code LIKE 'RUSH%', theme t WHERE t.code LIKE 'rush-%'`,
    [programme, stream, tranche],
  );
  await client.query(
    `INSERT INTO account_balance (account_id, programme_id, municipality_id, balance_cents)
     SELECT a.id, a.programme_id, a.municipality_id, 1000000 FROM account a JOIN organisation o ON o.id = a.municipality_id AND o.code LIKE 'RUSH%'`,
  );
  await client.query(
    `INSERT INTO report (window_id, municipality_id, number)
     SELECT w.id, o.id, 'RUSH-' || o.code FROM reporting_window w, organisation o WHERE w.code = 'RUSH' AND o.code LIKE 'RUSH%'`,
  );
  await client.query(
    `INSERT INTO report_line (report_id, municipality_id, area_id, theme_id)
     SELECT r.id, r.municipality_id, a.id, t.id FROM report r JOIN area a ON a.municipality_id = r.municipality_id, theme t
      WHERE r.number LIKE 'RUSH-%' AND t.code LIKE 'rush-%'`,
  );
  await client.query("INSERT INTO person (name) SELECT code FROM organisation WHERE code LIKE 'RUSH%'");
  await client.query(
    `INSERT INTO role_assignment (person_id, organisation_id, role)
     SELECT p.id, o.id, 'coordinator' FROM person p JOIN organisation o ON o.code = p.name WHERE o.code LIKE 'RUSH%'`,
  );
  await client.query(
    "INSERT INTO user_account (person_id, email) SELECT id, lower(name) || '@rush.example' FROM person WHERE name LIKE 'RUSH%'",
  );
  await client.query("SET session_replication_role = origin");
  await client.query("ANALYZE");
  const { rows } = await client.query<RushMunicipality>(
    `SELECT u.id AS "accountId", r.id AS "reportId" FROM report r JOIN organisation o ON o.id = r.municipality_id
       JOIN person p ON p.name = o.code JOIN user_account u ON u.person_id = p.id WHERE r.number LIKE 'RUSH-%' ORDER BY o.code`,
  );
  return rows;
}
