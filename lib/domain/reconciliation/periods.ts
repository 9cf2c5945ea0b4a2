import { cents } from "../money";
import type { Cause, Difference } from "./difference";
import type { Position } from "./positions";

/** A reporting window of a tranche, and whether this municipality's report on it was accepted at the known-at date. */
export interface WindowState {
  readonly trancheId: string;
  readonly municipalityId: string;
  readonly code: string;
  readonly year: number;
  readonly endsOn: string;
  readonly dueOn: string;
  readonly accepted: boolean;
}

export interface Today {
  readonly validOn: string;
  /** The calendar date in the Netherlands at the known-at instant. */
  readonly knownOn: string;
}

type YearState = { readonly cause: Cause; readonly windows: readonly string[] };

/** Why a year is not spent in full: a report that is late, a period that still runs, or simply money left. */
function stateOfYear(year: number, windows: readonly WindowState[], { validOn, knownOn }: Today): YearState {
  const open = windows.filter((one) => one.year === year && !one.accepted);
  const late = open.filter(({ endsOn, dueOn }) => endsOn <= validOn && dueOn < knownOn);
  if (late.length > 0) return { cause: "missing_report", windows: late.map(({ code }) => code) };
  const none = windows.every((one) => one.year !== year);
  if (open.length > 0 || (none && `${year}-12-31` > validOn))
    return { cause: "period_open", windows: open.map(({ code }) => code) };
  return { cause: "not_yet_spent", windows: [] };
}

/** What was allocated and not spent, year by year, each year under the reason that holds for it. */
export function unspentDifferences(
  positions: readonly Position[],
  windows: readonly WindowState[],
  today: Today,
): Difference[] {
  const years = new Map<number, bigint>();
  for (const { kind, year, amount } of positions) {
    if (year === null || (kind !== "allocated" && kind !== "spent")) continue;
    years.set(year, (years.get(year) ?? 0n) + (kind === "allocated" ? amount : -amount));
  }
  const causes = new Map<Cause, { amount: bigint; years: number[]; windows: string[] }>();
  for (const [year, left] of [...years].sort(([a], [b]) => a - b)) {
    if (left === 0n) continue;
    const state = stateOfYear(year, windows, today);
    const cause = left < 0n ? "spent_above_year" : state.cause;
    const known = causes.get(cause) ?? { amount: 0n, years: [], windows: [] };
    causes.set(cause, {
      amount: known.amount + left,
      years: [...known.years, year],
      windows: [...known.windows, ...(cause === state.cause ? state.windows : [])],
    });
  }
  return [...causes].map(([cause, { amount, ...about }]) => ({
    key: cause,
    cause,
    amount: cents(amount),
    about: { is: "years", ...about },
  }));
}
