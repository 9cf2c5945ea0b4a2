import { Prisma } from "../../generated/client";
import { everyEntry, type Invariant } from "./broken-rows";

/**
 * Every entry has the number after the one before it, is of a later moment, holds its hash, and its own hash covers its whole
 * content; the head of the chain is the last of them. The hash is worked out anew of what stands in the tables.
 */
export const chainedEntries: Invariant = {
  checked: everyEntry,
  broken: (programmeId) => Prisma.sql`
    WITH chain AS (
      SELECT e AS whole, e.seq, e.stream_id, e.recorded_at, e.hash, e.prev_hash, lag(e.seq, 1, 0::bigint) OVER w AS before_seq, lag(e.recorded_at) OVER w AS before_at,
        lag(e.hash, 1, decode(repeat('00', 32), 'hex')) OVER w AS before_hash
        FROM entry e WHERE e.programme_id = ${programmeId}::uuid WINDOW w AS (ORDER BY e.seq)),
    body AS (
      SELECT p.entry_seq, string_agg(ledger.posting_content(p.line, a.key, p.municipality_id, p.amount_cents), '' ORDER BY p.line) AS text
        FROM posting p JOIN account a ON a.programme_id = p.programme_id AND a.id = p.account_id
       WHERE p.programme_id = ${programmeId}::uuid GROUP BY p.entry_seq),
    wrong AS (
      SELECT c.seq, c.stream_id, CASE WHEN c.seq <> c.before_seq + 1 THEN 'gap' WHEN c.recorded_at <= c.before_at THEN 'earlier'
          WHEN c.prev_hash <> c.before_hash THEN 'unchained'
          WHEN c.hash IS DISTINCT FROM ledger.link(c.prev_hash, NULL, ledger.facts_content(c.whole), coalesce(b.text, '')) THEN 'content' END AS problem
        FROM chain c LEFT JOIN body b ON b.entry_seq = c.seq)
    SELECT w.seq || '~' || w.problem AS thing, w.problem, '#' || w.seq AS name, 'count' AS unit, 0::bigint AS source, 1::bigint AS target,
      w.seq, w.stream_id::text AS "streamId" FROM wrong w WHERE w.problem IS NOT NULL
    UNION ALL
    SELECT 'head', 'head', 'head', 'count', h.seq, coalesce(last.seq, 0), NULL, NULL
      FROM ledger_head h LEFT JOIN LATERAL (SELECT e.seq, e.hash, e.recorded_at FROM entry e WHERE e.programme_id = h.programme_id
        ORDER BY e.seq DESC LIMIT 1) last ON true
     WHERE h.programme_id = ${programmeId}::uuid AND h.seq <> coalesce(last.seq, 0)
    UNION ALL
    SELECT 'head-hash', 'head', 'head', 'count', 0, 1, last.seq, NULL
      FROM ledger_head h JOIN LATERAL (SELECT e.seq, e.hash, e.recorded_at FROM entry e WHERE e.programme_id = h.programme_id
        ORDER BY e.seq DESC LIMIT 1) last ON true
     WHERE h.programme_id = ${programmeId}::uuid AND h.seq = last.seq AND (h.hash, h.recorded_at) <> (last.hash, last.recorded_at)`,
  origins: ["chain", "expected"],
};
