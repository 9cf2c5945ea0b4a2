import { z } from "zod";
import { between, optionalText } from "./fields";

/** A decision on a source conflict: which reading, and why. Both questions are asked at once. */
export const conflictDecision = z.object({
  idempotencyKey: z.uuid("errors.form.broken"),
  reading: z
    .string("claims.conflict.chooseOne")
    .min(1, "claims.conflict.chooseOne")
    .max(200, "errors.form.broken"),
  reason: optionalText(1000).transform((text, context): string => {
    if (text !== null) return text;
    context.addIssue({ code: "custom", message: "claims.conflict.reasonMissing" });
    return z.NEVER;
  }),
  /** How many decisions stood on the page. */
  seen: z
    .string("errors.form.broken")
    .regex(/^\d{1,6}$/, "errors.form.broken")
    .transform(Number),
});

/** What a second person says to a proposed decision; giving it back takes a reason. */
export const conflictAnswer = z
  .object({
    idempotencyKey: z.uuid("errors.form.broken"),
    proposal: z.uuid("errors.form.broken"),
    hash: z.string("errors.form.broken").regex(/^[0-9a-f]{64}$/, "errors.form.broken"),
    answer: z.enum(["agree", "return"], "claims.conflict.chooseAnswer"),
    reason: optionalText(1000),
  })
  .refine(
    ({ answer, reason }) => answer !== "return" || reason !== null,
    between("reason", "claims.conflict.returnReasonMissing"),
  );
