import type { AsOf } from "../reconciliation/as-of";

/** How far the chain had come: at the known-at instant, before its month (UTC), at the end of that month, and now. */
export interface ChainPlaces {
  readonly known: bigint;
  readonly monthBefore: bigint;
  readonly monthEnd: bigint;
  readonly now: bigint;
}

interface Place {
  readonly seq: bigint;
  /** As AsOf writes it. */
  readonly at: string;
}

interface Strip {
  /** Whether its entries are added to the whole months or taken from them. */
  readonly sign: 1 | -1;
}

/**
 * A question of two dates as whole months and the broken ones beside them. Whole months are those up to and including
 * `effectiveMonth` and `recordedMonth`; of each broken month the smaller side is read.
 */
export interface MonthCut {
  readonly asOf: AsOf;
  /** The last entry that was known. */
  readonly known: bigint;
  /** First days of months. */
  readonly effectiveMonth: string;
  readonly recordedMonth: string;
  /**
   * Entries recorded after one instant, up to and including another, with their numbers; null when nothing is broken. While
   * the month still runs more can come at its end, so that it has no last number.
   */
  readonly recorded:
    | (Strip & { readonly after: Place; readonly upTo: Omit<Place, "seq"> & { readonly seq: bigint | null } })
    | null;
  /** Known entries about these days, both included; null when the date ends a month. */
  readonly effective: (Strip & { readonly from: string; readonly to: string }) | null;
  /** Most was known by then: it is less work to count back from the balances of now. */
  readonly countsBack: boolean;
}

const two = (value: number) => String(value).padStart(2, "0");

export const firstOfMonth = (date: string): string => `${date.slice(0, 7)}-01`;

export function lastOfMonth(date: string): string {
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  return `${date.slice(0, 7)}-${two(new Date(Date.UTC(year, month, 0)).getUTCDate())}`;
}

/** The first day of the month before. */
export function monthBefore(date: string): string {
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  return month === 1 ? `${year - 1}-12-01` : `${year}-${two(month - 1)}-01`;
}

const MIDDLE = "15";

/** What the whole months and the broken ones add up to is exactly what was known at the one date and holds on the other. */
export function monthCut(asOf: AsOf, places: ChainPlaces): MonthCut {
  const { known, now } = places;
  return {
    asOf,
    known,
    ...recordedSide(asOf.knownAt, places),
    ...effectiveSide(asOf.validOn),
    countsBack: known * 2n > now,
  };
}

const endOf = (month: string) => `${lastOfMonth(month)}T23:59:59.999999Z`;

function recordedSide(knownAt: string, places: ChainPlaces): Pick<MonthCut, "recordedMonth" | "recorded"> {
  const [month, earlier] = [firstOfMonth(knownAt), monthBefore(knownAt)];
  const known = { seq: places.known, at: knownAt };
  const [start, end] = [
    { seq: places.monthBefore, at: endOf(earlier) },
    { seq: places.monthEnd, at: endOf(month) },
  ];
  if (end.seq - known.seq > known.seq - start.seq)
    return { recordedMonth: earlier, recorded: { sign: 1, after: start, upTo: known } };
  const over = end.seq < places.now || knownAt >= end.at;
  if (over && end.seq === known.seq) return { recordedMonth: month, recorded: null };
  return {
    recordedMonth: month,
    recorded: { sign: -1, after: known, upTo: { at: end.at, seq: over ? end.seq : null } },
  };
}

function effectiveSide(validOn: string): Pick<MonthCut, "effectiveMonth" | "effective"> {
  const [first, last] = [firstOfMonth(validOn), lastOfMonth(validOn)];
  if (validOn === last) return { effectiveMonth: first, effective: null };
  if (validOn.slice(8) <= MIDDLE)
    return { effectiveMonth: monthBefore(first), effective: { sign: 1, from: first, to: validOn } };
  const next = `${validOn.slice(0, 8)}${two(Number(validOn.slice(8)) + 1)}`;
  return { effectiveMonth: first, effective: { sign: -1, from: next, to: last } };
}
