import { cents } from "@/lib/domain/money";
import type { CountedResult, PlaceFigures } from "@/lib/domain/municipality/area-figures";
import { expiryOf } from "@/lib/domain/overview/outlook";
import { isoDateOrNull } from "../dates";
import type { Tx } from "../transaction";

interface Row {
  readonly areaCode: string;
  readonly areaName: string;
  readonly streamCode: string;
  readonly streamName: string;
  readonly trancheName: string;
  readonly lastYear: number | null;
  readonly closesOn: Date | null;
  readonly allocated: bigint | null;
  readonly received: bigint | null;
  readonly spent: bigint | null;
  readonly reported: boolean;
  readonly forecast: bigint | null;
}

const centsOrNull = (value: bigint | null) => (value === null ? null : cents(value));

/** Per area, stream and tranche of a municipality: balances of the ledger, and the forecast of the last accepted report. */
export async function placeFigures(
  tx: Tx,
  programmeId: string,
  municipalityId: string,
): Promise<PlaceFigures[]> {
  const rows = await tx.$queryRaw<Row[]>`
    WITH last_accepted AS (
      SELECT DISTINCT ON (w.tranche_id) w.tranche_id, r.id FROM report r JOIN reporting_window w ON w.id = r.window_id
       WHERE w.programme_id = ${programmeId}::uuid AND r.municipality_id = ${municipalityId}::uuid AND r.status = 'accepted'
       ORDER BY w.tranche_id, w.ends_on DESC, w.periods, r.id DESC)
    SELECT ar.code AS "areaCode", ar.name AS "areaName", s.code AS "streamCode", s.short_name AS "streamName",
           t.name AS "trancheName", t.last_year AS "lastYear", t.closes_on AS "closesOn",
           sum(b.balance_cents) FILTER (WHERE a.kind = 'allocated')::bigint AS allocated,
           sum(b.balance_cents) FILTER (WHERE a.kind = 'advanced')::bigint AS received,
           sum(b.balance_cents) FILTER (WHERE a.kind = 'spent')::bigint AS spent,
           la.id IS NOT NULL AS reported,
           (SELECT sum(l.forecast_cents)::bigint FROM report_line l
             WHERE l.report_id = la.id AND l.area_id = ar.id) AS forecast
      FROM account a JOIN account_balance b ON b.account_id = a.id
      JOIN area ar ON ar.id = a.area_id JOIN stream s ON s.id = a.stream_id JOIN tranche t ON t.id = a.tranche_id
      LEFT JOIN last_accepted la ON la.tranche_id = t.id
     WHERE a.programme_id = ${programmeId}::uuid AND a.municipality_id = ${municipalityId}::uuid
       AND a.kind IN ('allocated', 'advanced', 'spent')
     GROUP BY ar.id, ar.code, ar.name, s.code, s.short_name, s.position, t.id, t.name, t.code, t.last_year, t.closes_on, la.id
     ORDER BY ar.name, ar.code, s.position, t.code`;
  return rows.map(({ lastYear, closesOn, reported, ...row }) => ({
    ...row,
    expiresOn: expiryOf({ lastYear, closesOn: isoDateOrNull(closesOn) }),
    allocated: centsOrNull(row.allocated),
    received: centsOrNull(row.received),
    // Only a report that was accepted makes spend of nothing a zero.
    spent: row.spent === null && reported ? cents(0n) : centsOrNull(row.spent),
    forecast: centsOrNull(row.forecast),
  }));
}

/** What accepted reports counted, per indicator of the streams in which the municipality has an allocation. */
export async function countedResults(
  tx: Tx,
  programmeId: string,
  municipalityId: string,
): Promise<CountedResult[]> {
  return tx.$queryRaw<CountedResult[]>`
    SELECT i.code, s.short_name AS "streamName", i.name_nl AS "nameNl", i.name_en AS "nameEn", i.unit_nl AS "unitNl",
           i.unit_en AS "unitEn", i.target, sum(x.value)::bigint AS counted
      FROM indicator i JOIN stream s ON s.id = i.stream_id
      LEFT JOIN (
        SELECT rr.indicator_id, rr.value FROM report_result rr JOIN report r ON r.id = rr.report_id
         WHERE r.municipality_id = ${municipalityId}::uuid AND r.status = 'accepted') x ON x.indicator_id = i.id
     WHERE i.programme_id = ${programmeId}::uuid AND EXISTS (
       SELECT 1 FROM allocation al WHERE al.stream_id = s.id AND al.municipality_id = ${municipalityId}::uuid)
     GROUP BY i.id, s.short_name, s.position ORDER BY s.position, i.code`;
}
