import { Prisma } from "../../generated/client";
import { accountName, everyAccount, type Invariant } from "./broken-rows";

/** The balance of an account is the sum of its postings, and counts as many of them. */
export const accountBalances: Invariant = {
  checked: everyAccount,
  broken: (programmeId) => Prisma.sql`
    WITH own AS (
      SELECT p.account_id, sum(p.amount_cents)::bigint AS amount, count(*) AS lines FROM posting p
       WHERE p.programme_id = ${programmeId}::uuid GROUP BY p.account_id),
    both_sides AS (
      SELECT a.id, a.stream_id, ${accountName} AS name, b.balance_cents, b.posting_count, coalesce(o.amount, 0) AS amount, coalesce(o.lines, 0) AS lines
        FROM account a LEFT JOIN account_balance b ON b.account_id = a.id LEFT JOIN own o ON o.account_id = a.id
       WHERE a.programme_id = ${programmeId}::uuid)
    SELECT x.id || '~balance' AS thing, 'balance' AS problem, x.name, 'cents' AS unit, x.balance_cents AS source, x.amount AS target,
      NULL::bigint AS seq, x.stream_id::text AS "streamId" FROM both_sides x WHERE x.balance_cents IS DISTINCT FROM x.amount
    UNION ALL
    SELECT x.id || '~lines', 'lines', x.name, 'count', x.posting_count, x.lines, NULL, x.stream_id::text
      FROM both_sides x WHERE x.balance_cents = x.amount AND x.posting_count <> x.lines`,
  origins: ["balance", "postings"],
};
