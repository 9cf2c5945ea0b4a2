import type { ReportResult } from "./finding";
import type { ReportLine } from "./report-line";

type Value = bigint | string | null;

/** One field that is not what it was. Amounts in cents, results as counts. */
export interface FieldChange {
  readonly of: "line" | "result";
  /** Key of the line or result. */
  readonly key: string;
  readonly field: string;
  readonly before: Value;
  readonly after: Value;
}

interface KeptContent {
  readonly lines: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  readonly results: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
}

const MONEY = [
  ["spent", "spentCents"],
  ["correction", "correctionCents"],
  ["forecast", "forecastCents"],
  ["own", "ownCents"],
] as const;

interface Kept {
  readonly declared?: {
    readonly lines?: readonly ({ readonly areaId: string; readonly themeId: string } & Record<
      string,
      unknown
    >)[];
    readonly results?: readonly ({ readonly indicatorId: string } & Record<string, unknown>)[];
  };
}

/** What a report said at an earlier moment, as its history kept it; null when that moment kept nothing. */
export function keptContent(content: unknown): KeptContent | null {
  const declared = (content as Kept | null)?.declared;
  if (declared?.lines === undefined) return null;
  return {
    lines: new Map(declared.lines.map((line) => [`${line.areaId}/${line.themeId}`, line])),
    results: new Map((declared.results ?? []).map((result) => [result.indicatorId, result])),
  };
}

const listOf = (kept: unknown) => (Array.isArray(kept) ? (kept as Record<string, unknown>[]) : []);
const whole = (kept: unknown): bigint | null => (typeof kept === "string" ? BigInt(kept) : null);
const words = (kept: unknown): string | null => (typeof kept === "string" ? kept : null);

/** Every field that differs from what was kept, in the order of the report. */
export function changesSince(
  kept: KeptContent,
  now: { readonly lines: readonly ReportLine[]; readonly results: readonly ReportResult[] },
): FieldChange[] {
  const found: FieldChange[] = [];
  const compare = (of: FieldChange["of"], key: string, field: string, before: Value, after: Value) => {
    if (before !== after) found.push({ of, key, field, before, after });
  };
  for (const line of now.lines) {
    const then = kept.lines.get(`${line.areaId}/${line.themeId}`) ?? {};
    for (const [field, name] of MONEY) compare("line", line.key, field, whole(then[name]), line[field]);
    const years = new Map(listOf(then.forecasts).map((one) => [one.year, whole(one.amountCents)]));
    for (const { year, amount } of line.years)
      compare("line", line.key, `year.${year}`, years.get(year) ?? null, amount);
    const projects = listOf(then.projects);
    for (let at = 0; at < Math.max(projects.length, line.projects.length); at++) {
      const [old, fresh] = [projects[at], line.projects[at]];
      compare("line", line.key, `project.${at + 1}`, words(old?.name), fresh?.name ?? null);
      compare("line", line.key, `projectSpent.${at + 1}`, whole(old?.spentCents), fresh?.spent ?? null);
    }
    compare("line", line.key, "note", words(then.correctionNote), line.correctionNote);
    compare("line", line.key, "explanation", words(then.explanation), line.explanation);
  }
  for (const result of now.results) {
    const then = kept.results.get(result.indicatorId) ?? {};
    compare("result", result.key, "result", whole(then.value), result.value);
    compare("result", result.key, "resultNote", words(then.note), result.note);
  }
  return found;
}
