import { z } from "zod";
import { instantNow, readInstant } from "@/lib/domain/reconciliation/as-of";
import { NotFound } from "@/lib/domain/refusal";
import { CONFIDENCES, SAMPLE_METHODS, type SampleMethod } from "@/lib/domain/sampling/plan";
import { type Asked, one } from "./as-of";
import { amount, date, optionalAmount, optionalId, optionalText } from "./fields";

const idempotencyKey = z.uuid("errors.form.broken");
const SEED = /^[0-9A-Za-z-]{6,64}$/;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The id of a sample or request out of an address. @throws NotFound */
export function readId(text: string): string {
  if (!ID.test(text)) throw new NotFound(text);
  return text;
}

/** The number of an entry out of an address. @throws NotFound */
export function readSeq(text: string): bigint {
  if (!/^\d{1,18}$/.test(text)) throw new NotFound(text);
  return BigInt(text);
}

/** "2" or "2,5" percent as hundredths of a percent; null for anything else. */
export function readShare(text: string): number | null {
  const [, whole, part = ""] = /^(\d{1,3})(?:,(\d{1,2}))?\s*%?$/.exec(text.trim()) ?? [];
  if (whole === undefined) return null;
  const hundredths = Number(whole) * 100 + Number(part.padEnd(2, "0"));
  return hundredths <= 10_000 ? hundredths : null;
}

/** The population and the design that the address asks for, as it was typed, and what of it could not be read. */
export interface DesignAsked {
  readonly method: SampleMethod;
  readonly stream: string | null;
  readonly municipality: string | null;
  readonly year: number | null;
  readonly knownAt: string;
  readonly confidence: number;
  readonly tolerable: number;
  readonly expected: number;
  readonly typed: Readonly<Record<"bekend" | "toelaatbaar" | "verwacht", string>>;
  readonly errors: Readonly<Record<string, readonly string[]>>;
}

const USUAL = { confidence: 9500, tolerable: "2", expected: "0,5" } as const;

/** Without an address: monetary, everything, known now, 95 % with 2 % tolerable and 0,5 % expected. */
export function readDesign(asked: Asked, now: Date): DesignAsked {
  const method = SAMPLE_METHODS.find((each) => each === one(asked.methode)) ?? "monetary";
  const [stream, municipality, year] = [one(asked.regeling), one(asked.gemeente), one(asked.jaar)];
  const bekend = one(asked.bekend);
  const known = bekend === "" ? ({ ok: true, value: instantNow(now) } as const) : readInstant(bekend, now);
  const confidence = CONFIDENCES.find((each) => String(each) === one(asked.zekerheid)) ?? USUAL.confidence;
  const toelaatbaar = asked.toelaatbaar === undefined ? USUAL.tolerable : one(asked.toelaatbaar);
  const verwacht = asked.verwacht === undefined ? USUAL.expected : one(asked.verwacht);
  const [tolerable, expected] = [readShare(toelaatbaar), readShare(verwacht)];
  return {
    method,
    stream: ID.test(stream) ? stream : null,
    municipality: ID.test(municipality) ? municipality : null,
    year: /^(?:19|20)\d{2}$/.test(year) ? Number(year) : null,
    knownAt: known.ok ? known.value : instantNow(now),
    confidence,
    tolerable: tolerable ?? 0,
    expected: expected ?? 0,
    typed: { bekend, toelaatbaar, verwacht },
    errors: {
      ...(known.ok ? {} : { bekend: [`reconciliation.asOf.known.${known.problem}`] }),
      ...(tolerable === null || tolerable === 0 ? { toelaatbaar: ["sampling.fields.tolerable"] } : {}),
      ...(expected === null ? { verwacht: ["sampling.fields.share"] } : {}),
    },
  };
}

const share = (least: number) =>
  z.coerce
    .number("errors.form.broken")
    .int("errors.form.broken")
    .min(least, "errors.form.broken")
    .max(10_000, "errors.form.broken");

/** The design as the page worked it out, with the seed and what the sample is for. */
export const drawSchema = z.object({
  idempotencyKey,
  method: z.enum(SAMPLE_METHODS, "errors.form.broken"),
  streamId: optionalId,
  municipalityId: optionalId,
  year: z
    .union([z.literal(""), z.coerce.number().int().min(1900).max(2100)], "errors.form.broken")
    .transform((year) => (year === "" ? null : year)),
  knownAt: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/, "errors.form.broken"),
  confidence: share(5000),
  tolerable: share(1),
  expected: share(0),
  seed: z.string("sampling.fields.seed").trim().regex(SEED, "sampling.fields.seed"),
  purpose: optionalText(300).refine((text) => text !== null, "sampling.fields.purpose"),
});
export type DrawInput = z.output<typeof drawSchema>;

export const monetaryResultSchema = z.object({
  idempotencyKey,
  version: z.coerce.number("errors.form.broken").int("errors.form.broken").min(0, "errors.form.broken"),
  audited: amount,
  uncertain: optionalAmount,
  remark: optionalText(1000),
});
export const attributeResultSchema = z.object({
  idempotencyKey,
  version: z.coerce.number("errors.form.broken").int("errors.form.broken").min(0, "errors.form.broken"),
  deviates: z.enum(["yes", "no"], "sampling.fields.deviates"),
  remark: optionalText(1000),
});

/** Of every item that nobody examined yet: it is as it was booked. */
export const restIsRightSchema = z.object({
  idempotencyKey,
  left: z.coerce.number("errors.form.broken").int("errors.form.broken").min(1, "errors.form.broken"),
  remark: optionalText(1000).refine((text) => text !== null, "sampling.fields.remark"),
});

export const askEvidenceSchema = z.object({
  idempotencyKey,
  question: optionalText(1000).refine((text) => text !== null, "sampling.fields.question"),
  dueOn: date,
});

export const withdrawRequestSchema = z.object({
  idempotencyKey,
  request: z.uuid("errors.form.broken"),
  note: optionalText(500).refine((text) => text !== null, "sampling.fields.reason"),
});

/** With a document that is there already, or with words when there is none. */
export const answerRequestSchema = z.object({
  idempotencyKey,
  document: optionalId,
  note: optionalText(1000),
});

export const sampleMinimumSchema = z.object({
  idempotencyKey,
  firstYear: z.coerce
    .number("sampling.fields.year")
    .int("sampling.fields.year")
    .min(2006, "sampling.fields.year")
    .max(2100, "sampling.fields.year"),
  threshold: amount.refine((value) => value > 0n, "sampling.fields.aboveZero"),
  source: optionalText(300).refine((text) => text !== null, "sampling.fields.source"),
});

export const SAMPLING_DONE = z
  .enum(["getrokken", "vastgelegd", "gevraagd", "ingetrokken", "grens", "beantwoord"])
  .optional()
  .catch(undefined);
