import pg from "pg";
import type { Examples } from "./entrances";

/** One object of each kind; those of a municipality are Voorbeeldstad's, what was published is of `programme`. */
export async function findExamples(
  superuserUrl: string,
  programme: "oefen" | "nplv" = "oefen",
): Promise<Examples> {
  const client = new pg.Client(superuserUrl);
  await client.connect();
  const one = async (sql: string): Promise<string> => {
    const { rows } = await client.query<{ id: string }>(sql);
    const id = rows[0]?.id;
    if (id === undefined) throw new Error(`The practice programme has none: ${sql}`);
    return id;
  };
  const oefen = "programme_id = (SELECT id FROM programme WHERE code = 'oefen')";
  const shown = `programme_id = (SELECT id FROM programme WHERE code = '${programme}')`;
  const own = "municipality_id = (SELECT id FROM organisation WHERE code = 'OEF01')";
  const examples = {
    allocation: await one(`SELECT a.id FROM allocation a JOIN stream_ministry m ON m.stream_id = a.stream_id
      JOIN organisation o ON o.id = m.ministry_id AND o.code = 'OEFMIN-A' WHERE a.${oefen} AND a.${own} ORDER BY a.number LIMIT 1`),
    report: await one(`SELECT id FROM report WHERE ${own} AND status = 'accepted' ORDER BY number LIMIT 1`),
    ownImport: await one(`SELECT i.id FROM own_import i WHERE i.${own} AND i.report_id =
      (SELECT id FROM report WHERE ${own} AND status = 'accepted' ORDER BY number LIMIT 1) LIMIT 1`),
    reportLine:
      await one(`SELECT a.code || '.' || t.code AS id FROM report_line l JOIN area a ON a.id = l.area_id
      JOIN theme t ON t.id = l.theme_id WHERE l.report_id =
      (SELECT id FROM report WHERE ${own} AND status = 'accepted' ORDER BY number LIMIT 1) ORDER BY 1 LIMIT 1`),
    proposal: await one(
      `SELECT id FROM proposal WHERE ${oefen} AND status = 'approved' ORDER BY number LIMIT 1`,
    ),
    ownDraft:
      await one(`SELECT p.id FROM proposal p JOIN person q ON q.id = p.created_by AND q.name = 'N. Voorbeeld'
      WHERE p.${oefen} AND p.status = 'draft' LIMIT 1`),
    ownTranche: await one(`SELECT t.id FROM tranche t JOIN stream s ON s.id = t.stream_id
      WHERE s.${oefen} AND s.code = 'OW' ORDER BY t.code DESC LIMIT 1`),
    claim: await one(`SELECT code AS id FROM claim WHERE ${shown} ORDER BY code LIMIT 1`),
    conflict: await one(`SELECT code AS id FROM source_conflict WHERE ${shown} ORDER BY code LIMIT 1`),
    key: await one(
      `SELECT id FROM distribution_key WHERE ${oefen} AND name = 'Naar inwoners met een vloer' LIMIT 1`,
    ),
    input: await one(`SELECT id FROM distribution_input WHERE ${oefen} ORDER BY name LIMIT 1`),
    run: await one(`SELECT r.id FROM distribution_run r JOIN distribution_key k ON k.id = r.key_id
      WHERE k.${oefen} ORDER BY r.id LIMIT 1`),
    sisaVersion: await one(
      `SELECT id FROM sisa_delivery WHERE ${oefen} AND ${own} ORDER BY version DESC LIMIT 1`,
    ),
    sample: await one(`SELECT id FROM sample WHERE ${oefen} ORDER BY number LIMIT 1`),
    sampleItem: await one(`SELECT seq::text AS id FROM sample_item WHERE sample_id =
      (SELECT id FROM sample WHERE ${oefen} ORDER BY number LIMIT 1) ORDER BY position LIMIT 1`),
    request:
      await one(`SELECT q.id FROM evidence_request q LEFT JOIN evidence_request_end z ON z.request_id = q.id
      WHERE q.${oefen} AND q.${own} AND z.request_id IS NULL LIMIT 1`),
    finding: await one(
      `SELECT id FROM audit_finding WHERE ${oefen} AND ${own} AND status = 'issued' ORDER BY number LIMIT 1`,
    ),
    paymentFile: await one(`SELECT id FROM payment_file WHERE ${oefen} LIMIT 1`),
    tieOut: await one(
      `SELECT f.id FROM tie_out f JOIN tie_out_columns c ON c.tie_out_id = f.id WHERE f.${oefen} LIMIT 1`,
    ),
    batch: await one(`SELECT id FROM batch WHERE ${oefen} ORDER BY number LIMIT 1`),
    scenario: await one(`SELECT id FROM scenario WHERE ${oefen} AND shared LIMIT 1`),
    stream: await one(`SELECT code AS id FROM stream WHERE ${shown} ORDER BY code LIMIT 1`),
    area: await one(`SELECT code AS id FROM area WHERE ${shown} ORDER BY code LIMIT 1`),
    entry: await one(`SELECT seq::text AS id FROM entry WHERE ${oefen} ORDER BY seq LIMIT 1`),
    window: await one(`SELECT id FROM reporting_window WHERE ${oefen} AND code = 'OW-2-2026-2'`),
    programme,
    person: await one("SELECT id FROM person WHERE name = 'S. Proef' LIMIT 1"),
  };
  await client.end();
  return examples;
}
