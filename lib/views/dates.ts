import { NBSP } from "./digits";
import type { Locale } from "./locale";

/** A calendar date as text: "2026-11-23". A Date is read as midnight UTC, the way the database hands it over. */
export type CalendarDate = string | Date;

const MONTHS = {
  nl: [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
  ],
  en: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
} as const;

type Parts = { year: number; month: number; day: number };

function partsOf(date: CalendarDate): Parts {
  const text = typeof date === "string" ? date : date.toISOString();
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(text);
  if (match === null) throw new RangeError(`not a calendar date: ${text}`);
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
}

const two = (value: number) => value.toString().padStart(2, "0");
const monthName = (month: number, locale: Locale) => MONTHS[locale][month - 1] ?? "";

/** "23-11-2026"; in English "23 Nov 2026", which nobody reads as a month first. */
export function shortDate(date: CalendarDate, locale: Locale): string {
  const { year, month, day } = partsOf(date);
  if (locale === "nl") return `${two(day)}-${two(month)}-${year}`;
  return `${two(day)}${NBSP}${monthName(month, locale).slice(0, 3)}${NBSP}${year}`;
}

/** "23 november 2026". */
export function longDate(date: CalendarDate, locale: Locale): string {
  const { year, month, day } = partsOf(date);
  return `${day}${NBSP}${monthName(month, locale)} ${year}`;
}

const amsterdam = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Amsterdam",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});

function onTheClock(at: Date) {
  const found = new Map(amsterdam.formatToParts(at).map((part) => [part.type, part.value]));
  const part = (type: Intl.DateTimeFormatPartTypes) => found.get(type) ?? "";
  return {
    date: `${part("year")}-${part("month")}-${part("day")}`,
    minute: `${part("hour")}:${part("minute")}`,
    second: `${part("hour")}:${part("minute")}:${part("second")}`,
    hour: Number(part("hour")),
    minutes: part("minute"),
  };
}

/** The calendar date it is in the Netherlands at an instant. */
export function dateInAmsterdam(at: Date): string {
  return onTheClock(at).date;
}

/** "23-11-2026 14:00", Dutch clock time. Ledgers show the seconds as well. */
export function instant(at: Date, locale: Locale, precision: "minute" | "second" = "minute"): string {
  const clock = onTheClock(at);
  return `${shortDate(clock.date, locale)} ${clock[precision]}`;
}

/** "23 november 2026, 14.00 uur". */
export function longInstant(at: Date, locale: Locale): string {
  const clock = onTheClock(at);
  const day = longDate(clock.date, locale);
  return locale === "nl" ? `${day}, ${clock.hour}.${clock.minutes}${NBSP}uur` : `${day}, ${clock.minute}`;
}

/** Whole calendar days from one date to another; negative when the second is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  const noon = ({ year, month, day }: Parts) => Date.UTC(year, month - 1, day, 12);
  return Math.round((noon(partsOf(to)) - noon(partsOf(from))) / 86_400_000);
}

const plural = (days: number, one: string, many: string) => (days === 1 ? one : many);

/** How a due date stands today: "12 dagen te laat", "vandaag", "nog 7 dagen". */
export function dueIn(due: CalendarDate, today: CalendarDate, locale: Locale): string {
  const days = daysBetween(today, due);
  if (days === 0) return locale === "nl" ? "vandaag" : "today";
  const size = Math.abs(days);
  if (days < 0)
    return locale === "nl"
      ? `${size} ${plural(size, "dag", "dagen")} te laat`
      : `${size} ${plural(size, "day", "days")} late`;
  return locale === "nl"
    ? `nog ${size} ${plural(size, "dag", "dagen")}`
    : `${size} ${plural(size, "day", "days")} left`;
}

/** For lists of recent changes: "vandaag 13.41", "gisteren 9.55", "20 november 16.18", with the year when it is another. */
export function recently(at: Date, now: Date, locale: Locale): string {
  const clock = onTheClock(at);
  const today = dateInAmsterdam(now);
  const time = locale === "nl" ? `${clock.hour}.${clock.minutes}` : clock.minute;
  const days = daysBetween(clock.date, today);
  if (days === 0) return `${locale === "nl" ? "vandaag" : "today"} ${time}`;
  if (days === 1) return `${locale === "nl" ? "gisteren" : "yesterday"} ${time}`;
  const { year, month, day } = partsOf(clock.date);
  const dated = `${day}${NBSP}${monthName(month, locale)}`;
  return today.startsWith(String(year)) ? `${dated} ${time}` : `${dated} ${year} ${time}`;
}
