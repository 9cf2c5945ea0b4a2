import { Prisma } from "../generated/client";

/** Amounts of a report's lines, summed; `empty` counts the lines without an amount for this period. */
export const LINE_SUMS = Prisma.sql`
  LEFT JOIN LATERAL (
    SELECT count(*)::int AS lines, count(*) FILTER (WHERE l.spent_cents IS NULL)::int AS empty,
           sum(l.spent_cents)::bigint AS spent, sum(l.correction_cents)::bigint AS corrected,
           bool_and(l.spent_cents = 0 AND coalesce(l.correction_cents, 0) = 0) AS zero
      FROM report_line l WHERE l.report_id = r.id) sums ON true`;

/** How a report stands that may not exist. Needs w (window), r (report or null) and the sums above. */
export const reportState = (today: string) => Prisma.sql`CASE
  WHEN r.status = 'accepted' AND sums.zero THEN 'reportedZero'
  WHEN r.status IS NOT NULL THEN r.status::text
  WHEN ${today}::date < w.opens_on THEN 'notDue'
  WHEN ${today}::date <= w.due_on THEN 'due'
  ELSE 'late' END`;

/** Past its date and still with the municipality. */
export const isOverdue = (today: string) =>
  Prisma.sql`(${today}::date > w.due_on AND (r.status IS NULL OR r.status IN ('draft', 'returned')))`;

/** Who has to report in a window: every municipality with a decision in that tranche before the window ends. */
export const REPORTERS = Prisma.sql`
  JOIN LATERAL (
    SELECT DISTINCT a.municipality_id FROM allocation a
     WHERE a.tranche_id = w.tranche_id AND a.programme_id = w.programme_id AND a.decision_on <= w.ends_on) reporter ON true
  JOIN organisation m ON m.id = reporter.municipality_id`;
