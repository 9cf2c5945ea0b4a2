import { dateInAmsterdam } from "./dates";

/** The years in which money of a programme can have been spent by now, the last one first. */
export function moneyYears(
  { horizonFrom, horizonTo }: { horizonFrom: number; horizonTo: number },
  now: Date,
): number[] {
  const last = Math.min(horizonTo, Math.max(horizonFrom, Number(dateInAmsterdam(now).slice(0, 4))));
  return Array.from({ length: last - horizonFrom + 1 }, (_, index) => last - index);
}
