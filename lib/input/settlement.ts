import { z } from "zod";
import { amount, date, optionalText } from "./fields";

const decision = {
  idempotencyKey: z.uuid("errors.form.broken"),
  decisionNumber: z.string().trim().min(1, "settlement.fields.decisionNumber").max(60, "errors.text.tooLong"),
  decisionOn: date,
  reason: z.string().trim().min(1, "settlement.fields.reason").max(500, "errors.text.tooLong"),
};

/** What was on the screen of who settles: it is refused when the ledger says something else by then. */
const shown = { awarded: amount, settled: amount };

export const settlementSchema = z.object({
  ...decision,
  ...shown,
  decisionDocument: optionalText(300),
  legalSource: optionalText(200),
});
export const reopeningSchema = z.object({ ...decision, ...shown });
export type SettlementInput = z.infer<typeof settlementSchema>;
export type ReopeningInput = z.infer<typeof reopeningSchema>;
