import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contextToken } from "@/lib/db/context-token";
import type { Actor } from "@/lib/domain/access";
import { issueGrant } from "@/lib/domain/access";
import { instantNow } from "@/lib/domain/reconciliation/as-of";
import { exportJournalCsv } from "@/lib/queries/exports/journal-export";
import { openPublishedWorld, type PublishedWorld } from "../claims/published-world";

let world: PublishedWorld;
const SYSTEM: Actor = { personId: null, name: "proef", scope: "system", roles: [], organisationIds: [] };
const AWKWARD = [
  "=1+1",
  '-"a"; b, c',
  "regel 1\nregel 2\r\nregel 3",
  "＝SOM(A1)",
  " 'spatie' ",
  "\\.",
  "@€ é\t",
];

beforeAll(async () => {
  world = await openPublishedWorld();
  // Behind the guards: words that a spreadsheet would calculate, quote or break off.
  await world.behind.query("SET session_replication_role = replica");
  for (const [index, reason] of AWKWARD.entries())
    await world.behind.query(
      "UPDATE entry SET reason = $1, legal_source = $2, decision_number = '' WHERE programme_id = $3 AND seq = $4",
      [reason, AWKWARD.at(-1 - index), world.oefen, index + 1],
    );
  await world.behind.query(
    "UPDATE area SET code = code || ';\"x\",' WHERE code IN (SELECT min(code) FROM area)",
  );
  await world.behind.query("RESET session_replication_role");
});
afterAll(() => world.close());

const harmless = (column: string) =>
  `CASE WHEN ${column} <> '' AND position(left(${column}, 1) IN E'=+-@\\t\\r＝＋－＠') > 0 THEN '''' || ${column} ELSE ${column} END`;

/** The same columns as PostgreSQL's own csv writes them, its line feeds outside quotes made line ends of RFC 4180. */
async function ownCsv(actor: Actor, separator: string, mark: string): Promise<string> {
  const client = new pg.Client(process.env.DATABASE_URL);
  await client.connect();
  await client.query("BEGIN");
  await client.query("SELECT set_config('app.context', $1, true)", [contextToken(actor)]);
  const query = `SELECT e.seq, p.line, e.kind, e.effective_on,
      to_char(e.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), a.book, a.kind, s.code, t.code, m.code, r.code, th.code,
      a.year, replace(trim(to_char(p.amount_cents / 100.0, 'FM999999999999999990.00')), '.', '${mark}'), e.corrects_seq,
      ${harmless("e.decision_number")}, e.decision_on, ${harmless("e.legal_source")}, ${harmless("e.reason")},
      encode(e.prev_hash, 'hex'), encode(e.hash, 'hex')
    FROM posting p JOIN entry e ON e.programme_id = p.programme_id AND e.seq = p.entry_seq
    JOIN account a ON a.programme_id = p.programme_id AND a.id = p.account_id
    JOIN stream s ON s.id = a.stream_id JOIN tranche t ON t.id = a.tranche_id
    LEFT JOIN organisation m ON m.id = a.municipality_id LEFT JOIN area r ON r.id = a.area_id LEFT JOIN theme th ON th.id = a.theme_id
    WHERE p.programme_id = '${world.oefen}' ORDER BY p.entry_seq, p.line`;
  const copy = client.query(copyTo(`COPY (${query}) TO STDOUT (FORMAT csv, DELIMITER '${separator}')`));
  const pieces: Buffer[] = [];
  for await (const piece of copy) pieces.push(piece);
  await client.end();
  const parts = Buffer.concat(pieces).toString("utf8").split('"');
  return parts.map((part, index) => (index % 2 === 0 ? part.replaceAll("\n", "\r\n") : part)).join('"');
}

async function ourCsv(actor: Actor, separator: ";" | ",", decimal: "," | ".") {
  const { facts, rows } = await exportJournalCsv(
    issueGrant("journal:read", actor),
    world.oefen,
    { separator, decimal },
    instantNow(new Date()),
  );
  const pieces: Uint8Array[] = [];
  for await (const piece of rows) pieces.push(piece);
  return { facts, text: Buffer.concat(pieces).toString("utf8") };
}

describe("the whole journal as csv", () => {
  it.each([
    [";", ","],
    [",", "."],
    [",", ","],
  ] as const)(
    "is to the byte what PostgreSQL's own csv says, with %s between and %s in amounts",
    async (separator, mark) => {
      const ours = await ourCsv(SYSTEM, separator, mark);
      expect(ours.text).toBe(await ownCsv(SYSTEM, separator, mark));
      expect(ours.text).toContain("'=1+1");
      const { rows } = await world.behind.query<{ n: string }>(
        "SELECT count(*) AS n FROM posting WHERE programme_id = $1",
        [world.oefen],
      );
      expect(ours.facts.rows).toBe(BigInt(rows[0]?.n ?? 0));
    },
  );

  it("gives a municipality its own postings and the programme's, and no context nothing", async () => {
    const { rows } = await world.behind.query<{ id: string }>(
      "SELECT municipality_id AS id FROM posting WHERE programme_id = $1 AND municipality_id IS NOT NULL LIMIT 1",
      [world.oefen],
    );
    const own: Actor = { ...SYSTEM, scope: "municipality", organisationIds: [rows[0]?.id ?? ""] };
    const all = await ourCsv(SYSTEM, ";", ",");
    const ours = await ourCsv(own, ";", ",");
    expect(ours.text).toBe(await ownCsv(own, ";", ","));
    expect(ours.text.length).toBeGreaterThan(0);
    expect(ours.text.length).toBeLessThan(all.text.length);
    expect((await ourCsv({ ...SYSTEM, scope: "public" }, ";", ",")).text).toBe("");
  });
});
