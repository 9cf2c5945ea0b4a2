import { z } from "zod";
import { JUDGEMENTS } from "@/lib/domain/signals/signal";
import { type Asked, one } from "./as-of";
import { optionalText } from "./fields";

export const judgeSignalSchema = z.object({
  idempotencyKey: z.uuid("errors.form.broken"),
  facts: z.string("errors.form.broken").min(1, "errors.form.broken").max(4000, "errors.form.broken"),
  judgement: z.enum(JUDGEMENTS, "signals.fields.judgement"),
  reason: optionalText(1000)
    .refine((text) => text !== null, "signals.fields.reason")
    .transform((text) => text ?? ""),
});

/** The year that the address asks for; null when it asks for none. */
export function readSignalYear(asked: Asked): number | null {
  const year = one(asked.jaar);
  return /^(?:19|20)\d{2}$/.test(year) ? Number(year) : null;
}

export const SIGNALS_DONE = z.enum(["beoordeeld"]).optional().catch(undefined);
