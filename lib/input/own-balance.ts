import { z } from "zod";
import { amount, optionalId, optionalText } from "./fields";

const moment = z.string("ownLedger.form.moment").transform((text, context) => {
  const [windowId = "", municipalityId = ""] = text.split("/");
  if (z.uuid().safeParse(windowId).success && z.uuid().safeParse(municipalityId).success)
    return { windowId, municipalityId };
  context.addIssue({ code: "custom", message: "ownLedger.form.moment" });
  return z.NEVER;
});

/** What a municipality states about the end of a period, chosen as "window/municipality". */
export const statedBalance = z
  .object({
    idempotencyKey: z.uuid("errors.form.broken"),
    moment,
    /** Of spending since the start of a tranche: zero is possible, less is not. */
    amount: amount.refine((value) => value >= 0n, "ownLedger.form.amountNegative"),
    accountReference: z
      .string("ownLedger.form.accountReference")
      .trim()
      .min(1, "ownLedger.form.accountReference")
      .max(120, "errors.text.tooLong"),
    replaces: optionalId,
    reason: optionalText(500),
  })
  .transform(({ moment: about, ...rest }) => ({ ...about, ...rest }));
export type StatedBalanceInput = z.output<typeof statedBalance>;
