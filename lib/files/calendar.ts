import { createEvents, type DateArray, type EventAttributes } from "ics";

/** A day, or a moment, for a calendar. */
export interface CalendarDate {
  /** Stays the same while the date moves, so that a calendar moves its own copy. */
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly url: string;
  /** yyyy-mm-dd for a whole day. */
  readonly at: string | Date;
  /** Grows with every change. */
  readonly changes: number;
}

const parts = (date: string): DateArray => {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return [year, month, day];
};
const nextDay = (date: string) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

function eventOf({ id, title, about, url, at, changes }: CalendarDate): EventAttributes {
  const shared = {
    uid: `${id}@geldstroom`,
    title,
    description: about,
    url,
    sequence: changes,
    status: "CONFIRMED",
    busyStatus: "FREE",
    transp: "TRANSPARENT",
  } as const;
  if (typeof at === "string") return { ...shared, start: parts(at), end: parts(nextDay(at)) };
  return {
    ...shared,
    start: at.getTime(),
    startInputType: "utc",
    startOutputType: "utc",
    duration: { minutes: 15 },
  };
}

/** An iCalendar file (RFC 5545). A calendar without dates is one too. */
export function calendarFile(name: string, dates: readonly CalendarDate[]): string {
  const { error, value } = createEvents(dates.map(eventOf), {
    productId: "-//Geldstroom//Rapportageperioden//NL",
    method: "PUBLISH",
    calName: name,
  });
  if (error !== null || value === null || value === undefined)
    throw error ?? new Error("The calendar has no text.");
  return value;
}
