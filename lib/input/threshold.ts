import { z } from "zod";
import { date, optionalAmount, optionalText } from "./fields";

export const thresholdSchema = z.object({
  idempotencyKey: z.uuid("errors.form.broken"),
  streamId: z.uuid("batches.thresholds.fields.stream"),
  validFrom: date,
  amount: optionalAmount,
  legalSource: optionalText(200).refine((text) => text !== null, "batches.thresholds.fields.source"),
});

export const thresholdDecisionSchema = z.object({
  thresholdId: z.uuid("errors.form.broken"),
  outcome: z.enum(["confirmed", "refused"], "errors.form.broken"),
});

export const THRESHOLD_DONE = z.enum(["ingevoerd", "bevestigd", "afgewezen"]).optional().catch(undefined);
