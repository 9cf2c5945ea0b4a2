import { Prisma } from "../generated/client";

/** Whether a window `w` was known at an instant; null was always known. */
export const knownWindow = (knownAt: string): Prisma.Sql =>
  Prisma.sql`(w.created_at IS NULL OR w.created_at <= ${knownAt}::timestamptz)`;

/** The day on which reports of a window `w` had to be there, as it was known at an instant: before what was moved later. */
export const dueOnAsKnown = (knownAt: string): Prisma.Sql => Prisma.sql`
  coalesce((SELECT c.from_due_on FROM window_change c WHERE c.window_id = w.id AND c.changed_at > ${knownAt}::timestamptz
             ORDER BY c.changed_at LIMIT 1), w.due_on)`;
