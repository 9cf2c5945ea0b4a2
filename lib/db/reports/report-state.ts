import { Prisma } from "../generated/client";
import { areaExemption, askedOn, dueOnFor, exemption } from "../windows/exempt";

/**
 * Amounts of a report's lines, summed; `empty` counts the lines without an amount for this period. What is left empty of an
 * area that is exempt is no line that anything is asked on. Needs w, m and r.
 */
export const lineSums = (today: string) => Prisma.sql`
  LEFT JOIN LATERAL (
    SELECT array_agg(ar.id) AS areas FROM area ar
     WHERE r.id IS NOT NULL AND ar.municipality_id = m.id AND ar.programme_id = w.programme_id
       AND ${areaExemption(askedOn(today))} IS NOT NULL) exempt ON true
  LEFT JOIN LATERAL (
    SELECT (count(*) FILTER (WHERE l.spent_cents IS NOT NULL OR NOT l.area_id = ANY (coalesce(exempt.areas, '{}'))))::int AS lines,
           (count(*) FILTER (WHERE l.spent_cents IS NULL AND NOT l.area_id = ANY (coalesce(exempt.areas, '{}'))))::int AS empty,
           sum(l.spent_cents)::bigint AS spent, sum(l.correction_cents)::bigint AS corrected,
           bool_and(l.spent_cents = 0 AND coalesce(l.correction_cents, 0) = 0) AS zero
      FROM report_line l WHERE l.report_id = r.id) sums ON true`;

const MUNICIPALITY = Prisma.sql`m.id`;

/** When this municipality's report is due, with the longer time it was granted. Needs w and m. */
export const DUE_ON = dueOnFor(MUNICIPALITY);

/**
 * How a report stands that may not exist. Needs w (window), m (municipality), r (report or null) and the sums above.
 * What was reported stands above an exception; a draft does not.
 */
export const reportState = (today: string) => Prisma.sql`CASE
  WHEN r.status = 'accepted' AND sums.zero THEN 'reportedZero'
  WHEN r.status IS NOT NULL AND r.status <> 'draft' THEN r.status::text
  WHEN ${exemption(MUNICIPALITY, today)} = 'waived' THEN 'waived'
  WHEN ${exemption(MUNICIPALITY, today)} = 'not_applicable' THEN 'notApplicable'
  WHEN r.status IS NOT NULL THEN r.status::text
  WHEN ${today}::date < w.opens_on THEN 'notDue'
  WHEN ${today}::date <= ${DUE_ON} THEN 'due'
  ELSE 'late' END`;

/** Past its date and still with the municipality, which has to report. */
export const isOverdue = (today: string) =>
  Prisma.sql`(${today}::date > ${DUE_ON} AND (r.status IS NULL OR r.status IN ('draft', 'returned'))
    AND ${exemption(MUNICIPALITY, today)} IS NULL)`;

/** Who has to report in a window: every municipality with a decision in that tranche before the window ends. */
export const REPORTERS = Prisma.sql`
  JOIN LATERAL (
    SELECT DISTINCT a.municipality_id FROM allocation a
     WHERE a.tranche_id = w.tranche_id AND a.programme_id = w.programme_id AND a.decision_on <= w.ends_on) reporter ON true
  JOIN organisation m ON m.id = reporter.municipality_id`;
