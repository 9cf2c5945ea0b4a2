import type { Claim } from "../claims/claim";
import type { Landed } from "../claims/landed";
import type { Cents } from "../money";
import type { Measure, Standing } from "./standing";

/** An amount in a year. Amounts that are not to the cent are a series of their own: the two are never added up. */
export interface YearFigure {
  readonly year: number;
  readonly stream: string;
  readonly exact: boolean;
  readonly amount: Cents;
}

/** Published awards by the year in which they became known. What competes, or has no year, is left out. */
export function awardsByYear({ areas, inAreasClaims, outside, unplaced }: Landed): YearFigure[] {
  const rounded = areas.flatMap((area) => [...area.rounded, ...area.areaUnknown]);
  return [...new Set([...inAreasClaims, ...outside, ...unplaced, ...rounded])].flatMap(figureOf);
}

function figureOf({ publishedOn, publishedText, stream, amount, precision }: Claim): YearFigure[] {
  const [year] = /^\d{4}/.exec(publishedOn ?? publishedText ?? "") ?? [];
  if (year === undefined || stream === null || amount === null) return [];
  return [{ year: Number(year), stream, exact: precision === "exact", amount }];
}

/** What is booked, by the year it is for. */
export const bookedByYear = (rows: readonly Standing[], measure: Measure): YearFigure[] =>
  rows
    .filter((row) => row[measure] !== 0n)
    .map((row) => ({ year: row.year, stream: row.stream, exact: true, amount: row[measure] }));
