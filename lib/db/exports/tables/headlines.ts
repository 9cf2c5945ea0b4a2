import { Prisma } from "../../generated/client";
import { entryConditions } from "../../ledger-reading/conditions";
import type { PackageScope, PackageTable } from "../package-table";

/** The entries of a package as a question about the journal; codes, because addresses and filters speak them. */
export interface ScopeCodes {
  readonly stream: string | null;
  readonly municipality: string | null;
}

export const scopeFilter = ({ year }: PackageScope, { stream, municipality }: ScopeCodes) => ({
  stream,
  municipality,
  kind: null,
  year,
  recordedAfter: null,
  text: "",
});

/** The sums that screens and letters show, per measure: in all, per stream, per tranche and per municipality. */
export const headlinesTable = (codes: ScopeCodes): PackageTable => ({
  name: "kopcijfers",
  columns: {
    maat: "text",
    regeling: "text",
    tranche: "text",
    gemeente: "text",
    posten: "whole",
    bedrag: "amount",
  },
  rows: (scope) => Prisma.sql`
    SELECT a.kind::text AS maat, s.code AS regeling, t.code AS tranche, m.code AS gemeente, count(DISTINCT e.seq)::text AS posten,
      sum(CASE WHEN a.kind IN ('ceiling', 'settled') THEN -p.amount_cents ELSE p.amount_cents END)::text AS bedrag
      FROM entry e JOIN posting p ON p.programme_id = e.programme_id AND p.entry_seq = e.seq
      JOIN account a ON a.programme_id = p.programme_id AND a.id = p.account_id
      JOIN stream s ON s.id = a.stream_id JOIN tranche t ON t.id = a.tranche_id LEFT JOIN organisation m ON m.id = a.municipality_id
     WHERE a.kind IN ('ceiling', 'allocated', 'spent', 'advanced', 'settled')
       AND ${entryConditions(scope.programmeId, scopeFilter(scope, codes), { validOn: "9999-12-31", knownAt: scope.knownAt }, null)}
     GROUP BY GROUPING SETS ((a.kind), (a.kind, s.code), (a.kind, s.code, t.code), (a.kind, m.code))
    HAVING GROUPING(m.code) = 1 OR m.code IS NOT NULL
     ORDER BY 1, 2 NULLS FIRST, 3 NULLS FIRST, 4 NULLS FIRST`,
});
