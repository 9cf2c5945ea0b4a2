import type { ReportRule } from "../finding";
import { placeOf } from "../known";

/** What is spent where nothing was allocated. */
export const notAllocated = <T>(
  spent: readonly T[],
  allocated: ReadonlySet<string>,
  place: (one: T) => string,
): T[] => spent.filter((one) => !allocated.has(place(one)));

/** X7: what is spent was allocated: same stream, theme and area. There is no account to post it on otherwise. */
export const lineIsAllocated: ReportRule = ({ lines, known }) => {
  if (known === undefined) return [];
  return notAllocated(lines, new Set(known.decisions.map(({ place }) => place)), placeOf).map(({ key }) => ({
    code: "X7",
    problem: "notAllocated",
    severity: "block",
    line: key,
    field: `spent.${key}`,
    facts: {},
  }));
};
