import { z } from "zod";
import { readDate } from "@/lib/domain/calendar-day";
import { type Cents, readAmount } from "@/lib/domain/money";

/** Above any grant and far below what the database can hold. */
const MOST = 10n ** 14n;

/** As typed, without what no text of people has and PostgreSQL cannot hold. */
export const cleanText = (text: string) => text.replaceAll("\u0000", "").trim();

/** An amount as people write it; each way of not being one has its own sentence. */
export const amount = z.string("errors.amount.empty").transform((text, context): Cents => {
  const reading = readAmount(text);
  if (reading.ok && reading.value <= MOST && reading.value >= -MOST) return reading.value;
  const message = reading.ok
    ? "errors.amount.unreadable"
    : `errors.amount.${reading.problem}${reading.meant ? `|${JSON.stringify({ meant: reading.meant })}` : ""}`;
  context.addIssue({ code: "custom", message });
  return z.NEVER;
});

/** Empty is null: not filled in, which is not zero. What is filled in is read by `schema`, with its own sentences. */
const unlessEmpty = <T>(schema: z.ZodType<T>) =>
  z
    .string()
    .optional()
    .transform((text, context): T | null => {
      if (text === undefined || text.trim() === "") return null;
      const read = schema.safeParse(text);
      if (read.success) return read.data;
      for (const { message } of read.error.issues) context.addIssue({ code: "custom", message });
      return z.NEVER;
    });

export const optionalAmount = unlessEmpty(amount);

export const date = z.string("errors.date.missing").transform((text, context): string => {
  const read = readDate(text);
  if (read !== null) return read;
  context.addIssue({
    code: "custom",
    message: text.trim() === "" ? "errors.date.missing" : "errors.date.unreadable",
  });
  return z.NEVER;
});

export const optionalDate = unlessEmpty(date);

export const optionalText = (longest: number) =>
  z
    .string()
    .max(longest, "errors.text.tooLong")
    .optional()
    .transform((text) => (text === undefined || cleanText(text) === "" ? null : cleanText(text)));

export const optionalId = z
  .union([z.uuid(), z.literal("")])
  .optional()
  .transform((id) => id || null);

/** Fields called `years.2026` as amounts per year; an empty field is a year without an amount. */
export const YEAR_FIELD = /^years\.(\d{4})$/;

/**
 * A rule between fields, judged along with the fields themselves, so that a refusal has every reason at once. A field that is
 * wrong by itself is undefined to it.
 */
export const between = (field: string, message: string) => ({
  path: [field],
  message,
  when: () => true,
});
