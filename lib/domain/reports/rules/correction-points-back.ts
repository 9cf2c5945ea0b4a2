import { cents } from "../../money";
import type { Finding, ReportRule } from "../finding";
import { correctsOneOf, hasCorrection, overCorrects, type ReportLine } from "../report-line";

/** Where it could have pointed at another year, the sentence says which year it points at. */
const tooMuch = ({
  correctable,
  corrects,
  earlierSpends,
}: ReportLine): Pick<Finding, "problem" | "facts"> => {
  const facts = { most: { cents: cents(-correctable) } };
  return corrects !== null && correctsOneOf(earlierSpends)
    ? { problem: "belowZeroOfYear", facts: { ...facts, year: String(corrects.year) } }
    : { problem: "belowZero", facts };
};

/** S4: a correction is a line of its own that points at an earlier, accepted period; that period stays as it was. */
export const correctionPointsBack: ReportRule = ({ lines, earlier }) => {
  const acceptedBefore = earlier.some(({ status }) => status === "accepted");
  return lines.filter(hasCorrection).flatMap((line): Finding[] => {
    const found = { code: "S4", severity: "block", line: line.key, field: `correction.${line.key}` } as const;
    if (!acceptedBefore) return [{ ...found, problem: "nothingEarlier", facts: {} }];
    return overCorrects(line) ? [{ ...found, ...tooMuch(line) }] : [];
  });
};
