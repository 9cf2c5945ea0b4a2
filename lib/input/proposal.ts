import { z } from "zod";
import type { YearAmount } from "@/lib/domain/ledger/facts";
import {
  amount,
  between,
  optionalAmount,
  optionalDate,
  optionalId,
  optionalText,
  YEAR_FIELD,
} from "./fields";

/** Everything a proposal can carry; which of it is needed is a rule of the domain, so that a draft can be kept half done. */
export const proposalSchema = z
  .looseObject({
    idempotencyKey: z.uuid("errors.form.broken"),
    kind: z.enum(["ceiling", "allocation", "revision", "withdrawal"], "errors.form.broken"),
    change: optionalId,
    version: z.coerce.number().int().positive().optional(),
    trancheId: z.uuid("proposals.fields.tranche"),
    themeId: optionalId,
    areaId: optionalId,
    allocationId: optionalId,
    claimId: optionalId,
    decisionNumber: optionalText(60),
    decisionOn: optionalDate,
    decisionCents: optionalAmount,
    decisionDocument: optionalText(300),
    grossCents: optionalAmount,
    bcfCents: optionalAmount,
    effectiveOn: optionalDate,
    legalSource: optionalText(200),
    reason: optionalText(500),
    as: z.enum(["draft", "proposed"]).catch("proposed"),
  })
  .transform((form, context) => {
    const years: YearAmount[] = [];
    for (const [name, value] of Object.entries(form)) {
      const year = YEAR_FIELD.exec(name)?.[1];
      if (year === undefined || typeof value !== "string" || value.trim() === "") continue;
      const read = amount.safeParse(value);
      if (read.success) years.push({ year: Number(year), amount: read.data });
      else
        for (const issue of read.error.issues)
          context.addIssue({ code: "custom", path: [name], message: issue.message });
    }
    return { ...form, years: years.sort((a, b) => a.year - b.year) };
  });

export const decisionSchema = z
  .object({
    idempotencyKey: z.uuid("errors.form.broken"),
    proposalId: z.uuid("errors.form.broken"),
    version: z.coerce.number("errors.form.broken").int().positive(),
    contentHash: z.string().regex(/^[0-9a-f]{64}$/, "errors.form.broken"),
    outcome: z.enum(["approved", "returned"], "errors.form.broken"),
    reason: optionalText(1000),
  })
  .refine(
    ({ outcome, reason }) => outcome !== "returned" || reason !== null,
    between("reason", "proposals.fields.returnReason"),
  );

export const cancelSchema = z.object({
  idempotencyKey: z.uuid("errors.form.broken"),
  proposalId: z.uuid("errors.form.broken"),
  version: z.coerce.number("errors.form.broken").int().positive(),
  reason: z.string().trim().min(1, "proposals.fields.cancelReason").max(1000),
});
export type CancelInput = z.infer<typeof cancelSchema>;
