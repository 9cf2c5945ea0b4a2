import { type Cents, cents } from "../money";
import type { ScenarioLine, ScenarioPlace } from "./scenario";

export const SCENARIO_LEVELS = ["stream", "municipality", "area", "year"] as const;
export type ScenarioLevel = (typeof SCENARIO_LEVELS)[number];

/** What is allocated now on one place in one year, in cents. */
export interface PresentCell
  extends Pick<ScenarioPlace, "streamId" | "stream" | "municipalityId" | "municipality" | "areaId" | "area"> {
  readonly year: number;
  readonly amount: Cents;
}

/** A stream, municipality, area or year: now, in the scenario, and what that differs. */
export interface EffectRow {
  readonly key: string;
  readonly name: string;
  /** Null where nothing is allocated now. */
  readonly present: Cents | null;
  readonly scenario: Cents;
  readonly difference: Cents;
}

type Cell = Omit<PresentCell, "amount"> & { readonly amount: bigint };

const keyOf = (cell: Cell, level: ScenarioLevel): readonly [key: string, name: string] =>
  level === "stream"
    ? [cell.streamId, cell.stream]
    : level === "municipality"
      ? [cell.municipalityId, cell.municipality]
      : level === "area"
        ? [cell.areaId, cell.area]
        : [String(cell.year), String(cell.year)];

/** What the lines add and take away, as cells like those of the present. */
const changesOf = (lines: readonly ScenarioLine[]): Cell[] =>
  lines.flatMap(({ from, to, years }) =>
    years.flatMap(({ year, amount }) => [
      ...(from === null ? [] : [{ ...from, year, amount: -amount }]),
      ...(to === null ? [] : [{ ...to, year, amount }]),
    ]),
  );

/** Present, scenario and difference at one level, in the order of the names; what stays as it is stands there too. */
export function effectOf(
  present: readonly PresentCell[],
  lines: readonly ScenarioLine[],
  level: ScenarioLevel,
): EffectRow[] {
  const rows = new Map<string, { name: string; present: bigint | null; difference: bigint }>();
  const rowOf = (cell: Cell) => {
    const [key, name] = keyOf(cell, level);
    const row = rows.get(key) ?? { name, present: null, difference: 0n };
    rows.set(key, row);
    return row;
  };
  for (const cell of present) {
    const row = rowOf(cell);
    row.present = (row.present ?? 0n) + cell.amount;
  }
  for (const change of changesOf(lines)) rowOf(change).difference += change.amount;
  return [...rows]
    .map(([key, { name, present: now, difference }]) => ({
      key,
      name,
      present: now === null ? null : cents(now),
      scenario: cents((now ?? 0n) + difference),
      difference: cents(difference),
    }))
    .sort(byName);
}

const byName = (a: EffectRow, b: EffectRow) => a.name.localeCompare(b.name, "nl");

/** A row with the amount that a second scenario has there. */
export interface ComparedRow extends EffectRow {
  readonly second: Cents;
  /** Second less first. */
  readonly between: Cents;
}

/** Two effects over the same present, row by row; what only one of them touches stands there too. */
export function compared(first: readonly EffectRow[], second: readonly EffectRow[]): ComparedRow[] {
  const [mine, theirs] = [first, second].map((rows) => new Map(rows.map((row) => [row.key, row])));
  const keys = [...new Set([...first, ...second].map(({ key }) => key))];
  return keys
    .flatMap((key): ComparedRow[] => {
      const row = mine?.get(key) ?? theirs?.get(key);
      if (row === undefined) return [];
      const still = row.present ?? cents(0n);
      const scenario = mine?.get(key)?.scenario ?? still;
      const other = theirs?.get(key)?.scenario ?? still;
      const difference = cents(scenario - still);
      return [{ ...row, scenario, difference, second: other, between: cents(other - scenario) }];
    })
    .sort(byName);
}

/** The rows together. */
export function effectTotal(
  rows: readonly EffectRow[],
): Readonly<Record<"present" | "scenario" | "difference", Cents>> {
  const total = (of: "present" | "scenario" | "difference") =>
    cents(rows.reduce((all, row) => all + (row[of] ?? 0n), 0n));
  return { present: total("present"), scenario: total("scenario"), difference: total("difference") };
}
