const DUTCH = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

/** "23-11-2026" or "2026-11-23" as yyyy-mm-dd; null for anything that is not a day of the calendar. */
export function readDate(text: string): string | null {
  const dutch = DUTCH.exec(text.trim());
  const iso = ISO.exec(text.trim());
  const [day, month, year] = dutch ? [dutch[1], dutch[2], dutch[3]] : [iso?.[3], iso?.[2], iso?.[1]];
  if (!day || !month || !year) return null;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const real = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(real.getTime()) && real.toISOString().startsWith(date) ? date : null;
}
