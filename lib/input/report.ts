import { z } from "zod";
import { type Cents, readAmount } from "@/lib/domain/money";
import { MOST_PROJECTS, type ProjectSpend } from "@/lib/domain/reports/report-line";

/** Far above any grant and far below what the database can hold. */
const MOST_CENTS = 10n ** 14n;
const MOST_COUNT = 10n ** 12n;
const LONGEST = { note: 500, explanation: 2000, resultNote: 500, project: 120 } as const;
/** `why.<rule>.<line>`: the answer to a warning; without a line it is about the report as a whole. */
const WHY = /^why\.([A-Z]{1,3}\d{1,3})\.(.{0,200})$/s;

/** What was filled in on one line; a field that was not on the page is absent, an empty one is null. */
export interface LineInput {
  readonly key: string;
  readonly spent?: Cents | null;
  readonly correction?: Cents | null;
  readonly note?: string | null;
  readonly forecast?: Cents | null;
  readonly explanation?: string | null;
  readonly own?: Cents | null;
  /** The entry that the correction is about; null is the last one. */
  readonly corrects?: bigint | null;
  readonly years?: readonly { readonly year: number; readonly amount: Cents | null }[];
  /** Absent when the page had no fields for them; what is left empty is not there. */
  readonly projects?: readonly ProjectSpend[];
}

export interface ExplanationInput {
  readonly code: string;
  readonly line: string;
  readonly text: string | null;
}

export interface ResultInput {
  readonly key: string;
  readonly result?: bigint | null;
  readonly resultNote?: string | null;
}

const FIELD = /^(spent|correction|forecast|note|explanation|own|corrects|result|resultNote)\.(.{1,200})$/s;
/** `year.2027.<line>`, `project.1.<line>` and `projectSpent.1.<line>`. */
const PART = /^(year|project|projectSpent)\.(\d{1,4})\.(.{1,200})$/s;

/** Whether a field of the form is something that is reported, and not what the form says about itself. */
export const isReportCell = (name: string): boolean => FIELD.test(name) || PART.test(name) || WHY.test(name);

const TOO_MANY = { problem: "reports.form.tooManyProjects", facts: { most: String(MOST_PROJECTS) } } as const;
const isBeyond = (part: RegExpExecArray | null) =>
  part !== null && part[1] !== "year" && !(Number(part[2]) >= 1 && Number(part[2]) <= MOST_PROJECTS);

type Reading<T> =
  | { readonly value: T }
  | { readonly problem: string; readonly facts?: Record<string, string> };

function readMoney(text: string): Reading<Cents | null> {
  const reading = readAmount(text);
  if (!reading.ok) {
    if (reading.problem === "empty") return { value: null };
    return {
      problem: `errors.amount.${reading.problem}`,
      facts: { meant: reading.meant ?? "", typed: text.slice(0, 60) },
    };
  }
  const size = reading.value < 0n ? -reading.value : reading.value;
  return size > MOST_CENTS ? { problem: "reports.form.tooLarge" } : { value: reading.value };
}

function readCount(text: string): Reading<bigint | null> {
  const bare = text.replace(/[\s\u00a0\u202f]/g, "");
  if (bare === "") return { value: null };
  if (!/^(\d{1,3}(\.\d{3})+|\d{1,15})$/.test(bare))
    return { problem: "reports.form.count", facts: { typed: text.slice(0, 60) } };
  const value = BigInt(bare.replaceAll(".", ""));
  return value > MOST_COUNT ? { problem: "reports.form.tooLarge" } : { value };
}

function readText(text: string, longest: number): Reading<string | null> {
  // PostgreSQL cannot hold the null character, and nobody types it.
  const bare = text.replaceAll("\u0000", "").replaceAll("\r\n", "\n").trim();
  if (bare.length > longest)
    return { problem: "reports.form.tooLong", facts: { most: String(longest), typed: String(bare.length) } };
  return { value: bare === "" ? null : bare };
}

function readField(field: string, text: string): Reading<Cents | bigint | string | null> {
  switch (field) {
    case "spent":
    case "correction":
    case "forecast":
    case "own":
    case "year":
    case "projectSpent":
      return readMoney(text);
    case "corrects":
      return { value: /^\d{1,18}$/.test(text) ? BigInt(text) : null };
    case "project":
      return readText(text, LONGEST.project);
    case "result":
      return readCount(text);
    case "explanation":
      return readText(text, LONGEST.explanation);
    default:
      return readText(text, field === "note" ? LONGEST.note : LONGEST.resultNote);
  }
}

