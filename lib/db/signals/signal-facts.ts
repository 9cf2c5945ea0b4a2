import {
  LAST_DAYS,
  type PaceFacts,
  type PeerFacts,
  type PeriodEndFacts,
  ROUND_CENTS,
  type RoundFacts,
  type SilenceFacts,
  type TwiceFacts,
} from "@/lib/domain/signals/detect";
import { Prisma } from "../generated/client";
import type { Tx } from "../transaction";

/** What every fact says about its place. */
const PLACE = Prisma.sql`s.code AS "streamCode", s.short_name AS "streamName", m.code AS "municipalityCode",
  m.preferred_name AS "municipalityName"`;

/** Spent lines of a year, per scheme and municipality: how many there are, and how many are round. */
export const roundFacts = (tx: Tx, programmeId: string, year: number): Promise<RoundFacts[]> => tx.$queryRaw<
  RoundFacts[]
>`
  SELECT ${PLACE}, count(*)::int AS lines,
      (count(*) FILTER (WHERE p.amount_cents % ${ROUND_CENTS}::bigint = 0))::int AS round
    FROM account a JOIN posting p ON p.programme_id = a.programme_id AND p.account_id = a.id
    JOIN stream s ON s.id = a.stream_id JOIN organisation m ON m.id = a.municipality_id
   WHERE a.programme_id = ${programmeId}::uuid AND a.kind = 'spent' AND a.year = ${year}::int AND p.amount_cents > 0
   GROUP BY s.id, m.id ORDER BY s.position, m.preferred_name`;

/** Bookings of municipalities' own ledgers behind reports of a year that were handed in: how much in the last days. */
export const periodEndFacts = (tx: Tx, programmeId: string, year: number): Promise<PeriodEndFacts[]> =>
  tx.$queryRaw<PeriodEndFacts[]>`
  SELECT ${PLACE}, r.id::text AS "reportId", r.number AS "reportNumber", count(*)::int AS bookings,
      sum(b.amount_cents)::bigint AS "totalCents",
      coalesce(sum(b.amount_cents) FILTER (WHERE b.booked_on > w.ends_on - ${LAST_DAYS}::int), 0)::bigint AS "lastCents"
    FROM reporting_window w JOIN report r ON r.window_id = w.id
    JOIN own_booking b ON b.report_id = r.id AND NOT b.withdrawn
    JOIN stream s ON s.id = w.stream_id JOIN organisation m ON m.id = r.municipality_id
   WHERE w.programme_id = ${programmeId}::uuid AND w.year = ${year}::int
   GROUP BY s.id, m.id, r.id ORDER BY r.number`;

/** Lines of a year with nothing spent, on which something was spent in every earlier period that was accepted. */
export const silenceFacts = (tx: Tx, programmeId: string, year: number): Promise<SilenceFacts[]> =>
  tx.$queryRaw<SilenceFacts[]>`
  SELECT ${PLACE}, r.id::text AS "reportId", a.code AS "areaCode", a.name AS "areaName", t.code AS "themeCode",
      t.name_nl AS "themeNl", t.name_en AS "themeEn", before.periods, before.spent AS "beforeCents"
    FROM reporting_window w JOIN report r ON r.window_id = w.id AND r.status IN ('submitted', 'signed', 'accepted')
    JOIN report_line l ON l.report_id = r.id AND l.spent_cents = 0
    JOIN area a ON a.id = l.area_id JOIN theme t ON t.id = l.theme_id
    JOIN stream s ON s.id = w.stream_id JOIN organisation m ON m.id = r.municipality_id
    CROSS JOIN LATERAL (SELECT count(*)::int AS periods, (count(*) FILTER (WHERE x.spent_cents > 0))::int AS spending,
        coalesce(sum(x.spent_cents), 0)::bigint AS spent
      FROM reporting_window v JOIN report q ON q.window_id = v.id AND q.municipality_id = r.municipality_id AND q.status = 'accepted'
      JOIN report_line x ON x.report_id = q.id AND x.area_id = l.area_id AND x.theme_id = l.theme_id
     WHERE v.tranche_id = w.tranche_id AND v.ends_on < w.starts_on) before
   WHERE w.programme_id = ${programmeId}::uuid AND w.year = ${year}::int AND before.periods > 0
     AND before.spending = before.periods
   ORDER BY s.position, m.preferred_name, a.name, t.position`;

