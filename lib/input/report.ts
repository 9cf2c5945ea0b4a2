import { z } from "zod";
import { type Cents, readAmount } from "@/lib/domain/money";

/** Far above any grant and far below what the database can hold. */
const MOST_CENTS = 10n ** 14n;
const MOST_COUNT = 10n ** 12n;
const LONGEST = { note: 500, explanation: 2000, resultNote: 500 } as const;

/** What was filled in on one line; a field that was not on the page is absent, an empty one is null. */
export interface LineInput {
  readonly key: string;
  readonly spent?: Cents | null;
  readonly correction?: Cents | null;
  readonly note?: string | null;
  readonly forecast?: Cents | null;
  readonly explanation?: string | null;
}

export interface ResultInput {
  readonly key: string;
  readonly result?: bigint | null;
  readonly resultNote?: string | null;
}

const FIELD = /^(spent|correction|forecast|note|explanation|result|resultNote)\.(.{1,200})$/s;

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
      return readMoney(text);
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
    for (const [name, text] of Object.entries(cells)) {
      const [, field = "", key = ""] = FIELD.exec(name) ?? [];
      if (field === "" || typeof text !== "string") continue;
      const reading = readField(field, text);
      if ("problem" in reading) {
        const facts = reading.facts === undefined ? "" : `|${JSON.stringify(reading.facts)}`;
        context.addIssue({ code: "custom", message: reading.problem + facts, path: [name] });
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
      lines: listed<LineInput>(lines),
      results: listed<ResultInput>(results),
    };
  });
export type ReportInput = z.output<typeof reportSchema>;

export const openReportSchema = z.object({
  idempotencyKey: z.uuid("reports.form.broken"),
  window: z.uuid("reports.form.broken"),
  municipality: z.uuid("reports.form.broken"),
});
export type OpenReportInput = z.output<typeof openReportSchema>;
