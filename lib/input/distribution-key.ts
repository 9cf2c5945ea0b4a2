import { z } from "zod";
import type { Outcome } from "@/lib/domain/distribution/distribute";
import type { KeyDefinition, KeyPart, Recipient } from "@/lib/domain/distribution/key";
import { type Cents, cents } from "@/lib/domain/money";

/** How keys and runs are stored: JSON in which every amount is text. */
const whole = z
  .string()
  .regex(/^-?\d+$/)
  .transform((text) => BigInt(text));
const amount = whole.transform((value): Cents => cents(value));
const take = z.discriminatedUnion("of", [
  z.object({ of: z.literal("rest") }),
  z.object({ of: z.literal("amount"), cents: amount }),
  z.object({ of: z.literal("share"), hundredths: whole }),
]);

const part = z.union([
  z.object({ kind: z.literal("fixed_per_class"), g4: amount, other: amount }),
  z.object({ kind: z.literal("per_unit"), input: z.string(), cents: amount, statedUnits: whole.nullable() }),
  z.object({ kind: z.literal("weighted"), input: z.string(), take }),
  z.object({ kind: z.literal("equal"), take }),
  z.object({ kind: z.literal("residual"), to: z.enum(["pro_rata", "equal"]) }),
  z.object({ kind: z.literal("residual"), to: z.literal("one"), recipient: z.string() }),
  z.object({ kind: z.literal("floor"), cents: amount }),
  z.object({ kind: z.literal("cap"), cents: amount }),
]) satisfies z.ZodType<KeyPart>;

export const storedDefinition = z.object({
  format: z.literal("geldstroom-key-v1"),
  grain: z.enum(["municipality", "area"]),
  among: z.string().nullable(),
  parts: z.array(part),
  statedPot: amount.nullable(),
}) satisfies z.ZodType<KeyDefinition>;

const kind = z.enum(["fixed_per_class", "per_unit", "weighted", "equal", "residual", "floor", "cap"]);
export const storedOutcome = z.object({
  format: z.literal("geldstroom-distribution-v1"),
  years: z.array(
    z.object({
      year: z.number().int(),
      pot: amount,
      amounts: z.array(z.object({ code: z.string(), amount })),
      sum: amount,
      left: amount,
      parts: z.array(z.object({ kind, handedOut: amount })),
      norms: z.array(z.object({ norm: amount, ceiling: amount, difference: amount })),
      roundedUp: z.array(z.string()),
      atFloor: z.array(z.string()),
      atCap: z.array(z.string()),
      rounds: z.number().int(),
    }),
  ),
}) satisfies z.ZodType<Outcome>;

/** A recipient as it was at the time of the run, with the name that it had. */
export interface NamedRecipient extends Recipient {
  readonly name: string;
}
export const storedRecipients = z.array(
  z.object({ code: z.string(), municipality: z.string(), g4: z.boolean(), name: z.string() }),
) satisfies z.ZodType<NamedRecipient[]>;
export const storedPots = z.array(z.object({ year: z.number().int(), pot: amount }));
export const storedInputIds = z.record(z.string(), z.uuid());
export const storedValues = z.record(z.string(), z.string());
