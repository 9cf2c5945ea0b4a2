import type { BlockingReason } from "../refusal";
import { clockInAmsterdam } from "./amsterdam-time";
import { dayAfter } from "./period";
import type { KnownWindow, WindowDates } from "./reporting-window";

export interface AskedWindow extends WindowDates {
  readonly code: string;
  readonly year: number;
  readonly startsOn: string;
  readonly endsOn: string;
}

interface Around {
  /** Every other window of the tranche. */
  readonly others: readonly KnownWindow[];
  readonly firstYear: number | null;
  readonly lastYear: number | null;
  readonly now: Date;
}

const reason = (
  code: string,
  field: string,
  facts: Readonly<Record<string, string>> = {},
): BlockingReason => ({ code: `windows.reasons.${code}`, field, facts });

const closedOn = ({ closesAt, dueOn }: KnownWindow) =>
  closesAt === null ? dueOn : clockInAmsterdam(closesAt).date;

/** The windows right before and right after these days; those that overlap are neither. */
function neighbours(startsOn: string, endsOn: string, others: readonly KnownWindow[]) {
  const before = others.filter((one) => one.endsOn < startsOn).sort((a, b) => (a.endsOn < b.endsOn ? 1 : -1));
  const after = others
    .filter((one) => one.startsOn > endsOn)
    .sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  return { before: before[0], after: after[0] };
}

/** W11 and W12: periods follow each other, close in that order, and one is open at a time. */
function orderReasons(asked: AskedWindow, others: readonly KnownWindow[]): BlockingReason[] {
  const { before, after } = neighbours(asked.startsOn, asked.endsOn, others);
  const closing = clockInAmsterdam(asked.closesAt).date;
  const found: BlockingReason[] = [];
  if (before !== undefined && dayAfter(before.endsOn) !== asked.startsOn)
    found.push(
      reason("gap_before", "period", {
        window: before.code,
        nextOn: dayAfter(before.endsOn),
        startsOn: asked.startsOn,
      }),
    );
  if (after !== undefined && dayAfter(asked.endsOn) !== after.startsOn)
    found.push(
      reason("gap_after", "period", { window: after.code, startsOn: after.startsOn, endsOn: asked.endsOn }),
    );
  return [...found, ...timeReasons(asked, closing, before, after)];
}

function timeReasons(
  dates: Pick<WindowDates, "opensOn" | "dueOn">,
  closingOn: string,
  before: KnownWindow | undefined,
  after: KnownWindow | undefined,
): BlockingReason[] {
  const found: BlockingReason[] = [];
  if (before !== undefined && before.dueOn >= dates.dueOn)
    found.push(reason("due_order", "dueOn", { window: before.code, otherOn: before.dueOn }));
  if (before !== undefined && closedOn(before) >= dates.opensOn)
    found.push(reason("still_open", "opensOn", { window: before.code, otherOn: closedOn(before) }));
  if (after !== undefined && after.opensOn <= closingOn)
    found.push(reason("next_open", "closesOn", { window: after.code, otherOn: after.opensOn }));
  return found;
}

function dateReasons({ opensOn, dueOn, closesAt }: WindowDates, now: Date): BlockingReason[] {
  const found: BlockingReason[] = [];
  if (dueOn < opensOn) found.push(reason("due_before_open", "dueOn", { opensOn, dueOn }));
  const closingOn = clockInAmsterdam(closesAt).date;
  if (closingOn < dueOn) found.push(reason("closes_before_due", "closesOn", { dueOn, closingOn }));
  if (closesAt <= now)
    found.push(reason("closes_in_past", "closesOn", { todayOn: clockInAmsterdam(now).date }));
  return found;
}

/** Everything that stands in the way of opening this window, at once. */
export function openingReasons(asked: AskedWindow, around: Around): BlockingReason[] {
  const { others, firstYear, lastYear } = around;
  const found: BlockingReason[] = [];
  if ((firstYear !== null && asked.year < firstYear) || (lastYear !== null && asked.year > lastYear))
    found.push(
      reason("outside_tranche", "year", { first: String(firstYear ?? ""), last: String(lastYear ?? "") }),
    );
  if (others.some(({ code }) => code === asked.code))
    found.push(reason("exists", "period", { window: asked.code }));
  for (const one of others) {
    if (one.code === asked.code || one.endsOn < asked.startsOn || one.startsOn > asked.endsOn) continue;
    found.push(
      reason("overlaps", "period", { window: one.code, startsOn: one.startsOn, endsOn: one.endsOn }),
    );
  }
  if (asked.opensOn <= asked.endsOn)
    found.push(reason("opens_early", "opensOn", { endsOn: asked.endsOn, opensOn: asked.opensOn }));
  return [...found, ...dateReasons(asked, around.now), ...orderReasons(asked, others)];
}

/** Everything that stands in the way of these other dates for a window that exists. */
export function changeReasons(
  window: KnownWindow,
  to: Pick<WindowDates, "dueOn" | "closesAt">,
  others: readonly KnownWindow[],
  now: Date,
): BlockingReason[] {
  const dates = { opensOn: window.opensOn, ...to };
  const { before, after } = neighbours(window.startsOn, window.endsOn, others);
  const found: BlockingReason[] = [];
  if (to.dueOn === window.dueOn && to.closesAt.getTime() === window.closesAt?.getTime())
    found.push(reason("nothing_changed", "dueOn"));
  // That it overlaps in time with the one before was decided when it was opened; what is changed here is its end.
  const order = timeReasons(dates, clockInAmsterdam(to.closesAt).date, before, after);
  return [...found, ...dateReasons(dates, now), ...order.filter(({ field }) => field !== "opensOn")];
}
