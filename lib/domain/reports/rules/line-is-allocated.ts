import type { ReportRule } from "../finding";
import { placeOf } from "../known";

/** X7: what is spent was allocated: same stream, theme and area. There is no account to post it on otherwise. */
export const lineIsAllocated: ReportRule = ({ lines, known }) => {
  if (known === undefined) return [];
  const decided = new Set(known.decisions.map(({ place }) => place));
  return lines
    .filter((line) => !decided.has(placeOf(line)))
    .map(({ key }) => ({
      code: "X7",
      problem: "notAllocated",
      severity: "block",
      line: key,
      field: `spent.${key}`,
      facts: {},
    }));
};
