import type { Cents } from "../money";
import { type DecisionGroup, groupDecisions, type SisaAllocation } from "./decision-groups";
import { correctsEarlier, measuresOf, type SisaMeasure, type SisaMove, type YearMeasures } from "./measures";
import type { Tolerance } from "./tolerance";

export interface SisaStream {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

export interface SisaIndicator {
  readonly number: string;
  readonly label: string;
  readonly control: string | null;
  readonly measure: SisaMeasure | null;
}

/** How a scheme is numbered in a year; without a code it does not account through SiSa at all. */
export interface SisaScheme {
  readonly version: number;
  readonly scheme: string;
  readonly code: string | null;
  readonly source: string;
  readonly indicators: readonly SisaIndicator[];
}

/** A period for which a report is needed, and whether it was accepted. */
export interface SisaWindow {
  readonly trancheId: string;
  readonly code: string;
  readonly year: number;
  readonly endsOn: string;
  readonly accepted: boolean;
  /** No report was asked for. */
  readonly exempt?: boolean;
}

export interface SisaAnswer {
  readonly final: boolean | null;
  readonly errors: Cents | null;
  readonly uncertainties: Cents | null;
  readonly note: string | null;
}
export const NO_ANSWER: SisaAnswer = { final: null, errors: null, uncertainties: null, note: null };

/** Everything that is known about a municipality, for whatever year is asked. */
export interface SisaFacts {
  readonly year: number;
  readonly today: string;
  readonly streams: readonly SisaStream[];
  readonly allocations: readonly SisaAllocation[];
  readonly moves: readonly SisaMove[];
  readonly windows: readonly SisaWindow[];
  readonly schemes: ReadonlyMap<string, SisaScheme>;
  readonly tolerance: Tolerance | null;
  /** From which spend in the year an accountant examines an item of its own; null where nothing asks for it. */
  readonly itemFrom: Cents | null;
  readonly adoptedOn: string | null;
  readonly answers: ReadonlyMap<string, SisaAnswer>;
}

export interface SisaRow extends DecisionGroup {
  readonly stream: SisaStream;
  readonly scheme: SisaScheme | null;
  /** Null while not one report of the year was accepted: nothing is known, which is not zero. */
  readonly measures: YearMeasures | null;
  readonly moves: readonly SisaMove[];
  /** Periods of the year: how many were accepted, of how many. */
  readonly accepted: number;
  readonly needed: number;
  /** Codes of periods up to the end of the year that were not accepted. */
  readonly open: readonly string[];
  readonly answer: SisaAnswer;
}

/** A row per decision that this year has to be accounted for. */
export function sisaRows(facts: SisaFacts): SisaRow[] {
  const streams = new Map(facts.streams.map((one) => [one.id, one]));
  const groups = groupDecisions(facts.allocations, (id) => streams.get(id)?.code ?? "");
  const place = new Map(facts.streams.map(({ id }, index) => [id, index]));
  return groups
    .map((group) => rowOf(group, facts, streams))
    .filter((row) => belongs(row, facts.year))
    .sort((one, other) => (place.get(one.streamId) ?? 0) - (place.get(other.streamId) ?? 0));
}

function rowOf(group: DecisionGroup, facts: SisaFacts, streams: ReadonlyMap<string, SisaStream>): SisaRow {
  const moves = facts.moves.filter(({ place }) => group.places.includes(place));
  const windows = facts.windows.filter(({ trancheId, endsOn, year }) =>
    group.allocations.some(
      (one) => one.trancheId === trancheId && one.decisionOn <= endsOn && year <= facts.year,
    ),
  );
  const ofYear = windows.filter(({ year }) => year === facts.year);
  const accepted = ofYear.filter((one) => one.accepted).length;
  const known = ofYear.length === 0 || accepted > 0;
  return {
    ...group,
    stream: streams.get(group.streamId) ?? { id: group.streamId, code: "", name: "" },
    scheme: facts.schemes.get(group.streamId) ?? null,
    measures: known ? measuresOf(moves, facts.year) : null,
    moves,
    accepted,
    needed: ofYear.length,
    open: windows.filter((one) => !one.accepted && one.exempt !== true).map(({ code }) => code),
    answer: facts.answers.get(group.key) ?? NO_ANSWER,
  };
}

/** Decided by the end of the year, in the years of its tranche; and whatever moved in the year in any case. */
function belongs({ allocations, moves, awarded }: SisaRow, year: number): boolean {
  if (moves.some(({ reportedIn }) => reportedIn === year)) return true;
  const inTime = allocations.some(
    ({ decisionOn, firstYear, lastYear }) =>
      decisionOn <= `${year}-12-31` && (firstYear ?? year) <= year && (lastYear ?? year) >= year,
  );
  return inTime && (awarded !== 0n || moves.length > 0);
}

/** Spend for which no allocation is known: it would be on no row. */
export const movesWithoutDecision = ({ allocations, moves, year }: SisaFacts): SisaMove[] => {
  const places = new Set(allocations.map(({ place }) => place));
  return moves.filter(({ place, reportedIn }) => !places.has(place) && reportedIn <= year);
};

/** Corrections of this year that are about a year before the last one. */
export const olderCorrections = ({ moves }: SisaRow, year: number): SisaMove[] =>
  moves.filter((move) => move.reportedIn === year && correctsEarlier(move) && move.about < year - 1);

/** The data are due with the CBS on 15 July of the year after. */
export const sisaDeadline = (year: number): string => `${year + 1}-07-15`;
