import { readSisaAsked, type SisaAsked } from "@/lib/input/sisa";
import type { ProgrammeRow } from "@/lib/queries/programmes/find-programme";
import { dateInAmsterdam } from "@/lib/views/dates";

export interface AskedYear extends Omit<SisaAsked, "year"> {
  readonly today: string;
  readonly year: number;
  /** The years that can be asked for, the last one first. */
  readonly years: readonly number[];
}

/** The year that the address asks for; without one the last year that is over. */
export function askedYear(
  query: Record<string, string | string[] | undefined>,
  programme: ProgrammeRow,
): AskedYear {
  const asked = readSisaAsked(query);
  const today = dateInAmsterdam(new Date());
  const now = Number(today.slice(0, 4));
  const last = Math.min(programme.horizonTo, Math.max(now, programme.horizonFrom));
  const years = Array.from({ length: last - programme.horizonFrom + 1 }, (_, index) => last - index);
  const usual = Math.max(programme.horizonFrom, Math.min(now - 1, last));
  return { ...asked, today, years, year: years.find((one) => one === asked.year) ?? usual };
}
