import { z } from "zod";
import { EVIDENCE_KINDS } from "@/lib/domain/evidence/evidence-kind";
import { amount, date, optionalAmount, optionalId, optionalText } from "./fields";

const aboveZero = amount.refine((value) => value > 0n, "evidence.fields.aboveZero");

/** What stands in the form beside the file. */
export const evidenceSchema = z.object({
  idempotencyKey: z.uuid("errors.form.broken"),
  line: z.string("evidence.fields.line").min(1, "evidence.fields.line").max(200, "evidence.fields.line"),
  kind: z.enum(EVIDENCE_KINDS, "evidence.fields.kind"),
  amount: aboveZero,
  note: optionalText(300),
  /** The request of an auditor that this document answers. */
  request: optionalId,
});
export type EvidenceInput = z.output<typeof evidenceSchema>;

export const withdrawEvidenceSchema = z.object({
  idempotencyKey: z.uuid("errors.form.broken"),
  document: z.uuid("errors.form.broken"),
  reason: optionalText(300).refine((text) => text !== null, "evidence.fields.reason"),
});

export const evidenceRequirementSchema = z.object({
  idempotencyKey: z.uuid("errors.form.broken"),
  streamId: z.uuid("evidence.fields.stream"),
  validFrom: date,
  kind: z
    .enum([...EVIDENCE_KINDS, "any"], "evidence.fields.kind")
    .transform((kind) => (kind === "any" ? null : kind)),
  threshold: optionalAmount.refine((value) => value === null || value > 0n, "evidence.fields.aboveZero"),
  legalSource: optionalText(200).refine((text) => text !== null, "evidence.fields.source"),
});

export const scanAgainSchema = z.object({ asked: z.literal("again", "errors.form.broken") });

export const EVIDENCE_DONE = z.enum(["toegevoegd", "ingetrokken", "gescand"]).optional().catch(undefined);