/** The fields of the report form are named after their line: `spent.<area>.<theme>`. */
export const reportSchema = z
  .object({
    idempotencyKey: z.uuid("reports.form.broken"),
    submitKey: z.uuid("reports.form.broken"),
    report: z.uuid("reports.form.broken"),
    version: z.coerce
      .number("reports.form.broken")
      .int("reports.form.broken")
      .positive("reports.form.broken"),
    intent: z.enum(["save", "submit", "auto"]).catch("save"),
  })
  .catchall(z.unknown())
  .transform(({ idempotencyKey, submitKey, report, version, intent, ...cells }, context) => {
    const lines = new Map<string, Record<string, unknown>>();
    const results = new Map<string, Record<string, unknown>>();
    const explanations: ExplanationInput[] = [];
    for (const [name, text] of Object.entries(cells)) {
      const [, code, line = ""] = WHY.exec(name) ?? [];
      if (code !== undefined && typeof text === "string") {
        const reading = readText(text, LONGEST.explanation);
        if ("value" in reading) explanations.push({ code, line, text: reading.value });
        else {
          const message = `${reading.problem}|${JSON.stringify(reading.facts ?? {})}`;
          context.addIssue({ code: "custom", message, path: [name] });
        }
        continue;
      }
      const part = PART.exec(name);
      const [, field = "", key = ""] = part === null ? (FIELD.exec(name) ?? []) : [name, part[1], part[3]];
      if (field === "" || typeof text !== "string") continue;
      const reading = isBeyond(part) ? TOO_MANY : readField(field, text);
      if ("problem" in reading) {
        const facts = reading.facts === undefined ? "" : `|${JSON.stringify(reading.facts)}`;
        context.addIssue({ code: "custom", message: reading.problem + facts, path: [name] });
        continue;
      }
      if (part !== null) {
        const parts = [
          ...((lines.get(key)?.parts as Part[] | undefined) ?? []),
          { field, number: Number(part[2]), value: reading.value },
        ];
        lines.set(key, { ...lines.get(key), parts });
        continue;
      }
      const found = field.startsWith("result") ? results : lines;
      found.set(key, { ...found.get(key), [field]: reading.value });
    }
    const listed = <T>(found: Map<string, Record<string, unknown>>) =>
      [...found].map(([key, values]) => ({ key, ...values }) as T);
    return {
      idempotencyKey,
      submitKey,
      report,
      version,
      intent,
      lines: listed<LineInput & { readonly parts?: readonly Part[] }>(lines).map(withParts),
      results: listed<ResultInput>(results),
      ...(explanations.length === 0 ? {} : { explanations }),
    };
  });
interface Part {
  readonly field: string;
  readonly number: number;
  readonly value: Cents | bigint | string | null;
}

/** Years and projects, each from its own fields. A project without a name and without an amount is not there. */
function withParts({ parts = [], ...line }: LineInput & { readonly parts?: readonly Part[] }): LineInput {
  const of = (field: string) =>
    new Map(parts.filter((one) => one.field === field).map((one) => [one.number, one.value]));
  const years = [...of("year")].map(([year, amount]) => ({ year, amount: amount as Cents | null }));
  const [names, spends] = [of("project"), of("projectSpent")];
  const numbers = [...new Set([...names.keys(), ...spends.keys()])].sort((a, b) => a - b);
  const projects = numbers.flatMap((number) => {
    const [name, spent] = [
      (names.get(number) ?? null) as string | null,
      (spends.get(number) ?? null) as Cents | null,
    ];
    return name === null && spent === null
      ? []
      : [{ position: number, name: name ?? `Project ${number}`, spent }];
  });
  return {
    ...line,
    ...(years.length > 0 ? { years } : {}),
    ...(numbers.length > 0 ? { projects } : {}),
  };
}

export type ReportInput = z.output<typeof reportSchema>;

export const openReportSchema = z.object({
  idempotencyKey: z.uuid("reports.form.broken"),
  window: z.uuid("reports.form.broken"),
  municipality: z.uuid("reports.form.broken"),
});
export type OpenReportInput = z.output<typeof openReportSchema>;
