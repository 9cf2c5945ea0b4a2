import { Prisma } from "../../generated/client";
import { accountName, type Invariant } from "./broken-rows";

/** The months by account that as-of questions add up are what the entries come to, cell by cell. */
export const keptMonths: Invariant = {
  checked: (programmeId) =>
    Prisma.sql`SELECT count(*)::int AS checked FROM account_month WHERE programme_id = ${programmeId}::uuid`,
  broken: (programmeId) => Prisma.sql`
    WITH own AS (
      SELECT p.account_id, date_trunc('month', e.effective_on::timestamp)::date AS effective_month,
        date_trunc('month', e.recorded_at AT TIME ZONE 'UTC')::date AS recorded_month, e.kind, sum(p.amount_cents)::bigint AS amount,
        count(*) AS lines
        FROM posting p JOIN entry e ON e.programme_id = p.programme_id AND e.seq = p.entry_seq
       WHERE p.programme_id = ${programmeId}::uuid GROUP BY 1, 2, 3, 4),
    both_sides AS (
      SELECT account_id, effective_month, recorded_month, kind, m.amount_cents AS kept, o.amount, m.posting_count, o.lines
        FROM (SELECT * FROM account_month WHERE programme_id = ${programmeId}::uuid) m
        FULL JOIN own o USING (account_id, effective_month, recorded_month, kind))
    SELECT concat_ws('~', x.account_id, x.effective_month, x.recorded_month, x.kind) AS thing,
      CASE WHEN x.kept IS DISTINCT FROM x.amount THEN 'amount' ELSE 'lines' END AS problem,
      ${accountName} || ' | ' || to_char(x.effective_month, 'YYYY-MM') AS name,
      CASE WHEN x.kept IS DISTINCT FROM x.amount THEN 'cents' ELSE 'count' END AS unit,
      CASE WHEN x.kept IS DISTINCT FROM x.amount THEN x.kept ELSE x.posting_count END AS source,
      CASE WHEN x.kept IS DISTINCT FROM x.amount THEN x.amount ELSE x.lines END AS target, NULL::bigint AS seq, a.stream_id::text AS "streamId"
      FROM both_sides x JOIN account a ON a.id = x.account_id
     WHERE x.kept IS DISTINCT FROM x.amount OR x.posting_count IS DISTINCT FROM x.lines`,
  origins: ["months", "postings"],
};
