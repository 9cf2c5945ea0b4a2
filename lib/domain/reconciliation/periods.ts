import type { Cause, Difference } from "./difference";
import { linesOf, type Movements, type Place } from "./selector";
import { leftOver } from "./timing";

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

/** Whose report should have been there. */
export const isLate = ({ accepted, endsOn, dueOn }: WindowState, { validOn, knownOn }: Today): boolean =>
  !accepted && endsOn <= validOn && dueOn < knownOn;

type YearState = { readonly cause: Cause; readonly windows: readonly string[] };

/** Why a year is not spent in full: a report that is late, a period that still runs, or simply money left. */
function stateOfYear(year: number, windows: readonly WindowState[], today: Today): YearState {
  const open = windows.filter((one) => one.year === year && !one.accepted);
  const late = open.filter((one) => isLate(one, today));
  if (late.length > 0) return { cause: "missing_report", windows: late.map(({ code }) => code) };
  const none = windows.every((one) => one.year !== year);
  if (open.length > 0 || (none && `${year}-12-31` > today.validOn))
    return { cause: "period_open", windows: open.map(({ code }) => code) };
  return { cause: "not_yet_spent", windows: [] };
}

interface Unspent {
  readonly place: Place;
  readonly movements: Movements;
  /** Themes that no settlement closed. */
  readonly themeIds: readonly (string | null)[];
  readonly windows: readonly WindowState[];
}

/** What was allocated and not spent, year by year, each year under the reason that holds for it. */
export function unspentDifferences(
  { place, movements, themeIds, windows }: Unspent,
  today: Today,
): Difference[] {
  const left = new Map<number, bigint>();
  for (const { kind, year, amount, themeId } of movements.positions) {
    if (year === null || !themeIds.includes(themeId) || (kind !== "allocated" && kind !== "spent")) continue;
    left.set(year, (left.get(year) ?? 0n) + (kind === "allocated" ? amount : -amount));
  }
  const causes = new Map<Cause, { years: number[]; windows: string[] }>();
  for (const [year, amount] of [...left].sort(([a], [b]) => a - b)) {
    if (amount === 0n) continue;
    const state = stateOfYear(year, windows, today);
    const cause = amount < 0n ? "spent_above_year" : state.cause;
    const known = causes.get(cause) ?? { years: [], windows: [] };
    known.years.push(year);
    if (cause === state.cause) known.windows.push(...state.windows);
    causes.set(cause, known);
  }
  return [...causes].flatMap(([cause, { years, windows: codes }]) =>
    leftOver(
      {
        cause,
        lines: [linesOf(place, { allocated: 1, spent: -1 }, { themeIds, years })],
        taken: linesOf(place, { spent: 1 }, { themeIds, years, when: "later" }),
        told: {
          about: { is: "years", years, windows: codes },
          items: codes.map((code) => ({ is: "window", code })),
        },
      },
      movements,
    ),
  );
}
