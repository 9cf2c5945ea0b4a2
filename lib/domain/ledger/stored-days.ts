const DAYS_IN_400_YEARS = 146_097;
const MICROSECONDS_A_DAY = 86_400_000_000n;
/** More than any journal has; one that was made to have more makes them again. */
const KEPT = 50_000;
const encoder = new TextEncoder();

/** A calendar date as the hash covers it, with the month that it falls in. */
export interface StoredDay {
  /** yyyy-mm-dd, as PostgreSQL writes it: years have more digits from 10000 on, and no sign before the first. */
  readonly text: Uint8Array;
  /** The first day of its month, in the same form. */
  readonly month: string;
}

/** Date reaches less far than dates of PostgreSQL do, and the calendar repeats itself every 400 years. */
function dayOf(days: number): StoredDay {
  const turns = Math.floor(days / DAYS_IN_400_YEARS);
  const date = new Date((days - turns * DAYS_IN_400_YEARS) * 86_400_000);
  const year = date.getUTCFullYear() + 400 * turns;
  const digits = (value: number, least = 2) => String(value).padStart(least, "0");
  const month = `${digits(year > 0 ? year : 1 - year, 4)}-${digits(date.getUTCMonth() + 1)}`;
  return { text: encoder.encode(`${month}-${digits(date.getUTCDate())}`), month: `${month}-01` };
}

/** The days of a journal: many entries, few days. */
export class StoredDays {
  readonly #known = new Map<number, StoredDay>();

  /** @param days since 1 January 1970. */
  at(days: number): StoredDay {
    let day = this.#known.get(days);
    if (day === undefined) {
      if (this.#known.size >= KEPT) this.#known.clear();
      day = dayOf(days);
      this.#known.set(days, day);
    }
    return day;
  }
}

/** Number of the day since 1 January 1970, and the microseconds since it began. */
export interface SplitInstant {
  readonly days: number;
  readonly rest: number;
}

/** @param instant in microseconds since 1 January 1970 in UTC. */
export function splitInstant(instant: bigint): SplitInstant {
  const rest = ((instant % MICROSECONDS_A_DAY) + MICROSECONDS_A_DAY) % MICROSECONDS_A_DAY;
  return { days: Number((instant - rest) / MICROSECONDS_A_DAY), rest: Number(rest) };
}

/** @param instant in microseconds since 1970 in UTC. @returns as the hash covers it, with six decimals. */
export function instantText(instant: bigint): string {
  const { days, rest } = splitInstant(instant);
  const digits = (value: number, least = 2) => String(value).padStart(least, "0");
  const seconds = Math.floor(rest / 1_000_000);
  const time = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((one) => digits(one))
    .join(":");
  return `${new TextDecoder().decode(dayOf(days).text)}T${time}.${digits(rest % 1_000_000, 6)}Z`;
}
