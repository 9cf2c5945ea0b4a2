import { Prisma } from "../generated/client";

/** What is asked as known at an instant leaves out what was granted later. */
const granted = (knownAt?: string) => Prisma.sql`
  FROM reporting_exception x JOIN exception_decision d ON d.exception_id = x.id AND d.outcome = 'granted'
   ${knownAt === undefined ? Prisma.empty : Prisma.sql`AND d.decided_at <= ${knownAt}::timestamptz`}`;

/** Not asked to report on a day in window w. */
const lifted = (municipality: Prisma.Sql, day: string | Prisma.Sql) =>
  Prisma.sql`x.window_id = w.id AND x.municipality_id = ${municipality} AND x.kind <> 'later' AND x.expires_on >= ${day}::date`;

/**
 * Waived or not applicable for a municipality on a day, as a whole or because every area is that it was allocated anything
 * for; null otherwise. Needs w (window).
 */
export const exemption = (
  municipality: Prisma.Sql,
  day: string | Prisma.Sql,
  knownAt?: string,
) => Prisma.sql`coalesce((
  SELECT x.kind::text ${granted(knownAt)}
   WHERE ${lifted(municipality, day)} AND x.area_id IS NULL ORDER BY d.decided_at DESC LIMIT 1),
  (SELECT CASE WHEN bool_and(each_area.kind IS NOT NULL)
            THEN CASE WHEN bool_or(each_area.kind = 'waived') THEN 'waived' ELSE 'not_applicable' END END
     FROM (SELECT DISTINCT al.area_id FROM allocation al WHERE al.programme_id = w.programme_id
             AND al.tranche_id = w.tranche_id AND al.municipality_id = ${municipality} AND al.decision_on <= w.ends_on
             -- Nearly nobody has an exception for an area, and then there is nothing to look at.
             AND EXISTS (SELECT 1 FROM reporting_exception y WHERE y.window_id = w.id
               AND y.municipality_id = ${municipality} AND y.area_id IS NOT NULL)) held
     LEFT JOIN LATERAL (SELECT x.kind::text AS kind ${granted(knownAt)}
       WHERE ${lifted(municipality, day)} AND x.area_id = held.area_id ORDER BY d.decided_at DESC LIMIT 1) each_area ON true))`;

/** The exception for one area, or for the whole municipality: its kind and last day. Needs w and ar (area). */
export const areaException = (day: string | Prisma.Sql) => Prisma.sql`
  SELECT x.kind::text AS kind, x.expires_on ${granted()}
   WHERE ${lifted(Prisma.sql`ar.municipality_id`, day)} AND (x.area_id IS NULL OR x.area_id = ar.id)
   ORDER BY d.decided_at DESC LIMIT 1`;

/** The kind alone. */
export const areaExemption = (day: string | Prisma.Sql) =>
  Prisma.sql`(SELECT one.kind FROM (${areaException(day)}) one)`;

/**
 * The day on which it matters what a report was exempt from: today as long as it is with the municipality, and else the day
 * on which it was handed in. Needs r (report or null).
 */
export const askedOn = (today: string) => Prisma.sql`CASE WHEN r.status IN ('submitted', 'signed', 'accepted')
  THEN coalesce((SELECT (max(e.at) AT TIME ZONE 'Europe/Amsterdam')::date FROM report_event e
    WHERE e.report_id = r.id AND e.action = 'submitted'), ${today}::date) ELSE ${today}::date END`;

/** The last day of a longer time that was granted to a municipality as a whole; null without. Needs w (window). */
export const grantedUntil = (municipality: Prisma.Sql) => Prisma.sql`(
  SELECT max(x.expires_on) ${granted()}
   WHERE x.window_id = w.id AND x.municipality_id = ${municipality} AND x.area_id IS NULL AND x.kind = 'later')`;

/** The areas of a municipality that have a longer time of their own today, each with its last day. Needs w (window). */
export const areasGrantedUntil = (municipality: Prisma.Sql) => Prisma.sql`coalesce((
  SELECT jsonb_agg(jsonb_build_object('area', one.name, 'until', to_char(one.last_day, 'YYYY-MM-DD')) ORDER BY one.name)
    FROM (SELECT ar.name, max(x.expires_on) AS last_day ${granted()} JOIN area ar ON ar.id = x.area_id
           WHERE x.window_id = w.id AND x.municipality_id = ${municipality} AND x.kind = 'later' AND x.expires_on >= security.today()
           GROUP BY ar.id) one), '[]')`;

/** The day on which a municipality is late: that of the window, or the last day of a longer time that was granted. */
export const dueOnFor = (municipality: Prisma.Sql) =>
  Prisma.sql`greatest(w.due_on, ${grantedUntil(municipality)})`;
