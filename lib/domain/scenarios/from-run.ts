import type { PlannedLine } from "../distribution/lines";
import type { YearAmount } from "../ledger/facts";
import { cents } from "../money";

/** A line as it is written in a scenario: by where money leaves and where it arrives. */
export interface NewScenarioLine {
  readonly from: string | null;
  readonly areaId: string | null;
  readonly themeId: string | null;
  readonly years: readonly YearAmount[];
}

/**
 * What a calculation asks for, as lines of a scenario: more is taken from what is free, less goes back to it. An allocation
 * that gains in one year and loses in another has a line for each.
 */
export const linesOfRun = (planned: readonly PlannedLine[], themeId: string): NewScenarioLine[] =>
  planned.flatMap(({ areaId, standing, years }): NewScenarioLine[] => {
    const gained = years.filter(({ amount }) => amount > 0n);
    const lost = years
      .filter(({ amount }) => amount < 0n)
      .map(({ year, amount }) => ({ year, amount: cents(-amount) }));
    return [
      ...(lost.length > 0 && standing !== null
        ? [{ from: standing.allocationId, areaId: null, themeId: null, years: lost }]
        : []),
      ...(gained.length > 0 ? [{ from: null, areaId, themeId, years: gained }] : []),
    ];
  });
