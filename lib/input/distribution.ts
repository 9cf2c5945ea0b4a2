import { z } from "zod";
import type { KeyPart, Take } from "@/lib/domain/distribution/key";
import { LONGEST_LINES } from "@/lib/domain/distribution/typed-values";
import type { Cents } from "@/lib/domain/money";
import { amount, date, optionalAmount, optionalDate, optionalText, YEAR_FIELD } from "./fields";

const broken = "errors.form.broken";
const named = (longest: number) =>
  z
    .string("distribution.fields.name")
    .trim()
    .min(1, "distribution.fields.name")
    .max(longest, "errors.text.tooLong");
const sourced = (longest: number) =>
  z
    .string("distribution.fields.source")
    .trim()
    .min(1, "distribution.fields.source")
    .max(longest, "errors.text.tooLong");

/** A percentage with at most two decimals, in hundredths: "12,5" is 1250. */
const share = z.string().transform((text, context): bigint => {
  const [, units, decimals = ""] = /^(\d{1,3})(?:,(\d{1,2}))?\s*%?$/.exec(text.trim()) ?? [];
  if (units !== undefined) return BigInt(units + decimals.padEnd(2, "0"));
  context.addIssue({ code: "custom", message: "distribution.fields.share" });
  return z.NEVER;
});
const input = z.string("distribution.fields.input").min(1, "distribution.fields.input").max(120);
const whole = z
  .string()
  .optional()
  .transform((text, context): bigint | null => {
    const digits = (text ?? "").trim();
    if (digits === "") return null;
    if (/^\d{1,3}(\.\d{3})*$|^\d{1,12}$/.test(digits)) return BigInt(digits.replaceAll(".", ""));
    context.addIssue({ code: "custom", message: "distribution.fields.units" });
    return z.NEVER;
  });
const taken = {
  take: z.enum(["rest", "amount", "share"], "distribution.fields.take"),
  takeAmount: z.string().optional(),
  takeShare: z.string().optional(),
};

type Taken = { take: Take["of"]; takeAmount?: string; takeShare?: string };
function readTake(typed: Taken, context: z.RefinementCtx): Take {
  if (typed.take === "rest") return { of: "rest" };
  const refuse = (field: "takeAmount" | "takeShare", error: z.ZodError) => {
    for (const { message } of error.issues) context.addIssue({ code: "custom", path: [field], message });
    return z.NEVER;
  };
  if (typed.take === "amount") {
    const read = amount.safeParse(typed.takeAmount ?? "");
    return read.success ? { of: "amount", cents: read.data } : refuse("takeAmount", read.error);
  }
  const read = share.safeParse(typed.takeShare ?? "");
  return read.success ? { of: "share", hundredths: read.data } : refuse("takeShare", read.error);
}

const partOf = {
  fixed_per_class: z
    .object({ g4: amount, other: amount })
    .transform((typed): KeyPart => ({ kind: "fixed_per_class", ...typed })),
  per_unit: z
    .object({ input, cents: amount, units: whole })
    .transform(({ units, ...typed }): KeyPart => ({ kind: "per_unit", ...typed, statedUnits: units })),
  weighted: z
    .object({ input, ...taken })
    .transform(
      (typed, context): KeyPart => ({ kind: "weighted", input: typed.input, take: readTake(typed, context) }),
    ),
  equal: z
    .object(taken)
    .transform((typed, context): KeyPart => ({ kind: "equal", take: readTake(typed, context) })),
  residual: z
    .object({
      to: z.enum(["pro_rata", "equal", "one"], "distribution.fields.to"),
      recipient: z.string().optional(),
    })
    .transform(({ to, recipient = "" }, context): KeyPart => {
      if (to !== "one") return { kind: "residual", to };
      if (recipient === "")
        context.addIssue({ code: "custom", path: ["recipient"], message: "distribution.fields.recipient" });
      return { kind: "residual", to, recipient };
    }),
  floor: z.object({ cents: amount }).transform((typed): KeyPart => ({ kind: "floor", ...typed })),
  cap: z.object({ cents: amount }).transform((typed): KeyPart => ({ kind: "cap", ...typed })),
} satisfies Record<KeyPart["kind"], z.ZodType<KeyPart>>;
const isKind = (kind: unknown): kind is KeyPart["kind"] => typeof kind === "string" && kind in partOf;

const PART_FIELD = /^parts\.(\d{1,2})\.(\w+)$/;

