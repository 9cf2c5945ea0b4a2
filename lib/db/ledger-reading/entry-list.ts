import type { EntryFilter, EntryMeasure } from "@/lib/domain/ledger/entry-filter";
import type { EntryKind } from "@/lib/domain/ledger/journal";
import type { AsOf } from "@/lib/domain/reconciliation/as-of";
import { Prisma } from "../generated/client";
import { entryConditions } from "./conditions";

/** An entry as one line of a list. Numbers are text: the same from Prisma and from a cursor. */
export interface EntryLine {
  readonly seq: string;
  readonly kind: EntryKind;
  readonly effectiveOn: string;
  /** UTC with six decimals. */
  readonly recordedAt: string;
  readonly stream: string;
  readonly streamName: string;
  readonly municipality: string | null;
  readonly municipalityName: string | null;
  readonly area: string | null;
  readonly areaName: string | null;
  readonly themeNl: string | null;
  readonly themeEn: string | null;
  readonly years: readonly number[];
  readonly correctsSeq: string | null;
  readonly decisionNumber: string | null;
  readonly decisionOn: string | null;
  readonly legalSource: string | null;
  readonly reason: string;
  readonly amount: string;
  readonly hash: string;
}

export type EntryOrder = "first" | "last";

interface Page {
  readonly limit: number;
  readonly offset: number;
}

export function entryLines(
  programmeId: string,
  filter: EntryFilter,
  asOf: AsOf,
  order: EntryOrder,
  page: Page | null = null,
): Prisma.Sql {
  const direction = order === "last" ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const limit = page === null ? Prisma.empty : Prisma.sql`LIMIT ${page.limit} OFFSET ${page.offset}`;
  return Prisma.sql`
    WITH chosen AS (
      SELECT e.* FROM entry e WHERE ${entryConditions(programmeId, filter, asOf)} ORDER BY e.seq ${direction} ${limit})
    SELECT e.seq::text AS seq, e.kind::text AS kind, to_char(e.effective_on, 'YYYY-MM-DD') AS "effectiveOn",
      ledger.instant(e.recorded_at) AS "recordedAt", s.code AS stream, s.short_name AS "streamName",
      m.code AS municipality, m.preferred_name AS "municipalityName", r.code AS area, r.name AS "areaName",
      t.name_nl AS "themeNl", t.name_en AS "themeEn", coalesce(x.years, '{}') AS years,
      e.corrects_seq::text AS "correctsSeq", e.decision_number AS "decisionNumber",
      to_char(e.decision_on, 'YYYY-MM-DD') AS "decisionOn", e.legal_source AS "legalSource", e.reason,
      coalesce(x.amount, 0)::text AS amount, encode(e.hash, 'hex') AS hash
      FROM chosen e JOIN stream s ON s.id = e.stream_id
      LEFT JOIN organisation m ON m.id = e.municipality_id
      LEFT JOIN LATERAL (
        SELECT sum(CASE WHEN a.kind IN ('ceiling', 'settled') THEN -p.amount_cents ELSE p.amount_cents END)
            FILTER (WHERE a.kind IN ('ceiling', 'allocated', 'spent', 'advanced', 'settled')) AS amount,
          array_agg(DISTINCT a.year) FILTER (WHERE a.year IS NOT NULL) AS years,
          min(a.area_id::text)::uuid AS area_id, min(a.theme_id::text)::uuid AS theme_id
          FROM posting p JOIN account a ON a.programme_id = p.programme_id AND a.id = p.account_id
         WHERE p.programme_id = e.programme_id AND p.entry_seq = e.seq) x ON true
      LEFT JOIN area r ON r.id = x.area_id
      LEFT JOIN theme t ON t.id = x.theme_id
     ORDER BY e.seq ${direction}`;
}

export interface EntryTotal {
  readonly measure: EntryMeasure;
  readonly entries: bigint;
  readonly amount: bigint;
}

/** Count and sum of the entries per measure: ceilings, allocations and spend are never added up together. */
export function entryTotals(programmeId: string, filter: EntryFilter, asOf: AsOf): Prisma.Sql {
  return Prisma.sql`
    SELECT a.kind::text AS measure, count(DISTINCT e.seq) AS entries,
      sum(CASE WHEN a.kind IN ('ceiling', 'settled') THEN -p.amount_cents ELSE p.amount_cents END)::bigint AS amount
      FROM entry e
      JOIN posting p ON p.programme_id = e.programme_id AND p.entry_seq = e.seq
      JOIN account a ON a.programme_id = p.programme_id AND a.id = p.account_id
     WHERE a.kind IN ('ceiling', 'allocated', 'spent', 'advanced', 'settled') AND ${entryConditions(programmeId, filter, asOf)}
     GROUP BY a.kind ORDER BY a.kind`;
}
