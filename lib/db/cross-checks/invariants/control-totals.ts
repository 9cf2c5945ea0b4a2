import { Prisma } from "../../generated/client";
import { everyEntry, type Invariant } from "./broken-rows";

/** What an entry says of its postings, how many and how much, is what there is. */
export const controlTotals: Invariant = {
  checked: everyEntry,
  broken: (programmeId) => Prisma.sql`
    WITH own AS (
      SELECT p.entry_seq, count(*) AS lines, coalesce(sum(p.amount_cents) FILTER (WHERE p.amount_cents > 0), 0)::bigint AS debit
        FROM posting p WHERE p.programme_id = ${programmeId}::uuid GROUP BY p.entry_seq),
    both_sides AS (
      SELECT coalesce(e.seq, o.entry_seq) AS seq, e.stream_id, e.posting_count, e.debit_cents, coalesce(o.lines, 0) AS lines,
        coalesce(o.debit, 0) AS debit
        FROM (SELECT * FROM entry WHERE programme_id = ${programmeId}::uuid) e FULL JOIN own o ON o.entry_seq = e.seq)
    SELECT b.seq || '~lines' AS thing, 'lines' AS problem, '#' || b.seq AS name, 'count' AS unit, b.lines AS source,
      coalesce(b.posting_count, 0)::bigint AS target, b.seq, b.stream_id::text AS "streamId"
      FROM both_sides b WHERE b.lines <> coalesce(b.posting_count, 0)
    UNION ALL
    SELECT b.seq || '~debit', 'debit', '#' || b.seq, 'cents', b.debit, b.debit_cents, b.seq, b.stream_id::text
      FROM both_sides b WHERE b.debit <> b.debit_cents`,
  origins: ["postings", "control_total"],
};
