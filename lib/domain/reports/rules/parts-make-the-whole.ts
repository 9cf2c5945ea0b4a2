import { type Cents, cents } from "../../money";
import type { Finding, ReportRule } from "../finding";
import type { ReportLine } from "../report-line";

const sum = (amounts: readonly (Cents | null)[]): bigint =>
  amounts.reduce((all, one) => all + (one ?? 0n), 0n);

/** S22: a forecast that is divided over years has all of them, and they make the forecast. */
function years({ key, years: parts, forecast }: ReportLine): Finding[] {
  if (parts.every(({ amount }) => amount === null)) return [];
  const found = { code: "S22", severity: "block", line: key } as const;
  const empty = parts.find(({ amount }) => amount === null);
  if (empty !== undefined) {
    const facts = { year: String(empty.year) };
    return [{ ...found, problem: "yearEmpty", field: `year.${empty.year}.${key}`, facts }];
  }
  const total = sum(parts.map(({ amount }) => amount));
  if (forecast === null || total === forecast) return [];
  const facts = {
    sum: { cents: cents(total) },
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
  const total = sum(parts.map((one) => one.spent));
  if (spent === null || total === spent) return [];
  const facts = {
    sum: { cents: cents(total) },
    spent: { cents: spent },
    difference: { cents: cents(total - spent) },
  };
  return [{ ...found, problem: "projectsDiffer", field: `projectSpent.${parts[0]?.position}.${key}`, facts }];
}

export const partsMakeTheWhole: ReportRule = ({ lines }) =>
  lines.flatMap((line) => [...years(line), ...projects(line)]);
