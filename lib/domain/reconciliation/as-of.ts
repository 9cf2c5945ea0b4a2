/** Every figure is asked with two dates: which facts hold on `validOn`, as far as they were recorded at `knownAt`. */
export interface AsOf {
  /** yyyy-mm-dd */
  readonly validOn: string;
  /** UTC with six decimals, as the ledger keeps its times: "2026-11-23T13:00:00.000000Z". */
  readonly knownAt: string;
}

export type DateProblem = "unreadable" | "future" | "no_such_time";
export type DateReading =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly problem: DateProblem };

const WRITTEN = /^(?:(\d{4})-(\d{2})-(\d{2})|(\d{1,2})-(\d{1,2})-(\d{4}))$/;
const TIMED =
  /^(\d{4}-\d{2}-\d{2}|\d{1,2}-\d{1,2}-\d{4})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,6}))?)?)?\s*(Z|[+-]\d{2}:\d{2})?$/;

const two = (value: number) => String(value).padStart(2, "0");

/** "2025-12-31" or "31-12-2025"; null when there is no such day. */
export function readDate(text: string): string | null {
  const [, y1, m1, d1, d2, m2, y2] = WRITTEN.exec(text.trim()) ?? [];
  const [year, month, day] = [Number(y1 ?? y2), Number(m1 ?? m2), Number(d1 ?? d2)];
  if (!(year >= 1900 && year <= 9999)) return null;
  const back = new Date(Date.UTC(year, month - 1, day));
  if (back.getUTCMonth() !== month - 1 || back.getUTCDate() !== day) return null;
  return `${year}-${two(month)}-${two(day)}`;
}

const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Amsterdam",
  dateStyle: "short",
  timeStyle: "medium",
  hourCycle: "h23",
});

/** Minutes that the clock in the Netherlands is ahead of UTC at an instant. */
function offsetAt(at: number): number {
  const [, day, month, year, hour, minute, second] =
    /^(\d+)\/(\d+)\/(\d+), (\d+):(\d+):(\d+)$/.exec(clock.format(at)) ?? [];
  const local = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  );
  return Math.round((local - at) / 60_000);
}

/** The instant of a Dutch clock time; of an hour that comes twice the second; null for one that is skipped. */
function fromAmsterdam(local: number): number | null {
  const found = [60, 120].filter((offset) => offsetAt(local - offset * 60_000) === offset);
  return found.length === 0 ? null : local - Math.min(...found) * 60_000;
}

const atMicros = (at: number, micros: string) => `${new Date(at).toISOString().slice(0, 19)}.${micros}Z`;

/** The last microsecond that the clock has reached. */
export const instantNow = (now: Date): string => `${now.toISOString().slice(0, 23)}999Z`;

/**
 * A moment on the Dutch clock ("23-11-2026 14:00", "2026-11-23T14:00:07") or with its own zone. What is not said is
 * included: a minute counts to its end, a date to the end of the day. The running minute counts up to now.
 */
export function readInstant(text: string, now: Date): DateReading {
  const [, day = "", hour, minute, second, fraction, zone] = TIMED.exec(text.trim()) ?? [];
  const date = readDate(day);
  if (date === null || (hour === undefined && zone !== undefined))
    return { ok: false, problem: "unreadable" };
  const [h, m, s] = [Number(hour ?? 23), Number(minute ?? 59), Number(second ?? 59)];
  if (h > 23 || m > 59 || s > 59) return { ok: false, problem: "unreadable" };
  const wall = Date.parse(`${date}T${two(h)}:${two(m)}:${two(s)}Z`);
  const at = zone === undefined ? fromAmsterdam(wall) : wall - zoneMinutes(zone) * 60_000;
  if (at === null) return { ok: false, problem: "no_such_time" };
  const said = hour === undefined ? 86_400_000 : second === undefined ? 60_000 : 1000;
  if (at - said + 1000 > now.getTime()) return { ok: false, problem: "future" };
  const value = atMicros(at, fraction === undefined ? "999999" : fraction.padEnd(6, "0"));
  const present = instantNow(now);
  return { ok: true, value: value > present ? present : value };
}

function zoneMinutes(zone: string): number {
  if (zone === "Z") return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
  return zone.startsWith("-") ? -minutes : minutes;
}
