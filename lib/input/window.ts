import { z } from "zod";
import { readTime } from "@/lib/domain/windows/amsterdam-time";
import { EXCEPTION_KINDS } from "@/lib/domain/windows/exception";
import { PERIODS_OF } from "@/lib/domain/windows/period";
import { date } from "./fields";

const key = z.uuid("errors.form.broken");

const reason = (missing: string) =>
  z
    .string(missing)
    .transform((text) => text.replaceAll("\u0000", "").trim())
    .pipe(z.string().min(1, missing).max(500, "errors.text.tooLong"));

const time = z.string("windows.fields.time").transform((text, context): string => {
  const read = readTime(text);
  if (read !== null) return read;
  context.addIssue({ code: "custom", message: "windows.fields.time" });
  return z.NEVER;
});

/** "half.2": the second half; of a whole year only "year.1". */
const PERIODS = Object.entries(PERIODS_OF).flatMap(([kind, count]) =>
  Array.from({ length: count }, (_, index) => `${kind}.${index + 1}`),
);
export type PeriodOption = { readonly kind: keyof typeof PERIODS_OF; readonly period: number };

const period = z
  .string("windows.fields.period")
  .refine((text) => PERIODS.includes(text), "windows.fields.period")
  .transform((text): PeriodOption => {
    const [kind = "", number = ""] = text.split(".");
    return { kind: kind as PeriodOption["kind"], period: Number(number) };
  });

export const openWindowSchema = z.object({
  idempotencyKey: key,
  trancheId: z.uuid("windows.fields.tranche"),
  year: z
    .string("windows.fields.year")
    .trim()
    .regex(/^20\d\d$/, "windows.fields.year")
    .transform(Number),
  period,
  opensOn: date,
  dueOn: date,
  closesOn: date,
  closesTime: time,
});
export type OpenWindowInput = z.output<typeof openWindowSchema>;

export const changeWindowSchema = z.object({
  idempotencyKey: key,
  windowId: key,
  /** What the page showed. */
  fromDueOn: z.iso.date("errors.form.broken"),
  fromClosesAt: z.union([z.literal(""), z.iso.datetime("errors.form.broken")]),
  dueOn: date,
  closesOn: date,
  closesTime: time,
  reason: reason("windows.fields.reason"),
});
export type ChangeWindowInput = z.output<typeof changeWindowSchema>;

export const askExceptionSchema = z.object({
  idempotencyKey: key,
  windowId: key,
  /** "municipality" or "municipality/area". */
  place: z
    .string("windows.fields.place")
    .regex(/^[0-9a-f-]{36}(\/[0-9a-f-]{36})?$/, "windows.fields.place")
    .transform((text) => {
      const [municipalityId = "", areaId] = text.split("/");
      return { municipalityId, areaId: areaId ?? null };
    }),
  kind: z.enum(EXCEPTION_KINDS, "windows.fields.kind"),
  expiresOn: date,
  reason: reason("windows.fields.exceptionReason"),
});
export type AskExceptionInput = z.output<typeof askExceptionSchema>;

export const decideExceptionSchema = z.object({
  idempotencyKey: key,
  exceptionId: key,
  outcome: z.enum(["granted", "refused"], "errors.form.broken"),
  reason: reason("windows.fields.decisionReason"),
});
export type DecideExceptionInput = z.output<typeof decideExceptionSchema>;

export const makeFeedSchema = z.object({ language: z.enum(["nl", "en"], "errors.form.broken") });
export const revokeFeedSchema = z.object({ feedId: key });

export const WINDOW_DONE = z
  .enum(["geopend", "gewijzigd", "gevraagd", "verleend", "afgewezen", "ingetrokken"])
  .optional()
  .catch(undefined);

export const readPage = (value: string | string[] | undefined): number =>
  z.coerce.number().int().min(1).max(10_000).catch(1).parse(value);
