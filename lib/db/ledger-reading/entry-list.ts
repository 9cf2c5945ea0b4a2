import type { EntryFilter } from "@/lib/domain/ledger/entry-filter";
import { type EntryTotal, type MonthCount, type MonthPart, totalsOf } from "@/lib/domain/ledger/entry-months";
import type { EntryKind } from "@/lib/domain/ledger/journal";
import type { AsOf } from "@/lib/domain/reconciliation/as-of";
import { Prisma } from "../generated/client";
import { entryConditions, type SearchedPart } from "./conditions";
import { entryMonths, SHOWN_AMOUNT } from "./entry-months";
import { type Ask, lastBefore, readMonthCut } from "./month-cut";

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

/** Which entries, in which order: a page of a list, what was found by searching, or all of them for a file. */
export type Listed =
  | { readonly is: "page"; readonly parts: readonly MonthPart[] }
  | { readonly is: "found"; readonly part: SearchedPart; readonly limit: number; readonly offset: number }
  | { readonly is: "all" };

export function entryLines(programmeId: string, filter: EntryFilter, asOf: AsOf, listed: Listed): Prisma.Sql {
  const direction = listed.is === "all" ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  return Prisma.sql`
    WITH chosen AS (${chosen(programmeId, filter, asOf, listed)})
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
        SELECT sum(${SHOWN_AMOUNT(Prisma.sql`p.amount_cents`)}) FILTER (WHERE ${inYear(filter)}) AS amount,
          array_agg(DISTINCT a.year) FILTER (WHERE a.year IS NOT NULL) AS years,
          min(a.area_id::text)::uuid AS area_id, min(a.theme_id::text)::uuid AS theme_id
          FROM posting p JOIN account a ON a.programme_id = p.programme_id AND a.id = p.account_id
         WHERE p.programme_id = e.programme_id AND p.entry_seq = e.seq) x ON true
      LEFT JOIN area r ON r.id = x.area_id
      LEFT JOIN theme t ON t.id = x.theme_id
     ORDER BY e.seq ${direction}`;
}

/** Who asks for a year gets the amounts of that year. */
const inYear = ({ year }: EntryFilter): Prisma.Sql =>
  year === null ? Prisma.sql`true` : Prisma.sql`a.year = ${year}::int`;

function chosen(programmeId: string, filter: EntryFilter, asOf: AsOf, listed: Listed): Prisma.Sql {
  const where = entryConditions(programmeId, filter, asOf, listed.is === "found" ? listed.part : null);
  switch (listed.is) {
    case "all":
      return Prisma.sql`SELECT e.* FROM entry e WHERE ${where} ORDER BY e.seq ASC`;
    case "found":
      return Prisma.sql`SELECT e.* FROM entry e WHERE ${where} ORDER BY e.seq DESC LIMIT ${listed.limit} OFFSET ${listed.offset}`;
    case "page":
      return Prisma.sql`
        SELECT f.* FROM unnest(${listed.parts.map((part) => part.recordedMonth)}::date[], ${listed.parts.map((part) => part.skip)}::bigint[],
            ${listed.parts.map((part) => part.take)}::bigint[]) AS w(month, skip, take)
         CROSS JOIN LATERAL (SELECT ${lastBefore(programmeId, MONTH_START)} AS before, ${lastBefore(programmeId, MONTH_END)} AS last OFFSET 0) chain
         CROSS JOIN LATERAL (
           SELECT e.* FROM entry e WHERE ${where} AND e.seq > chain.before AND e.seq <= chain.last
            ORDER BY e.seq DESC LIMIT w.take OFFSET w.skip) f`;
  }
}

const MONTH_START = Prisma.sql`(w.month::timestamp AT TIME ZONE 'UTC')`;
const MONTH_END = Prisma.sql`((w.month::timestamp + interval '1 month') AT TIME ZONE 'UTC')`;

/** Count and sum of the entries per kind where words were asked for: these are read one by one. */
async function foundCounts(
  ask: Ask,
  programmeId: string,
  filter: EntryFilter,
  asOf: AsOf,
  part: SearchedPart | null,
): Promise<Omit<MonthCount, "recordedMonth">[]> {
  const rows = await ask<{ kind: MonthCount["kind"]; entries: string; amount: string }>(Prisma.sql`
    SELECT e.kind::text AS kind, count(DISTINCT e.seq)::text AS entries,
      coalesce(sum(${SHOWN_AMOUNT(Prisma.sql`p.amount_cents`)}) FILTER (WHERE ${inYear(filter)}), 0)::text AS amount
      FROM entry e
      JOIN posting p ON p.programme_id = e.programme_id AND p.entry_seq = e.seq
      JOIN account a ON a.programme_id = p.programme_id AND a.id = p.account_id
     WHERE ${entryConditions(programmeId, filter, asOf, part)}
     GROUP BY e.kind`);
  return rows.map((row) => ({ ...row, entries: BigInt(row.entries), amount: BigInt(row.amount) }));
}

/** Count and sum of the entries per measure: of whole months where no words are asked for. */
export async function entryTotals(
  ask: Ask,
  programmeId: string,
  filter: EntryFilter,
  asOf: AsOf,
  part: SearchedPart | null = null,
): Promise<EntryTotal[]> {
  if (filter.text !== "") return totalsOf(await foundCounts(ask, programmeId, filter, asOf, part));
  return totalsOf(await entryMonths(ask, programmeId, filter, await readMonthCut(ask, programmeId, asOf)));
}
