import { z } from "zod";
import { REPORT_RULE_CODES, type ReportRuleCode } from "@/lib/domain/rules/report-rules";
import { RULE_STAGES } from "@/lib/domain/rules/stage";
import { date, optionalId, optionalText } from "./fields";

const rule = z.string().transform((text, context): ReportRuleCode => {
  const found = REPORT_RULE_CODES.find((code) => code === text);
  if (found !== undefined) return found;
  context.addIssue({ code: "custom", message: "stages.fields.rule" });
  return z.NEVER;
});
const reason = optionalText(1000).refine((text) => text !== null, "stages.fields.reason");

export const stageSchema = z.object({
  idempotencyKey: z.uuid("errors.form.broken"),
  rule,
  stage: z.enum(RULE_STAGES, "stages.fields.stage"),
  validFrom: date,
  reason,
});

export const stageDecisionSchema = z.object({
  stageId: z.uuid("errors.form.broken"),
  outcome: z.enum(["agreed", "refused"], "errors.form.broken"),
  reason: optionalText(1000),
});

export const waiverSchema = z.object({
  idempotencyKey: z.uuid("errors.form.broken"),
  rule,
  streamId: z.uuid("stages.fields.stream"),
  municipalityId: z.uuid("stages.fields.municipality"),
  area: optionalId,
  reason,
  expiresOn: date,
});

export const waiverDecisionSchema = z.object({
  waiverId: z.uuid("errors.form.broken"),
  outcome: z.enum(["granted", "refused"], "errors.form.broken"),
  reason: optionalText(1000),
});

export const RULES_DONE = z
  .enum(["voorgesteld", "ingestemd", "afgewezen", "gevraagd", "verleend", "geweigerd"])
  .optional()
  .catch(undefined);
