import { type Cents, cents } from "../../money";
import type { Finding, ReportRule } from "../finding";
import type { ReportLine } from "../report-line";

const sum = (amounts: readonly (Cents | null)[]): bigint =>
  amounts.reduce((all, one) => all + (one ?? 0n), 0n);

/** What parts that are all there come to, when that is not their whole; null when it is, or cannot be said. */
export function otherThanWhole(parts: readonly (Cents | null)[], whole: Cents | null): Cents | null {
  if (whole === null || parts.some((part) => part === null)) return null;
  const total = cents(sum(parts));
  return total === whole ? null : total;
}

/** S22: a forecast that is divided over years has all of them, and they make the forecast. */
function years({ key, years: parts, forecast }: ReportLine): Finding[] {
  if (parts.every(({ amount }) => amount === null)) return [];
  const found = { code: "S22", severity: "block", line: key } as const;
  const empty = parts.find(({ amount }) => amount === null);
  if (empty !== undefined) {
    const facts = { year: String(empty.year) };
    return [{ ...found, problem: "yearEmpty", field: `year.${empty.year}.${key}`, facts }];
  }
  const amounts = parts.map(({ amount }) => amount);
  const total = otherThanWhole(amounts, forecast);
  if (forecast === null || total === null) return [];
  const facts = {
    sum: { cents: total },
    forecast: { cents: forecast },
    difference: { cents: cents(total - forecast) },
  };
  return [{ ...found, problem: "yearsDiffer", field: `forecast.${key}`, facts }];
}

/** X18: projects that are named are complete, and together they are what the line reports. */
function projects({ key, projects: parts, spent }: ReportLine): Finding[] {
  if (parts.length === 0) return [];
  const found = { code: "X18", severity: "block", line: key } as const;
  const empty = parts.find((one) => one.spent === null);
  if (empty !== undefined) {
    const facts = { name: empty.name };
    return [{ ...found, problem: "projectEmpty", field: `projectSpent.${empty.position}.${key}`, facts }];
  }
  const amounts = parts.map((one) => one.spent);
  const total = otherThanWhole(amounts, spent);
  if (spent === null || total === null) return [];
  const facts = {
    sum: { cents: total },
    spent: { cents: spent },
    difference: { cents: cents(total - spent) },
  };
  return [{ ...found, problem: "projectsDiffer", field: `projectSpent.${parts[0]?.position}.${key}`, facts }];
}

export const partsMakeTheWhole: ReportRule = ({ lines }) =>
  lines.flatMap((line) => [...years(line), ...projects(line)]);
