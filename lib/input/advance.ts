import { z } from "zod";
import { amount, date } from "./fields";

/** One payment on an allocation, or money that came back. */
export const advanceSchema = z.object({
  idempotencyKey: z.uuid("errors.form.broken"),
  allocationId: z.uuid("errors.form.broken"),
  kind: z.enum(["advance", "recovery"], "errors.form.broken"),
  amount,
  decisionNumber: z
    .string()
    .trim()
    .min(1, "proposals.reasons.payment_reference_missing.message")
    .max(60, "errors.text.tooLong"),
  decisionOn: date,
  reason: z.string().trim().min(1, "movements.fields.reason").max(500, "errors.text.tooLong"),
});
