import { Prisma } from "../../generated/client";
import type { Invariant } from "./broken-rows";

/** Accounts with postings by stream and kind, which every total adds up: amounts with and without VAT are never in one sum. */
const totals = (programmeId: string): Prisma.Sql => Prisma.sql`
  SELECT a.stream_id, a.kind, min(a.vat_basis) AS basis, max(a.vat_basis) AS other
    FROM account a JOIN account_balance b ON b.account_id = a.id
   WHERE a.programme_id = ${programmeId}::uuid AND b.posting_count > 0 GROUP BY a.stream_id, a.kind`;

export const oneBasis: Invariant = {
  checked: (programmeId) => Prisma.sql`SELECT count(*)::int AS checked FROM (${totals(programmeId)}) t`,
  broken: (programmeId) => Prisma.sql`
    SELECT s.code || '~' || t.kind AS thing, 'mixed' AS problem, s.short_name || ' | ' || t.kind AS name, 'cents' AS unit,
      sum(b.balance_cents) FILTER (WHERE a.vat_basis = t.basis)::bigint AS source,
      sum(b.balance_cents) FILTER (WHERE a.vat_basis <> t.basis)::bigint AS target, NULL::bigint AS seq, t.stream_id::text AS "streamId"
      FROM (${totals(programmeId)}) t JOIN stream s ON s.id = t.stream_id
      JOIN account a ON a.programme_id = ${programmeId}::uuid AND a.stream_id = t.stream_id AND a.kind = t.kind
      JOIN account_balance b ON b.account_id = a.id
     WHERE t.basis <> t.other GROUP BY s.code, s.short_name, t.kind, t.stream_id`,
  origins: ["one_basis", "other_basis"],
};
