const HOUR = 3_600_000;
const TIME = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/;

const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Amsterdam",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

export interface ClockTime {
  /** yyyy-mm-dd */
  readonly date: string;
  /** hh:mm */
  readonly time: string;
}

/** What a clock in the Netherlands shows at an instant. */
export function clockInAmsterdam(at: Date): ClockTime {
  const parts = new Map(clock.formatToParts(at).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? "";
  return {
    date: `${part("year")}-${part("month")}-${part("day")}`,
    time: `${part("hour")}:${part("minute")}`,
  };
}

/** "9.05", "09:05" as hh:mm; null for anything that is not a time of the day. */
export function readTime(text: string): string | null {
  const [, hour, minute] = TIME.exec(text.trim()) ?? [];
  return hour === undefined || minute === undefined ? null : `${hour.padStart(2, "0")}:${minute}`;
}

/**
 * The instant at which a clock in the Netherlands shows this. In the night that summer time ends an hour comes twice:
 * then the later one counts, so that nobody loses an hour. In the night it begins an hour does not exist: null.
 */
export function instantInAmsterdam({ date, time }: ClockTime): Date | null {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  const shows = (at: Date) => {
    const shown = clockInAmsterdam(at);
    return shown.date === date && shown.time === time;
  };
  const [winter, summer] = [new Date(asUtc - HOUR), new Date(asUtc - 2 * HOUR)];
  return [winter, summer].find(shows) ?? null;
}
