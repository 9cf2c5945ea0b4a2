import { z } from "zod";
import type { Cents } from "@/lib/domain/money";
import { SISA_MEASURES, type SisaMeasure } from "@/lib/domain/sisa/measures";
import { optionalAmount, optionalDate, optionalText } from "./fields";

const version = z.coerce.number("errors.form.broken").int().min(0);
const key = z.uuid("errors.form.broken");

export interface SisaAnswerInput {
  readonly key: string;
  readonly final: boolean | null;
  readonly errors: Cents | null;
  readonly uncertainties: Cents | null;
  readonly note: string | null;
}

const ROW = /^row\.(\d{1,3})$/;
const answer = z.object({
  final: z
    .enum(["", "ja", "nee"], "errors.form.broken")
    .optional()
    .transform((word) => (word === "ja" ? true : word === "nee" ? false : null)),
  errors: optionalAmount,
  uncertainties: optionalAmount,
  note: optionalText(1000),
});
const MONEY = ["errors", "uncertainties"] as const;

/** A row per decision: `row.0` names it, `final.0`, `errors.0`, `uncertainties.0` and `note.0` are what is said of it. */
export const sisaAnswersSchema = z
  .looseObject({ idempotencyKey: key, version, adoptedOn: optionalDate })
  .transform(({ idempotencyKey, version: shown, adoptedOn, ...form }, context) => {
    const rows: SisaAnswerInput[] = [];
    for (const [name, rowKey] of Object.entries(form)) {
      const [, index] = ROW.exec(name) ?? [];
      if (index === undefined || typeof rowKey !== "string") continue;
      const of = (part: string) => form[`${part}.${index}`];
      const read = answer.safeParse({
        final: of("final"),
        errors: of("errors"),
        uncertainties: of("uncertainties"),
        note: of("note"),
      });
      for (const { path, message } of read.error?.issues ?? [])
        context.addIssue({ code: "custom", path: [`${path.join(".")}.${index}`], message });
      if (!read.success) continue;
      for (const part of MONEY)
        if ((read.data[part] ?? 0n) < 0n)
          context.addIssue({ code: "custom", path: [`${part}.${index}`], message: "sisa.fields.negative" });
      rows.push({ key: rowKey, ...read.data });
    }
    return { idempotencyKey, version: shown, adoptedOn, rows };
  });
export type SisaAnswersInput = z.output<typeof sisaAnswersSchema>;

export const prepareSisaSchema = z.object({
  idempotencyKey: key,
  /** The last version on the screen, and the hash of what was shown. */
  version,
  contentHash: z.string().length(64, "errors.form.broken"),
  reason: optionalText(500),
});
export type PrepareSisaInput = z.output<typeof prepareSisaSchema>;

export const decideSisaSchema = z.object({
  idempotencyKey: key,
  contentHash: z.string().length(64, "errors.form.broken"),
  outcome: z.enum(["delivered", "returned"], "errors.form.broken"),
  reason: optionalText(500),
});
export type DecideSisaInput = z.output<typeof decideSisaSchema>;

export interface IndicatorInput {
  readonly number: string;
  readonly label: string;
  readonly control: string | null;
  readonly measure: SisaMeasure | null;
}
const LINE = /^number\.(\d{1,2})$/;
const shortText = (form: Record<string, unknown>, name: string) => {
  const value = form[name];
  return typeof value === "string" ? value.replaceAll("\u0000", "").trim() : "";
};

/** Rows of a number, a label, the kind of control and what it measures; a row without a number is no row. */
export const sisaCodeSchema = z
  .looseObject({
    idempotencyKey: key,
    version,
    streamId: key,
    code: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z][A-Z0-9-]{0,11}$/, "sisa.codes.fields.code"),
    source: z.string().trim().min(1, "sisa.codes.fields.source").max(300, "errors.text.tooLong"),
    reason: z.string().trim().min(1, "sisa.codes.fields.reason").max(500, "errors.text.tooLong"),
  })
  .transform(({ idempotencyKey, version: shown, streamId, code, source, reason, ...form }, context) => {
    const indicators: IndicatorInput[] = [];
    for (const name of Object.keys(form)) {
      const [, index] = LINE.exec(name) ?? [];
      if (index === undefined) continue;
      const [number, label] = [shortText(form, name), shortText(form, `label.${index}`)];
      if (number === "" && label === "") continue;
      const say = (part: string, message: string) =>
        context.addIssue({ code: "custom", path: [`${part}.${index}`], message });
      if (number === "") say("number", "sisa.codes.fields.number");
      if (label === "") say("label", "sisa.codes.fields.label");
      if (number.length > 20) say("number", "errors.text.tooLong");
      if (label.length > 300) say("label", "errors.text.tooLong");
      const control = shortText(form, `control.${index}`).slice(0, 10);
      const measure = shortText(form, `measure.${index}`);
      indicators.push({
        number,
        label,
        control: control === "" ? null : control,
        measure: SISA_MEASURES.find((one) => one === measure) ?? null,
      });
    }
    return { idempotencyKey, version: shown, streamId, code, source, reason, indicators };
  });
export type SisaCodeInput = z.output<typeof sisaCodeSchema>;

/** "2" or "2,5" percent as hundredths of a percent. */
const share = z.string("sisa.tolerance.fields.share").transform((text, context) => {
  const [, whole, part = ""] = /^(\d{1,3})(?:,(\d{1,2}))?\s*%?$/.exec(text.trim()) ?? [];
  const hundredths = whole === undefined ? 10_001 : Number(whole) * 100 + Number(part.padEnd(2, "0"));
  if (hundredths <= 10_000) return hundredths;
  context.addIssue({ code: "custom", message: "sisa.tolerance.fields.share" });
  return z.NEVER;
});

export const sisaToleranceSchema = z.object({
  idempotencyKey: key,
  firstYear: z.coerce
    .number("sisa.tolerance.fields.year")
    .int("sisa.tolerance.fields.year")
    .min(2006, "sisa.tolerance.fields.year")
    .max(2100, "sisa.tolerance.fields.year"),
  errors: share,
  uncertainties: share,
  reading: z.enum(["each", "together", "not_stated"], "errors.form.broken"),
  source: z.string().trim().min(1, "sisa.codes.fields.source").max(300, "errors.text.tooLong"),
});
export type SisaToleranceInput = z.output<typeof sisaToleranceSchema>;

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

export interface SisaAsked {
  readonly municipality: string | null;
  readonly year: number | null;
  readonly stream: string | null;
}

/** What the address asks for; what cannot be read is not asked. */
export function readSisaAsked(query: Record<string, string | string[] | undefined>): SisaAsked {
  const year = /^\d{4}$/.exec(one(query.jaar) ?? "")?.[0];
  return {
    municipality: one(query.gemeente) || null,
    year: year === undefined ? null : Number(year),
    stream: one(query.regeling) || null,
  };
}
