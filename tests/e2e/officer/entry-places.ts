import pg from "pg";

/** Places for money beyond the practice programme's own; the same function with 0 takes them away again. */
export async function areasNamed(superuserUrl: string, name: string, count: number): Promise<void> {
  const client = new pg.Client(superuserUrl);
  await client.connect();
  // Claims are append-only and look after the areas that they name; none names these.
  await client.query("SET session_replication_role = replica");
  await client.query(
    `DELETE FROM area a WHERE a.code LIKE $1 AND NOT EXISTS (SELECT 1 FROM proposal p WHERE p.area_id = a.id)
       AND NOT EXISTS (SELECT 1 FROM account c WHERE c.area_id = a.id)`,
    [`${name}-%`],
  );
  await client.query("SET session_replication_role = origin");
  await client.query(
    `INSERT INTO area (programme_id, municipality_id, code, name, aliases)
     SELECT p.id, o.id, $1 || '-' || n, initcap($1) || ' ' || n, ARRAY['Alias ' || $1 || ' ' || n]
       FROM programme p, organisation o, generate_series(1, $2::int) AS n WHERE p.code = 'oefen' AND o.code = 'OEF01'`,
    [name, count],
  );
  await client.end();
}

export async function countOf(superuserUrl: string, table: string): Promise<number> {
  const client = new pg.Client(superuserUrl);
  await client.connect();
  const { rows } = await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`);
  await client.end();
  return rows[0]?.n ?? -1;
}

/** A file of the officer that is being read, until `checked`. */
export async function readingUpload(
  superuserUrl: string,
): Promise<{ id: string; checked: () => Promise<void> }> {
  const run = async (sql: string, values: readonly string[]) => {
    const client = new pg.Client(superuserUrl);
    await client.connect();
    const { rows } = await client.query<{ id: string }>(sql, [...values]);
    await client.end();
    return rows[0]?.id ?? "";
  };
  const id = await run(
    `INSERT INTO entry_upload (person_id, programme_id, tranche_id, file_name, sha256, rows_done, rows_total)
     SELECT q.id, s.programme_id, t.id, 'lang.xlsx', $1, 250, 1000 FROM person q, tranche t JOIN stream s ON s.id = t.stream_id
       JOIN programme p ON p.id = s.programme_id AND p.code = 'oefen'
      WHERE q.name = 'N. Voorbeeld' AND s.code = 'OW' ORDER BY t.code DESC LIMIT 1 RETURNING id`,
    ["ab".repeat(32)],
  );
  return {
    id,
    checked: async () => {
      await run("UPDATE entry_upload SET status = 'checked', rows_done = rows_total WHERE id = $1", [id]);
    },
  };
}
