import { z } from "zod";
import {
  FINDING_AGREEMENTS,
  FINDING_CATEGORIES,
  FINDING_ENDS,
  FINDING_NATURES,
  FINDING_SIDES,
  FINDING_STATUSES,
  type FindingStatus,
} from "@/lib/domain/findings/finding";
import type { ToleranceReading } from "@/lib/domain/sisa/tolerance";
import { type Asked, one, readAsOf } from "./as-of";
import { date, optionalAmount, optionalDate, optionalId, optionalText } from "./fields";

const idempotencyKey = z.uuid("errors.form.broken");
const version = z.coerce.number("errors.form.broken").int("errors.form.broken").min(0, "errors.form.broken");
const said = (longest: number, missing: string) =>
  optionalText(longest)
    .refine((text) => text !== null, missing)
    .transform((text) => text ?? "");

/** "12, 15 18": numbers of entries, each once. */
const entries = z
  .string()
  .optional()
  .transform((text, context): bigint[] => {
    const words = (text ?? "").split(/[\s,;]+/).filter((word) => word !== "");
    const numbers = words.map((word) => /^#?(\d{1,18})$/.exec(word)?.[1]);
    if (numbers.some((number) => number === undefined) || words.length > 200) {
      context.addIssue({ code: "custom", message: "findings.fields.entries" });
      return z.NEVER;
    }
    return [...new Set(numbers)].map((number) => BigInt(number ?? "0"));
  });

const words = {
  title: said(200, "findings.fields.title"),
  text: said(4000, "findings.fields.text"),
  category: z.enum(FINDING_CATEGORIES, "findings.fields.category"),
  nature: z.enum(FINDING_NATURES, "findings.fields.nature"),
  amount: optionalAmount,
  action: said(1000, "findings.fields.action"),
  dueOn: date,
  entries,
  sample: optionalId,
};

export const newFindingSchema = z.object({
  idempotencyKey,
  year: z.coerce
    .number("findings.fields.year")
    .int("findings.fields.year")
    .min(2006, "findings.fields.year")
    .max(2100, "findings.fields.year"),
  side: z.enum(FINDING_SIDES, "findings.fields.side"),
  streamId: optionalId,
  municipalityId: optionalId,
  earlierId: optionalId,
  /** The finding of a run of the rules that this one is written of. */
  checkRun: z.coerce
    .number("errors.form.broken")
    .int("errors.form.broken")
    .min(0, "errors.form.broken")
    .optional(),
  checkKey: z.string().max(300, "errors.form.broken").optional(),
  ...words,
});
export type NewFindingInput = z.output<typeof newFindingSchema>;

export const reviseFindingSchema = z.object({
  idempotencyKey,
  version,
  reason: said(500, "findings.fields.reason"),
  ...words,
});
export type ReviseFindingInput = z.output<typeof reviseFindingSchema>;

export const issueFindingSchema = z.object({ idempotencyKey, version });
export const answerFindingSchema = z.object({
  idempotencyKey,
  version,
  agreement: z.enum(FINDING_AGREEMENTS, "findings.fields.agreement"),
  text: said(4000, "findings.fields.answer"),
  plannedOn: optionalDate,
});
export const closeFindingSchema = z.object({
  idempotencyKey,
  version,
  ending: z.enum(FINDING_ENDS, "findings.fields.ending"),
  text: said(1000, "findings.fields.reason"),
});
/** Opened again or withdrawn: with a reason, and nothing else. */
export const reasonFindingSchema = z.object({
  idempotencyKey,
  version,
  text: said(1000, "findings.fields.reason"),
});

export interface FindingsAsked {
  readonly year?: number;
  readonly stream?: string;
  readonly municipality?: string;
  readonly status?: FindingStatus;
}

const CODE = /^[\p{L}\p{N}_-]{1,60}$/u;

/** Which findings the address asks for; what cannot be read is not asked. */
export function readFindingsAsked(asked: Asked): FindingsAsked {
  const [year, stream, municipality, status] = [
    one(asked.jaar),
    one(asked.regeling),
    one(asked.gemeente),
    FINDING_STATUSES.find((each) => each === one(asked.stand)),
  ];
  return {
    ...(/^(?:19|20)\d{2}$/.test(year) ? { year: Number(year) } : {}),
    ...(CODE.test(stream) ? { stream } : {}),
    ...(CODE.test(municipality) ? { municipality } : {}),
    ...(status === undefined ? {} : { status }),
  };
}

export interface ToleranceAsked {
  readonly year: number | null;
  readonly municipality: string | null;
  readonly reading: ToleranceReading | null;
  /** Null is now. */
  readonly knownAt: string | null;
  readonly typed: string;
  readonly errors: Readonly<Record<string, readonly string[]>>;
}

const READINGS = { apart: "each", samen: "together" } as const;

/** Year, place, moment and reading of the tolerance that the address asks for. */
export function readToleranceAsked(asked: Asked, now: Date): ToleranceAsked {
  const year = one(asked.jaar);
  const municipality = one(asked.gemeente);
  const lezing = one(asked.lezing);
  const { asOf, typed, errors } = readAsOf({ bekend: asked.bekend }, now);
  return {
    year: /^(?:19|20)\d{2}$/.test(year) ? Number(year) : null,
    municipality: CODE.test(municipality) ? municipality : null,
    reading: lezing === "apart" || lezing === "samen" ? READINGS[lezing] : null,
    knownAt: typed.bekend === "" ? null : asOf.knownAt,
    typed: one(asked.bekend),
    errors,
  };
}

/** What a new finding begins with, when it is begun at an item of a sample or at an entry. */
export function readFindingStart(asked: Asked): {
  readonly seq: bigint | null;
  readonly sample: string | null;
} {
  const [seq, sample] = [one(asked.post), one(asked.steekproef)];
  return {
    seq: /^\d{1,18}$/.test(seq) ? BigInt(seq) : null,
    sample: z.uuid().safeParse(sample).success ? sample : null,
  };
}

export const FINDINGS_DONE = z
  .enum(["geschreven", "herschreven", "uitgebracht", "beantwoord", "afgesloten", "heropend", "ingetrokken"])
  .optional()
  .catch(undefined);
