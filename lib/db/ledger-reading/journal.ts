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

/** A value as csv writes it: between quotes when it holds the separator, a quote or a line end, or is empty but not absent. */
const quoted = (value: Prisma.Sql, separator: string) =>
  Prisma.sql`CASE WHEN ${value} = '' OR strpos(${value}, ${separator}) > 0 OR strpos(${value}, '"') > 0
      OR strpos(${value}, E'\\n') > 0 OR strpos(${value}, E'\\r') > 0
    THEN '"' || replace(${value}, '"', '""') || '"' ELSE ${value} END`;

/**
 * Every posting of a programme's journal up to an entry as csv records, those of one entry in one text.
 * What belongs to the entry or the account is written and quoted once, and not for each of the postings. Accounts are looked
 * up in one object instead of joined: the rows then stay in the order of the journal's key, and nothing is sorted.
 */
export function journalRecords(
  programmeId: string,
  upTo: string,
  { separator, decimal: mark }: { readonly separator: ";" | ","; readonly decimal: "," | "." },
): Prisma.Sql {
  const as = (column: string) => quoted(Prisma.raw(column), separator);
  const amount =
    mark === "."
      ? Prisma.sql`(p.amount_cents * 0.01)::text`
      : Prisma.sql`replace((p.amount_cents * 0.01)::text, '.', ${mark})`;
  return Prisma.sql`
    WITH named AS MATERIALIZED (
      SELECT jsonb_object_agg(a.id, concat_ws(${separator}, a.book, a.kind, ${as("s.code")}, ${as("t.code")},
          coalesce(${as("m.code")}, ''), coalesce(${as("r.code")}, ''), coalesce(${as("th.code")}, ''),
          coalesce(a.year::text, '')) || ${separator}) AS accounts
        FROM account a JOIN stream s ON s.id = a.stream_id JOIN tranche t ON t.id = a.tranche_id
        LEFT JOIN organisation m ON m.id = a.municipality_id LEFT JOIN area r ON r.id = a.area_id
        LEFT JOIN theme th ON th.id = a.theme_id
       WHERE a.programme_id = ${programmeId}::uuid)
    SELECT string_agg(concat(w.number, p.line, w.before, p.account, p.amount, w.after), '' ORDER BY p.line)
      FROM (
        SELECT p.entry_seq, p.line, (SELECT n.accounts FROM named n) ->> p.account_id::text AS account,
            ${separator === mark ? Prisma.sql`'"' || ${amount} || '"'` : amount} AS amount
          FROM posting p WHERE p.programme_id = ${programmeId}::uuid AND p.entry_seq <= ${upTo}::bigint
           ORDER BY p.entry_seq, p.line OFFSET 0) p
      JOIN (
        SELECT e.seq, concat(e.seq, ${separator}) AS number,
            concat(${separator}, e.kind, ${separator}, e.effective_on, ${separator}, to_char(e.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
              ${separator}) AS before,
            concat(${separator}, e.corrects_seq, ${separator}, ${as("e.decision")}, ${separator}, e.decision_on, ${separator},
              ${as("e.legal")}, ${separator}, ${as("e.because")}, ${separator}, encode(e.prev_hash, 'hex'), ${separator},
              encode(e.hash, 'hex'), E'\\r\\n') AS after
          FROM (
            SELECT e.*, ${harmless(Prisma.sql`e.decision_number`)} AS decision, ${harmless(Prisma.sql`e.legal_source`)} AS legal,
                ${harmless(Prisma.sql`e.reason`)} AS because
              FROM entry e WHERE e.programme_id = ${programmeId}::uuid AND e.seq <= ${upTo}::bigint ORDER BY e.seq OFFSET 0) e
        ORDER BY e.seq OFFSET 0) w ON w.seq = p.entry_seq
     WHERE p.account IS NOT NULL
     GROUP BY p.entry_seq ORDER BY p.entry_seq`;
}

export interface PlainRow {
  readonly seq: string;
  readonly kind: string;
  readonly effectiveOn: string;
  readonly recordedAt: string;
  readonly correctsSeq: string | null;
  readonly decisionNumber: string | null;
  readonly decisionOn: string | null;
  readonly legalSource: string | null;
  readonly reason: string;
  readonly prevHash: string;
  readonly hash: string;
  /** Codes of book, kind, stream, tranche, municipality, area, theme and year, then the amount in cents. */
  readonly postings: readonly (readonly [...string[], string])[];
}

/** Entries up to one of them with their postings by code, in the order of the chain. */
export const plainRows = (programmeId: string, upTo: string): Prisma.Sql => Prisma.sql`
  SELECT e.seq::text AS seq, e.kind::text AS kind, to_char(e.effective_on, 'YYYY-MM-DD') AS "effectiveOn",
    ledger.instant(e.recorded_at) AS "recordedAt", e.corrects_seq::text AS "correctsSeq",
    e.decision_number AS "decisionNumber", to_char(e.decision_on, 'YYYY-MM-DD') AS "decisionOn",
    e.legal_source AS "legalSource", e.reason, encode(e.prev_hash, 'hex') AS "prevHash", encode(e.hash, 'hex') AS hash,
    (SELECT jsonb_agg(jsonb_build_array(a.book, a.kind, s.code, t.code, coalesce(m.code, ''), coalesce(r.code, ''),
        coalesce(th.code, ''), coalesce(a.year::text, ''), p.amount_cents::text) ORDER BY p.line)
       FROM posting p JOIN account a ON a.programme_id = p.programme_id AND a.id = p.account_id
       JOIN stream s ON s.id = a.stream_id JOIN tranche t ON t.id = a.tranche_id
       LEFT JOIN organisation m ON m.id = a.municipality_id LEFT JOIN area r ON r.id = a.area_id
       LEFT JOIN theme th ON th.id = a.theme_id
      WHERE p.programme_id = e.programme_id AND p.entry_seq = e.seq) AS postings
    FROM entry e WHERE e.programme_id = ${programmeId}::uuid AND e.seq <= ${upTo}::bigint ORDER BY e.seq`;

/** The last entry that was known at an instant, and how many postings there were up to it. */
export const journalExtent = (programmeId: string, knownAt: string): Prisma.Sql => Prisma.sql`
  SELECT x.seq::text AS "upTo", (SELECT count(*) FROM posting p
      WHERE p.programme_id = ${programmeId}::uuid AND p.entry_seq <= x.seq)::text AS postings
    FROM (SELECT coalesce((SELECT e.seq FROM entry e WHERE e.programme_id = ${programmeId}::uuid
      AND e.recorded_at <= ${knownAt}::timestamptz ORDER BY e.recorded_at DESC LIMIT 1), 0) AS seq) x`;
