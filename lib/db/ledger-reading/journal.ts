import { Prisma } from "../generated/client";

/** First signs that make a spreadsheet calculate; looked up in a text, which is many times as fast as a pattern. */
const STARTS = "=+-@\t\r＝＋－＠";

/** Text that a spreadsheet would run gets an apostrophe in front; the same rule as in lib/files/csv. */
const harmless = (column: Prisma.Sql) =>
  Prisma.sql`CASE WHEN ${column} <> '' AND position(left(${column}, 1) IN ${STARTS}) > 0 THEN '''' || ${column} ELSE ${column} END`;

/** The columns of the journal's csv, in this order. */
export const JOURNAL_COLUMNS = [
  "post",
  "boeking",
  "soort",
  "geldt_vanaf",
  "vastgelegd_utc",
  "boek",
  "rekening",
  "regeling",
  "tranche",
  "gemeente",
  "gebied",
  "thema",
  "jaar",
  "bedrag",
  "wijzigt_post",
  "besluit",
  "besluitdatum",
  "grondslag",
  "reden",
  "vorige_hash",
  "hash",
] as const;

/** Every posting of a programme's journal as PostgreSQL writes it out; `mark` is the decimal mark. */
export function journalPostings(programmeId: string, mark: "," | "."): Prisma.Sql {
  // What belongs to the entry or the account is written once, and not for each of the postings.
  return Prisma.sql`
    WITH written AS MATERIALIZED (
      SELECT e.seq, e.kind, e.effective_on, to_char(e.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS recorded,
        e.corrects_seq, ${harmless(Prisma.sql`e.decision_number`)} AS decision, e.decision_on,
        ${harmless(Prisma.sql`e.legal_source`)} AS legal, ${harmless(Prisma.sql`e.reason`)} AS reason,
        encode(e.prev_hash, 'hex') AS prev_hash, encode(e.hash, 'hex') AS hash
        FROM entry e WHERE e.programme_id = ${programmeId}::uuid ORDER BY e.seq),
    named AS MATERIALIZED (
      SELECT a.id, a.book, a.kind, s.code AS stream, t.code AS tranche, m.code AS municipality, r.code AS area, th.code AS theme, a.year
        FROM account a JOIN stream s ON s.id = a.stream_id JOIN tranche t ON t.id = a.tranche_id
        LEFT JOIN organisation m ON m.id = a.municipality_id LEFT JOIN area r ON r.id = a.area_id
        LEFT JOIN theme th ON th.id = a.theme_id
       WHERE a.programme_id = ${programmeId}::uuid)
    SELECT w.seq, p.line, w.kind, w.effective_on, w.recorded, n.book, n.kind, n.stream, n.tranche, n.municipality, n.area, n.theme,
      n.year, CASE WHEN p.amount_cents < 0 THEN '-' ELSE '' END || (abs(p.amount_cents) / 100) || ${mark}
        || lpad((abs(p.amount_cents) % 100)::text, 2, '0'),
      w.corrects_seq, w.decision, w.decision_on, w.legal, w.reason, w.prev_hash, w.hash
      FROM posting p JOIN written w ON w.seq = p.entry_seq JOIN named n ON n.id = p.account_id
     WHERE p.programme_id = ${programmeId}::uuid ORDER BY p.entry_seq, p.line`;
}

export interface PlainRow {
  readonly seq: string;
  readonly kind: string;
  readonly effectiveOn: string;
  readonly recordedAt: string;
  readonly reason: string;
  readonly hash: string;
  /** Codes of book, kind, stream, tranche, municipality, area, theme and year, then the amount in cents. */
  readonly postings: readonly (readonly [...string[], string])[];
}

/** Entries with their postings by code, in the order of the chain. */
export const plainRows = (programmeId: string): Prisma.Sql => Prisma.sql`
  SELECT e.seq::text AS seq, e.kind::text AS kind, to_char(e.effective_on, 'YYYY-MM-DD') AS "effectiveOn",
    ledger.instant(e.recorded_at) AS "recordedAt", e.reason, encode(e.hash, 'hex') AS hash,
    (SELECT jsonb_agg(jsonb_build_array(a.book, a.kind, s.code, t.code, coalesce(m.code, ''), coalesce(r.code, ''),
        coalesce(th.code, ''), coalesce(a.year::text, ''), p.amount_cents::text) ORDER BY p.line)
       FROM posting p JOIN account a ON a.programme_id = p.programme_id AND a.id = p.account_id
       JOIN stream s ON s.id = a.stream_id JOIN tranche t ON t.id = a.tranche_id
       LEFT JOIN organisation m ON m.id = a.municipality_id LEFT JOIN area r ON r.id = a.area_id
       LEFT JOIN theme th ON th.id = a.theme_id
      WHERE p.programme_id = e.programme_id AND p.entry_seq = e.seq) AS postings
    FROM entry e WHERE e.programme_id = ${programmeId}::uuid ORDER BY e.seq`;
