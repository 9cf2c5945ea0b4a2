import { cents } from "@/lib/domain/money";
import type { NamedLine, ReportHeader } from "@/lib/domain/reports/report-file";
import { type LineExemption, yearsLeft } from "@/lib/domain/reports/report-line";
import { isoDate } from "../dates";
import type { Tx } from "../transaction";
import { areaException, askedOn } from "../windows/exempt";

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
  readonly own: bigint | null;
  readonly chosenSeq: bigint | null;
  readonly forecasts: Readonly<Record<string, string>>;
  readonly projects: readonly {
    readonly position: number;
    readonly name: string;
    readonly spent: string | null;
  }[];
  readonly earlierSpends: readonly {
    readonly seq: string;
    readonly year: number;
    readonly effectiveOn: string;
  }[];
  readonly allocated: bigint;
  readonly previous: bigint;
  readonly correctsSeq: bigint | null;
  readonly correctsYear: number | null;
  readonly correctsOn: Date | null;
  readonly correctable: bigint;
  readonly exemptKind: LineExemption["kind"] | null;
  readonly exemptUntil: Date | null;
}

/**
 * The lines of a report beside what the ledger knows: the allocation over all years of the tranche, the accepted spend
 * of earlier windows (with their corrections, without this report's own), the entry that a correction points at, and the
 * exception under which its area falls.
 */
export async function readLines(tx: Tx, report: ReportHeader, today: string): Promise<NamedLine[]> {
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
    spends AS (
      SELECT area_id, theme_id, jsonb_agg(jsonb_build_object('seq', seq::text, 'year', year, 'effectiveOn', effective_on)
             ORDER BY ends_on DESC, seq DESC) AS all_of_them
        FROM earlier WHERE kind = 'spent' GROUP BY area_id, theme_id),
    -- Summed once and joined: a report may have thousands of lines.
    allocated AS (SELECT area_id, theme_id, sum(balance_cents) AS cents FROM mine WHERE kind = 'allocated' GROUP BY 1, 2),
    previous AS (SELECT area_id, theme_id, sum(amount_cents) AS cents FROM earlier GROUP BY 1, 2),
    spent AS (SELECT area_id, theme_id, year, sum(balance_cents) AS cents FROM mine WHERE kind = 'spent' GROUP BY 1, 2, 3),
    exempt AS (
      SELECT ar.id AS area_id, one.kind, one.expires_on
        FROM report r JOIN reporting_window w ON w.id = r.window_id
        JOIN area ar ON ar.municipality_id = r.municipality_id AND ar.programme_id = w.programme_id
        JOIN LATERAL (${areaException(askedOn(today))}) one ON true
       WHERE r.id = ${report.id}::uuid)
    SELECT ar.id::text AS "areaId", ar.code AS "areaCode", ar.name AS "areaName", th.id::text AS "themeId",
           th.code AS "themeCode", th.name_nl AS "themeNameNl", th.name_en AS "themeNameEn",
           l.spent_cents AS spent, l.correction_cents AS correction, l.correction_note AS "correctionNote",
           l.forecast_cents AS forecast, l.explanation, l.own_cents AS own, l.corrects_seq AS "chosenSeq",
           coalesce(s.all_of_them, '[]') AS "earlierSpends",
           coalesce((SELECT jsonb_object_agg(f.year, f.amount_cents::text) FROM report_forecast f
                      WHERE f.report_id = l.report_id AND f.area_id = l.area_id AND f.theme_id = l.theme_id), '{}') AS forecasts,
           coalesce((SELECT jsonb_agg(jsonb_build_object('position', p.position, 'name', p.name, 'spent', p.spent_cents::text) ORDER BY p.position)
                       FROM report_project p
                      WHERE p.report_id = l.report_id AND p.area_id = l.area_id AND p.theme_id = l.theme_id), '[]') AS projects,
           coalesce(al.cents, 0)::bigint AS allocated, coalesce(pr.cents, 0)::bigint AS previous,
           c.seq AS "correctsSeq", c.year AS "correctsYear", c.effective_on AS "correctsOn",
           coalesce(co.cents, 0)::bigint AS correctable, x.kind AS "exemptKind", x.expires_on AS "exemptUntil"
      FROM report_line l
      JOIN area ar ON ar.id = l.area_id
      JOIN theme th ON th.id = l.theme_id
      LEFT JOIN spends s ON s.area_id = l.area_id AND s.theme_id = l.theme_id
      LEFT JOIN allocated al ON al.area_id = l.area_id AND al.theme_id = l.theme_id
      LEFT JOIN previous pr ON pr.area_id = l.area_id AND pr.theme_id = l.theme_id
      LEFT JOIN LATERAL (
        SELECT (o.spend->>'seq')::bigint AS seq, (o.spend->>'year')::int AS year, (o.spend->>'effectiveOn')::date AS effective_on
          FROM jsonb_array_elements(s.all_of_them) WITH ORDINALITY o(spend, place)
         ORDER BY (o.spend->>'seq')::bigint = l.corrects_seq DESC NULLS LAST, o.place LIMIT 1) c ON true
      LEFT JOIN exempt x ON x.area_id = l.area_id
      LEFT JOIN spent co ON co.area_id = l.area_id AND co.theme_id = l.theme_id AND co.year = c.year
     WHERE l.report_id = ${report.id}::uuid
     ORDER BY ar.name, ar.code, th.position, th.code`;
  const left = yearsLeft(report, report.trancheLastYear);
  return rows.map((row) => toLine(row, left));
}

const fromText = (text: string | null) => (text === null ? null : cents(BigInt(text)));
const centsOrNull = (value: bigint | null) => (value === null ? null : cents(value));

function toLine(row: LineRow, left: readonly number[]): NamedLine {
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
    years: left.map((one) => ({ year: one, amount: fromText(row.forecasts[one] ?? null) })),
    projects: row.projects.map(({ spent, ...project }) => ({ ...project, spent: fromText(spent) })),
    own: centsOrNull(row.own),
    correctsSeq: row.chosenSeq,
    earlierSpends: row.earlierSpends.map((one) => ({ ...one, seq: BigInt(one.seq) })),
    explanation: row.explanation,
    corrects:
      seq === null || year === null || correctsOn === null
        ? null
        : { seq, year, effectiveOn: isoDate(correctsOn) },
    correctable: cents(row.correctable),
    exempt:
      row.exemptKind === null || row.exemptUntil === null
        ? null
        : { kind: row.exemptKind, expiresOn: isoDate(row.exemptUntil) },
  };
}
