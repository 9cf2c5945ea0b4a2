/** Prisma hands calendar dates over as midnight UTC; the domain uses yyyy-mm-dd. */
export const isoDate = (date: Date): string => date.toISOString().slice(0, 10);
export const isoDateOrNull = (date: Date | null): string | null => (date === null ? null : isoDate(date));
export const dateOf = (iso: string): Date => new Date(`${iso}T00:00:00Z`);
