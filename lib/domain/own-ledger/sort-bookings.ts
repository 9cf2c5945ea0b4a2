import type { UnreadRow } from "../grid/cell-reader";
import { type Cents, cents } from "../money";
import { type AccountRule, accountFinder, accountKey, type Place } from "./account-mapping";
import { type ColumnMapping, columnPlaces } from "./columns";
import type { Grid } from "./grid";
import { type Booking, readBooking } from "./read-booking";

/** A booking that was taken in before, in this file or with another. */
export interface KnownBooking {
  readonly bookedOn: string;
  readonly number: string;
  readonly line: string;
  readonly account: string;
  readonly costCentre: string;
  readonly amount: Cents;
}

/** Numbers start again each year; within one, number, line and account say which booking it is. */
export const bookingKey = ({
  bookedOn,
  number,
  line,
  account,
  costCentre,
}: Omit<KnownBooking, "amount">): string =>
  JSON.stringify([bookedOn.slice(0, 4), number, line, account, costCentre]);

/** Why a booking is not taken in. */
export type LeftOutWhy =
  | "twice"
  | "before"
  | "outside"
  | "unmapped"
  | "excluded"
  | "elsewhere"
  | "unallocated";

export interface LeftOut {
  readonly why: LeftOutWhy;
  readonly booking: Booking;
  /** Of what stands twice: the row of the first, or null when it is in an earlier import. */
  readonly first: number | null;
  /** Of what stands twice: the other amount, when it is not the same. */
  readonly otherAmount: Cents | null;
}

export interface MappedBooking extends Booking {
  readonly areaId: string;
  readonly themeId: string;
}

export interface SortedBookings {
  readonly taken: readonly MappedBooking[];
  readonly leftOut: readonly LeftOut[];
  /** Lines that cannot be read: with a single one, nothing of the file is taken in. */
  readonly unread: readonly UnreadRow[];
}

export interface SortingContext {
  readonly columns: ColumnMapping;
  readonly accounts: readonly AccountRule[];
  readonly trancheId: string;
  readonly startsOn: string;
  readonly endsOn: string;
  /** "area/theme" of every line that the report can have. */
  readonly places: ReadonlySet<string>;
  readonly known: readonly KnownBooking[];
}

export const placeKey = ({ areaId, themeId }: Pick<Place, "areaId" | "themeId">): string =>
  `${areaId}/${themeId}`;

/** Every line of a file: taken in for the report, left out with its reason, or not to be read. */
export function sortBookings(grid: Grid, context: SortingContext): SortedBookings {
  const places = columnPlaces(context.columns, grid.headings);
  const find = accountFinder(context.accounts);
  const before = new Map(context.known.map((one) => [bookingKey(one), one]));
  const here = new Map<string, Booking>();
  const taken: MappedBooking[] = [];
  const leftOut: LeftOut[] = [];
  const unread: UnreadRow[] = [];
  for (const row of grid.rows) {
    if (row.cells.every((cell) => cell === null || cell.text.trim() === "")) continue;
    const booking = readBooking(row, places);
    if ("reasons" in booking) {
      unread.push(booking);
      continue;
    }
    const leave = (why: LeftOutWhy, first: number | null = null, other: Cents | null = null) => {
      const otherAmount = other === booking.amount ? null : other;
      leftOut.push({ why, booking, first, otherAmount });
    };
    const key = bookingKey(booking);
    const [first, earlier] = [here.get(key), before.get(key)];
    if (first !== undefined) leave("twice", first.row, first.amount);
    else if (earlier !== undefined) leave("before", null, earlier.amount);
    else {
      here.set(key, booking);
      const place = find(booking.account, booking.costCentre);
      const why = reasonToLeave(booking, place, context);
      if (why !== null) leave(why);
      else if (place) taken.push({ ...booking, areaId: place.areaId, themeId: place.themeId });
    }
  }
  return { taken, leftOut, unread };
}

function reasonToLeave(
  booking: Booking,
  place: Place | null | undefined,
  { trancheId, startsOn, endsOn, places }: SortingContext,
): LeftOutWhy | null {
  if (place === undefined) return "unmapped";
  if (place === null) return "excluded";
  if (place.trancheId !== trancheId) return "elsewhere";
  if (booking.bookedOn < startsOn || booking.bookedOn > endsOn) return "outside";
  return places.has(placeKey(place)) ? null : "unallocated";
}

export interface PlaceTotal {
  readonly areaId: string;
  readonly themeId: string;
  readonly count: number;
  readonly total: Cents;
}

/** What is taken in per line of the report. */
export function totalsByPlace(
  bookings: readonly Pick<MappedBooking, "areaId" | "themeId" | "amount">[],
): PlaceTotal[] {
  const totals = new Map<string, PlaceTotal>();
  for (const { areaId, themeId, amount } of bookings) {
    const key = placeKey({ areaId, themeId });
    const { count = 0, total = cents(0n) } = totals.get(key) ?? {};
    totals.set(key, { areaId, themeId, count: count + 1, total: cents(total + amount) });
  }
  return [...totals.values()];
}

export interface AccountTotal {
  readonly account: string;
  readonly costCentre: string;
  /** The first words found with it, so that a person recognises it. */
  readonly example: string;
  readonly count: number;
  readonly total: Cents;
}

/** Accounts of which nobody said what they are, with how much is on them; the largest first. */
export const unmappedAccounts = (leftOut: readonly LeftOut[]): AccountTotal[] =>
  totalsByAccount(leftOut.flatMap(({ why, booking }) => (why === "unmapped" ? [booking] : [])));

/** Every account of a file, also those that were placed before. */
export const accountsOf = ({ taken, leftOut }: SortedBookings): AccountTotal[] =>
  totalsByAccount([...taken, ...leftOut.map(({ booking }) => booking)]);

function totalsByAccount(bookings: readonly Booking[]): AccountTotal[] {
  const totals = new Map<string, AccountTotal>();
  for (const { account, costCentre, amount, description } of bookings) {
    const key = accountKey(account, costCentre);
    const known = totals.get(key);
    totals.set(key, {
      account,
      costCentre,
      example: known?.example || description.slice(0, 80),
      count: (known?.count ?? 0) + 1,
      total: cents((known?.total ?? 0n) + amount),
    });
  }
  const size = ({ total }: AccountTotal) => (total < 0n ? -total : total);
  return [...totals.values()].sort((a, b) => (size(a) < size(b) ? 1 : size(a) > size(b) ? -1 : 0));
}

export const LEFT_OUT = [
  "twice",
  "before",
  "outside",
  "unmapped",
  "excluded",
  "elsewhere",
  "unallocated",
] as const satisfies readonly LeftOutWhy[];

/** How many bookings were left out, by why: what an import remembers of them. */
export const countLeftOut = (leftOut: readonly LeftOut[]): Record<LeftOutWhy, number> => {
  const counts = Object.fromEntries(LEFT_OUT.map((why) => [why, 0])) as Record<LeftOutWhy, number>;
  for (const { why } of leftOut) counts[why] += 1;
  return counts;
};
