import { z } from "zod";

/** A decision on a source conflict: which reading, and why. Both questions are asked at once. */
export const conflictDecision = z.object({
  idempotencyKey: z.uuid("errors.form.broken"),
  reading: z
    .string("claims.conflict.chooseOne")
    .min(1, "claims.conflict.chooseOne")
    .max(200, "errors.form.broken"),
  reason: z
    .string("claims.conflict.reasonMissing")
    .trim()
    .min(1, "claims.conflict.reasonMissing")
    .max(1000, 'errors.form.tooLong|{"most":"1000"}'),
  /** How many decisions stood on the page. */
  seen: z
    .string("errors.form.broken")
    .regex(/^\d{1,6}$/, "errors.form.broken")
    .transform(Number),
});
