import { Prisma } from "../../generated/client";
import { everyEntry, type Invariant } from "./broken-rows";

/** The postings of an entry are together nothing, in each of the three books. */
export const balancedEntries: Invariant = {
  checked: everyEntry,
  broken: (programmeId) => Prisma.sql`
    SELECT p.entry_seq || '~' || a.book AS thing, 'skew' AS problem, '#' || p.entry_seq AS name, 'cents' AS unit,
      coalesce(sum(p.amount_cents) FILTER (WHERE p.amount_cents > 0), 0)::bigint AS source,
      coalesce(-sum(p.amount_cents) FILTER (WHERE p.amount_cents < 0), 0)::bigint AS target, p.entry_seq AS seq,
      min(a.stream_id::text) AS "streamId"
      FROM posting p JOIN account a ON a.programme_id = p.programme_id AND a.id = p.account_id
     WHERE p.programme_id = ${programmeId}::uuid GROUP BY p.entry_seq, a.book HAVING sum(p.amount_cents) <> 0`,
  origins: ["postings", "postings"],
};
