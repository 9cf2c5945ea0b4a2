import { cents } from "@/lib/domain/money";
import type { NamedLine, ReportHeader } from "@/lib/domain/reports/report-file";
import { isoDate } from "../dates";
import type { Tx } from "../transaction";

interface LineRow {
  readonly areaId: string;
  readonly areaCode: string;
  readonly areaName: string;
  readonly themeId: string;
  readonly themeCode: string;
  readonly themeNameNl: string;
  readonly themeNameEn: string;
  readonly spent: bigint | null;
  readonly correction: bigint | null;
  readonly correctionNote: string | null;
  readonly forecast: bigint | null;
  readonly explanation: string | null;
  readonly allocated: bigint;
  readonly previous: bigint;
  readonly correctsSeq: bigint | null;
  readonly correctsYear: number | null;
  readonly correctsOn: Date | null;
  readonly correctable: bigint;
}

/**
 * The lines of a report beside what the ledger knows: the allocation over all years of the tranche, the accepted spend
 * of earlier windows (with their corrections, without this report's own), and the entry that a correction points at.
 */
export async function readLines(tx: Tx, report: ReportHeader): Promise<NamedLine[]> {
  const rows = await tx.$queryRaw<LineRow[]>`
    WITH mine AS (
      SELECT a.id, a.kind, a.area_id, a.theme_id, a.year, b.balance_cents FROM account a
        JOIN account_balance b ON b.account_id = a.id
       WHERE a.programme_id = ${report.programmeId}::uuid AND a.tranche_id = ${report.trancheId}::uuid
         AND a.municipality_id = ${report.municipalityId}::uuid AND a.kind IN ('allocated', 'spent')),
    earlier AS (
      SELECT mine.area_id, mine.theme_id, mine.year, p.amount_cents, e.seq, e.kind, e.effective_on, w.ends_on
        FROM mine
        JOIN posting p ON p.programme_id = ${report.programmeId}::uuid AND p.account_id = mine.id
        JOIN entry e ON e.programme_id = p.programme_id AND e.seq = p.entry_seq
        JOIN report o ON o.id = e.report_id
        JOIN reporting_window w ON w.id = o.window_id
       WHERE mine.kind = 'spent' AND w.ends_on < ${isoDate(report.endsOn)}::date),
    last_spend AS (
      SELECT DISTINCT ON (area_id, theme_id) area_id, theme_id, seq, year, effective_on FROM earlier
       WHERE kind = 'spent' ORDER BY area_id, theme_id, ends_on DESC, seq DESC)
    SELECT ar.id::text AS "areaId", ar.code AS "areaCode", ar.name AS "areaName", th.id::text AS "themeId",
           th.code AS "themeCode", th.name_nl AS "themeNameNl", th.name_en AS "themeNameEn",
           l.spent_cents AS spent, l.correction_cents AS correction, l.correction_note AS "correctionNote",
           l.forecast_cents AS forecast, l.explanation,
           coalesce((SELECT sum(x.balance_cents) FROM mine x WHERE x.kind = 'allocated' AND x.area_id = l.area_id AND x.theme_id = l.theme_id), 0)::bigint AS allocated,
           coalesce((SELECT sum(x.amount_cents) FROM earlier x WHERE x.area_id = l.area_id AND x.theme_id = l.theme_id), 0)::bigint AS previous,
           c.seq AS "correctsSeq", c.year AS "correctsYear", c.effective_on AS "correctsOn",
           coalesce((SELECT sum(x.balance_cents) FROM mine x WHERE x.kind = 'spent' AND x.area_id = l.area_id
                      AND x.theme_id = l.theme_id AND x.year = c.year), 0)::bigint AS correctable
      FROM report_line l
      JOIN area ar ON ar.id = l.area_id
      JOIN theme th ON th.id = l.theme_id
      LEFT JOIN last_spend c ON c.area_id = l.area_id AND c.theme_id = l.theme_id
     WHERE l.report_id = ${report.id}::uuid
     ORDER BY ar.name, ar.code, th.position, th.code`;
  return rows.map(toLine);
}

const centsOrNull = (value: bigint | null) => (value === null ? null : cents(value));

function toLine(row: LineRow): NamedLine {
  const { correctsSeq: seq, correctsYear: year, correctsOn } = row;
  return {
    key: `${row.areaCode}.${row.themeCode}`,
    section: row.areaCode,
    areaId: row.areaId,
    areaName: row.areaName,
    themeId: row.themeId,
    themeNameNl: row.themeNameNl,
    themeNameEn: row.themeNameEn,
    allocated: cents(row.allocated),
    previous: cents(row.previous),
    spent: centsOrNull(row.spent),
    correction: centsOrNull(row.correction),
    correctionNote: row.correctionNote,
    forecast: centsOrNull(row.forecast),
    explanation: row.explanation,
    corrects:
      seq === null || year === null || correctsOn === null
        ? null
        : { seq, year, effectiveOn: isoDate(correctsOn) },
    correctable: cents(row.correctable),
  };
}