/** What was typed for each part, in order. */
export function typedParts(form: Readonly<Record<string, unknown>>): Record<string, string>[] {
  const parts: Record<string, string>[] = [];
  for (const [name, value] of Object.entries(form)) {
    const [, at, field] = PART_FIELD.exec(name) ?? [];
    if (at === undefined || field === undefined || typeof value !== "string") continue;
    (parts[Number(at)] ??= {})[field] = value;
  }
  return parts.filter((one) => one !== undefined);
}

/** A key or its next version; whether its parts make a key is a rule of the domain. */
export const keySchema = z
  .looseObject({
    idempotencyKey: z.uuid(broken),
    streamId: z.uuid("distribution.fields.stream"),
    name: named(120),
    grain: z.enum(["municipality", "area"], "distribution.fields.grain"),
    among: optionalText(120),
    legalSource: sourced(300),
    effectiveOn: date,
    statedPot: optionalAmount,
    reason: z.string().trim().min(1, "distribution.fields.reason").max(500, "errors.text.tooLong"),
    seen: z.coerce.number(broken).int().nonnegative(),
  })
  .transform((form, context) => {
    const parts = typedParts(form).flatMap(({ kind, ...typed }, at): KeyPart[] => {
      if (!isKind(kind)) {
        context.addIssue({ code: "custom", path: [`parts.${at}.kind`], message: broken });
        return [];
      }
      const read = partOf[kind].safeParse(typed);
      if (read.success) return [read.data];
      for (const { path, message } of read.error.issues)
        context.addIssue({ code: "custom", path: [`parts.${at}.${path.join(".")}`], message });
      return [];
    });
    return { ...form, parts };
  });

const VALUE_FIELD = /^values\.(.+)$/;

/** A set of figures: typed per recipient, or as lines of code and value. */
export const inputSchema = z
  .looseObject({
    idempotencyKey: z.uuid(broken),
    streamId: z.uuid("distribution.fields.stream"),
    name: named(120),
    grain: z.enum(["municipality", "area"], "distribution.fields.grain"),
    source: sourced(300),
    sourceOn: date,
    lines: z.string().max(LONGEST_LINES, "errors.text.tooLong").optional(),
    confirm: z.literal("on").optional(),
  })
  .transform((form) => ({
    ...form,
    lines: form.lines ?? "",
    typed: new Map(
      Object.entries(form).flatMap(([name, value]) => {
        const code = VALUE_FIELD.exec(name)?.[1];
        return code === undefined || typeof value !== "string" ? [] : [[code, value] as const];
      }),
    ),
  }));

/** A run: a pot per year, and of each input the set that is used. */
export const runSchema = z
  .looseObject({
    idempotencyKey: z.uuid(broken),
    version: z.coerce.number(broken).int().positive(),
    trancheId: z.uuid("distribution.fields.tranche"),
  })
  .transform((form, context) => {
    const pots: { year: number; pot: Cents }[] = [];
    const inputs = new Map<string, string>();
    for (const [name, value] of Object.entries(form)) {
      if (typeof value !== "string" || value.trim() === "") continue;
      const year = YEAR_FIELD.exec(name.replace(/^pots\./, "years."))?.[1];
      if (year !== undefined && name.startsWith("pots.")) {
        const read = amount.safeParse(value);
        if (read.success) pots.push({ year: Number(year), pot: read.data });
        else
          for (const { message } of read.error.issues)
            context.addIssue({ code: "custom", path: [name], message });
      } else if (name.startsWith("input.")) {
        if (z.uuid().safeParse(value).success) inputs.set(name.slice("input.".length), value);
        else context.addIssue({ code: "custom", path: [name], message: broken });
      }
    }
    return { ...form, pots, inputs };
  });

/** What every line of the batch has in common. */
export const runBatchSchema = z.object({
  idempotencyKey: z.uuid(broken),
  themeId: z.uuid("distribution.fields.theme"),
  decisionNumber: z
    .string()
    .trim()
    .min(1, "distribution.fields.decisionNumber")
    .max(50, "errors.text.tooLong"),
  decisionOn: optionalDate,
  decisionDocument: optionalText(300),
  legalSource: optionalText(200),
  reason: z.string().trim().min(1, "distribution.fields.reason").max(500, "errors.text.tooLong"),
  as: z.enum(["draft", "proposed"]).catch("proposed"),
});
