import pg from "pg";

/** Time passes: puts the closing moment of a window elsewhere, behind the guards. @returns what it was */
export async function closesAt(address: string, at: string): Promise<string> {
  const client = new pg.Client(address);
  await client.connect();
  await client.query("SET session_replication_role = replica");
  const { rows } = await client.query<{ was: string }>(
    `UPDATE reporting_window w SET closes_at = $1 FROM reporting_window o
      WHERE o.id = w.id AND w.code = 'OJ-1-2025' RETURNING o.closes_at::text AS was`,
    [at],
  );
  await client.end();
  return rows[0]?.was ?? "";
}
