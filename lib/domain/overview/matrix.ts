import { type Cents, cents } from "../money";
import {
  type ReportStanding,
  type StreamFigure,
  type StreamMeasure,
  type StreamReport,
  sumOf,
  yearsIn,
} from "./stream-figures";

/** Why a cell has no amount. */
export type MissingCell = "late" | "expected" | "not_due" | "none";

export interface MatrixCell {
  readonly year: number | null;
  readonly amount: Cents | null;
  readonly missing: MissingCell;
  /** Reports of the year that are late although there is an amount: it is not whole. */
  readonly late: number;
}

export interface MatrixRow {
  readonly municipalityId: string;
  readonly cells: readonly MatrixCell[];
  readonly total: Cents | null;
  readonly late: number;
}

export interface Matrix {
  readonly years: readonly (number | null)[];
  readonly rows: readonly MatrixRow[];
  readonly totals: readonly (Cents | null)[];
  readonly total: Cents | null;
  /** The largest cell, for the length of its bar. */
  readonly most: Cents;
}

/** The first of these that a year has is what its cell says. */
const WORST: readonly (readonly [ReportStanding, MissingCell])[] = [
  ["late", "late"],
  ["due", "expected"],
  ["reviewed", "expected"],
  ["not_due", "not_due"],
];

/**
 * One measure per municipality and year. Sums go over the amounts that are there; a cell without one says why, and is
 * no zero: only a report that was accepted makes spend of nothing a zero.
 */
export function matrixOf(
  figures: readonly StreamFigure[],
  reports: readonly StreamReport[],
  measure: StreamMeasure,
  municipalityIds: readonly string[],
): Matrix {
  const own = figures.filter((figure) => figure.measure === measure && figure.municipalityId !== null);
  const asked = measure === "spent" ? reports : [];
  const years = yearsIn(own, asked);
  const rows = municipalityIds.map((municipalityId): MatrixRow => {
    const mine = own.filter((figure) => figure.municipalityId === municipalityId);
    const windows = asked.filter((report) => report.municipalityId === municipalityId);
    const cells = years.map((year) =>
      cellOf(
        year,
        mine.filter((figure) => figure.year === year),
        windows.filter((report) => report.year === year),
        measure,
      ),
    );
    return {
      municipalityId,
      cells,
      total: added(cells.map(({ amount }) => amount)),
      late: cells.reduce((all, { late }) => all + late, 0),
    };
  });
  const totals = years.map((_, index) => added(rows.map(({ cells }) => cells[index]?.amount ?? null)));
  const amounts = rows.flatMap(({ cells }) => cells.map(({ amount }) => amount ?? cents(0n)));
  return {
    years,
    rows,
    totals,
    total: added(totals),
    most: amounts.reduce((high, one) => (one > high ? one : high), cents(0n)),
  };
}

function cellOf(
  year: number | null,
  figures: readonly StreamFigure[],
  reports: readonly StreamReport[],
  measure: StreamMeasure,
): MatrixCell {
  const late = reports.filter(({ standing }) => standing === "late").length;
  const booked = sumOf(figures, measure);
  const reported = reports.some(({ standing }) => standing === "accepted");
  const amount = booked ?? (reported ? cents(0n) : null);
  const missing = WORST.find(([standing]) => reports.some((one) => one.standing === standing))?.[1] ?? "none";
  return { year, amount, missing, late };
}

function added(amounts: readonly (Cents | null)[]): Cents | null {
  const known = amounts.filter((amount) => amount !== null);
  return known.length === 0 ? null : cents(known.reduce((all, one) => all + one, 0n));
}
