import type { Cents } from "../../money";
import type { Finding, ReportRule } from "../finding";
import type { ReportLine } from "../report-line";

/** Small amounts are often equal or round by chance. */
const FROM = 1_000_00n;
const ROUND = 1_000_00n;
const SEVERAL = 3;

type Spent = ReportLine & { readonly spent: Cents };

/** S21: three or more round amounts, or the same amount on three or more lines, are rarely what the ledger says. */
export const likelyFigures: ReportRule = ({ lines }) => {
  const large = lines.filter((line): line is Spent => line.spent !== null && line.spent >= FROM);
  const round = large.filter(({ spent }) => spent % ROUND === 0n);
  const found: Finding[] = [];
  const inform = (problem: string, facts: Finding["facts"]) =>
    found.push({ code: "S21", problem, severity: "inform", facts });
  if (round.length >= SEVERAL) inform("round", { count: String(round.length), lines: String(lines.length) });
  else {
    const same = new Map<bigint, number>();
    for (const { spent } of large) same.set(spent, (same.get(spent) ?? 0) + 1);
    const most = [...same].sort((a, b) => b[1] - a[1])[0];
    if (most !== undefined && most[1] >= SEVERAL)
      inform("same", { count: String(most[1]), amount: { cents: most[0] as Cents } });
  }
  return found;
};
