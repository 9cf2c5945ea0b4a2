import { groupBy } from "../../reconciliation/positions";
import type { AcceptedReport, ProgrammeFacts, RegisteredAllocation } from "../facts";
import type { CrossFinding } from "../finding";
import { type Judged, judgeEach } from "../judged";
import { ownerOf } from "../last-reports";
import { aboutReport } from "../spots";

/**
 * X15: what was accepted is blank on neither side: the register has the allocations that it is about, and every line has an
 * amount. Zero is an amount; what is not filled in is not zero.
 */
export function nothingIsBlank({ names, register, reports }: ProgrammeFacts): Judged {
  const allocations = groupBy(register, ownerOf);
  return judgeEach(reports, "no_reports", (report) => {
    const blank = blankSide(report, allocations.get(ownerOf(report)) ?? []);
    return blank === null ? "passed" : { ...aboutReport(names, report), ...blank, unit: "count" };
  });
}

/** Lines of the report beside allocations of the register, or lines that are filled in beside all of them. */
function blankSide(
  { id, lines }: AcceptedReport,
  allocations: readonly RegisteredAllocation[],
): Pick<CrossFinding, "problem" | "source" | "target"> | null {
  const at = { kind: "report", id } as const;
  const many = (list: readonly unknown[]) => (list.length === 0 ? null : BigInt(list.length));
  if (lines.length === 0 || allocations.length === 0)
    return {
      problem: lines.length === 0 ? "no_lines" : "no_register",
      source: { value: many(lines), origin: "report", at },
      target: { value: many(allocations), origin: "register", at: null },
    };
  const filled = lines.filter(({ spent }) => spent !== null);
  if (filled.length === lines.length) return null;
  return {
    problem: "blank",
    source: { value: BigInt(filled.length), origin: "filled_lines", at },
    target: { value: BigInt(lines.length), origin: "report", at },
  };
}
