import { z } from "zod";
import { type Cents, cents } from "@/lib/domain/money";

const EUROS = /^(-?)(\d+)(?:\.(\d{1,2}))?$/;

/** Euros with a point ("13252136.92") to exact cents; null for anything else. Text never passes through a float. */
export function centsFromDecimal(text: string): Cents | null {
  const [, sign = "", whole, fraction = ""] = EUROS.exec(text) ?? [];
  return whole === undefined ? null : cents(BigInt(sign + whole + fraction.padEnd(2, "0")));
}

export const text = z.string().trim().min(1, "write something here");
/** An empty cell is "not known" and becomes null, never an empty word. */
export const maybeText = z
  .string()
  .trim()
  .transform((value) => (value === "" ? null : value));

const maybe = <T>(read: (value: string) => T | null, right: string) =>
  z
    .string()
    .trim()
    .transform((value, context): T | null => {
      if (value === "") return null;
      const result = read(value);
      if (result !== null) return result;
      context.addIssue({ code: "custom", message: right });
      return z.NEVER;
    });

const always = <T>(schema: z.ZodType<T | null>, right: string) =>
  z.string().transform((value, context): T => {
    const result = schema.safeParse(value);
    if (result.success && result.data !== null) return result.data;
    context.addIssue({ code: "custom", message: right });
    return z.NEVER;
  });

const AMOUNT = "write an amount in euros with a point and without separators, such as 1234.56";
export const maybeEuros = maybe(centsFromDecimal, AMOUNT);
export const euros = always(maybeEuros, AMOUNT);

const WHOLE = "write a whole number without separators, such as 24463";
export const maybeCount = maybe((value) => (/^\d+$/.test(value) ? BigInt(value) : null), WHOLE);
export const maybeYear = maybe(
  (value) => (/^(?:19|20)\d{2}$/.test(value) ? Number(value) : null),
  "write a year, such as 2023",
);
export const position = always(
  maybe((value) => (/^\d+$/.test(value) ? Number(value) : null), WHOLE),
  WHOLE,
);
const DEGREES = "write degrees with a point, such as 52.37";
export const degrees = always(
  maybe((value) => (/^\d{1,2}(?:\.\d+)?$/.test(value) ? Number(value) : null), DEGREES),
  DEGREES,
);

export const isDay = (value: string) => {
  const date = new Date(`${value}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(value)
  );
};
const DAY = "write a day that exists, such as 2024-05-13";
export const maybeDay = maybe((value) => (isDay(value) ? value : null), DAY);
export const day = always(maybeDay, DAY);

export const yes = z
  .enum(["yes", "no"], { message: "write yes or no" })
  .transform((value) => value === "yes");

export const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { message: `write one of: ${values.join(", ")}` });

/** A code that another file must have. */
export const codeOf = (known: ReadonlySet<string>, what: string) =>
  z
    .string()
    .trim()
    .refine((value) => known.has(value), {
      message: `write the code of ${what}: ${[...known].slice(0, 8).join(", ")} …`,
    });

export const maybeCodeOf = (known: ReadonlySet<string>, what: string) =>
  z
    .string()
    .trim()
    .refine((value) => value === "" || known.has(value), {
      message: `leave empty, or write the code of ${what}: ${[...known].slice(0, 8).join(", ")} …`,
    })
    .transform((value) => (value === "" ? null : value));
