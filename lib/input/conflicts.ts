import { z } from "zod";
import { optionalText } from "./fields";

/** A decision on a source conflict: which reading, and why. */
export const conflictDecision = z
  .object({
    idempotencyKey: z.uuid("errors.form.broken"),
    reading: z
      .string("claims.conflict.chooseOne")
      .min(1, "claims.conflict.chooseOne")
      .max(200, "errors.form.broken"),
    reason: optionalText(1000),
    seen: z
      .string("errors.form.broken")
      .regex(/^\d{1,6}$/, "errors.form.broken")
      .transform(Number),
  })
  .transform((input, context) => {
    if (input.reason !== null) return { ...input, reason: input.reason };
    context.addIssue({ code: "custom", path: ["reason"], message: "claims.conflict.reasonMissing" });
    return z.NEVER;
  });
