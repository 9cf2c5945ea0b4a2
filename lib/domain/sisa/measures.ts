import { type Cents, cents, sum } from "../money";

/** What Geldstroom knows of the indicators; the other columns of an annex are the municipality's own. */
export const SISA_MEASURES = ["spent", "correction", "cumulative", "final"] as const;
export type SisaMeasure = (typeof SISA_MEASURES)[number];

/** An accepted amount in the journal, with the year it is about and the year in which it was reported. */
export interface SisaMove {
  readonly seq: bigint;
  readonly kind: "spent" | "spend_corrected";
  readonly place: string;
  readonly about: number;
  readonly reportedIn: number;
  readonly amount: Cents;
}

export interface YearMeasures {
  /** Cumulative up to and including the year before. */
  readonly before: Cents;
  /** Of this year, with corrections that were made within it. */
  readonly spent: Cents;
  /** Reported this year about earlier years. */
  readonly correction: Cents;
  readonly cumulative: Cents;
}

const total = (moves: readonly SisaMove[]) => sum(moves.map(({ amount }) => amount));
export const correctsEarlier = (move: SisaMove): boolean => move.about < move.reportedIn;

/** The earlier years stay as they were: what was reported later about them is the correction of the later year. */
export function measuresOf(moves: readonly SisaMove[], year: number): YearMeasures {
  const before = total(moves.filter(({ reportedIn }) => reportedIn < year));
  const now = moves.filter(({ reportedIn }) => reportedIn === year);
  const spent = total(now.filter((move) => !correctsEarlier(move)));
  const correction = total(now.filter(correctsEarlier));
  return { before, spent, correction, cumulative: cents(before + spent + correction) };
}
