import { Prisma } from "../generated/client";

const GRANTED = Prisma.sql`FROM reporting_exception x JOIN exception_decision d ON d.exception_id = x.id AND d.outcome = 'granted'`;

/**
 * Waived or not applicable for a whole municipality on a day; null otherwise. Needs w (window). What is asked as known at
 * an instant leaves out what was granted later.
 */
export const exemption = (
  municipality: Prisma.Sql,
  day: string | Prisma.Sql,
  knownAt?: string,
) => Prisma.sql`(
  SELECT x.kind::text ${GRANTED} ${knownAt === undefined ? Prisma.empty : Prisma.sql`AND d.decided_at <= ${knownAt}::timestamptz`}
   WHERE x.window_id = w.id AND x.municipality_id = ${municipality} AND x.area_id IS NULL AND x.kind <> 'later'
     AND x.expires_on >= ${day}::date ORDER BY d.decided_at DESC LIMIT 1)`;

/** The same for one area, or for the whole municipality. Needs w and ar (area). */
export const areaExemption = (day: string) => Prisma.sql`(
  SELECT x.kind::text ${GRANTED}
   WHERE x.window_id = w.id AND x.municipality_id = ar.municipality_id AND (x.area_id IS NULL OR x.area_id = ar.id)
     AND x.kind <> 'later' AND x.expires_on >= ${day}::date ORDER BY d.decided_at DESC LIMIT 1)`;

/** The day on which a municipality is late: that of the window, or the last day of a longer time that was granted. */
export const dueOnFor = (municipality: Prisma.Sql) => Prisma.sql`greatest(w.due_on, (
  SELECT max(x.expires_on) ${GRANTED}
   WHERE x.window_id = w.id AND x.municipality_id = ${municipality} AND x.area_id IS NULL AND x.kind = 'later'))`;