/** Documents, projects and bookings that stand behind lines of two schemes, once per pair. */
export async function twiceFacts(tx: Tx, programmeId: string, year: number): Promise<TwiceFacts[]> {
  const inYear = Prisma.sql`
    SELECT r.id, r.municipality_id, w.stream_id FROM reporting_window w JOIN report r ON r.window_id = w.id
     WHERE w.programme_id = ${programmeId}::uuid AND w.year = ${year}::int AND r.status IN ('submitted', 'signed', 'accepted')`;
  return tx.$queryRaw<TwiceFacts[]>`
    WITH given AS (${inYear}),
    thing AS (
      SELECT 'document' AS what, d.sha256 AS mark, d.file_name AS name, g.id AS report_id, g.stream_id, g.municipality_id
        FROM given g JOIN evidence_document d ON d.report_id = g.id
       WHERE NOT EXISTS (SELECT 1 FROM evidence_withdrawal x WHERE x.document_id = d.id)
      UNION ALL
      SELECT 'project', g.municipality_id || '/' || lower(btrim(j.name)), j.name, g.id, g.stream_id, g.municipality_id
        FROM given g JOIN report_project j ON j.report_id = g.id
      UNION ALL
      SELECT 'booking', b.municipality_id || '/' || b.book_year || '/' || b.number || '/' || b.line || '/' || b.amount_cents,
          b.number, g.id, g.stream_id, g.municipality_id
        FROM given g JOIN own_booking b ON b.report_id = g.id AND NOT b.withdrawn)
    SELECT DISTINCT ON (x.what, x.mark, s.code, o.code) x.what, x.name, left(encode(sha256(convert_to(x.mark, 'UTF8')), 'hex'), 12) AS mark,
        ${PLACE}, o.short_name AS "otherStreamName", n.preferred_name AS "otherMunicipalityName", x.report_id::text AS "reportId"
      FROM thing x JOIN thing y ON y.what = x.what AND y.mark = x.mark AND y.stream_id <> x.stream_id
      JOIN stream s ON s.id = x.stream_id JOIN organisation m ON m.id = x.municipality_id
      JOIN stream o ON o.id = y.stream_id JOIN organisation n ON n.id = y.municipality_id
     WHERE s.position < o.position
     ORDER BY x.what, x.mark, s.code, o.code, x.report_id`;
}

/** Per tranche and municipality: spent up to a year, and what was meant for the years up to it. */
export const paceFacts = (tx: Tx, programmeId: string, year: number): Promise<PaceFacts[]> => tx.$queryRaw<
  PaceFacts[]
>`
  SELECT ${PLACE}, c.name AS "trancheName",
      coalesce(sum(b.balance_cents) FILTER (WHERE a.kind = 'spent'), 0)::bigint AS "spentCents",
      coalesce(sum(b.balance_cents) FILTER (WHERE a.kind = 'allocated'), 0)::bigint AS "meantCents"
    FROM account a JOIN account_balance b ON b.account_id = a.id
    JOIN stream s ON s.id = a.stream_id JOIN tranche c ON c.id = a.tranche_id JOIN organisation m ON m.id = a.municipality_id
   WHERE a.programme_id = ${programmeId}::uuid AND a.kind IN ('spent', 'allocated') AND a.year <= ${year}::int
     AND c.first_year <= ${year}::int AND c.last_year >= ${year}::int
   GROUP BY s.id, c.id, m.id ORDER BY s.position, c.code, m.preferred_name`;

/** Spent in a year per municipality beside every published figure that its stream has per municipality, the last of each. */
export const peerFacts = (tx: Tx, programmeId: string, year: number): Promise<PeerFacts[]> => tx.$queryRaw<
  PeerFacts[]
>`
  WITH figure AS (
    SELECT DISTINCT ON (i.stream_id, i.name) i.stream_id, i.name, i.values FROM distribution_input i
     WHERE i.programme_id = ${programmeId}::uuid AND i.grain = 'municipality' ORDER BY i.stream_id, i.name, i.source_on DESC, i.created_at DESC)
  SELECT ${PLACE}, f.name AS unit, trunc((f.values->>m.code)::numeric)::bigint AS count, sum(b.balance_cents)::bigint AS "spentCents"
    FROM figure f JOIN account a ON a.programme_id = ${programmeId}::uuid AND a.stream_id = f.stream_id AND a.kind = 'spent' AND a.year = ${year}::int
    JOIN account_balance b ON b.account_id = a.id
    JOIN stream s ON s.id = a.stream_id JOIN organisation m ON m.id = a.municipality_id
   WHERE f.values->>m.code ~ '^[0-9]+(\\.[0-9]+)?$'
   GROUP BY s.id, m.id, f.name, f.values ORDER BY s.position, f.name, m.preferred_name`;
