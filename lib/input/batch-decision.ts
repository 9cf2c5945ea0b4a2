import { z } from "zod";
import { LINE_STATES } from "@/lib/domain/proposals/batch-view";
import { optionalText } from "./fields";

const LINE = /^line\.([1-9]\d{0,6})$/;
const SHOWN = /^([0-9a-f-]{36}):(\d{1,9}):([0-9a-f]{64})$/;
const reasonText = optionalText(1000);

/** What an approver asks of a batch: chosen lines as they were shown, or all open ones as they were read. */
export const batchDecisionSchema = z
  .looseObject({
    idempotencyKey: z.uuid("errors.form.broken"),
    batchId: z.uuid("errors.form.broken"),
    act: z.enum(["approve-lines", "return-lines", "approve-all"], "errors.form.broken"),
    digest: z.string("errors.form.broken").regex(/^[0-9a-f]{64}$/, "errors.form.broken"),
    asOf: z.iso.datetime({ precision: 6, error: "errors.form.broken" }),
    reason: reasonText,
  })
  .transform((form, context) => {
    const lines: { id: string; version: number; contentHash: string; reason: string | null }[] = [];
    for (const [name, value] of Object.entries(form)) {
      const line = LINE.exec(name)?.[1];
      if (line === undefined) continue;
      const [, id = "", version = "", contentHash = ""] = SHOWN.exec(String(value)) ?? [];
      const reason = reasonText.safeParse(form[`reason.${line}`]);
      const wrong = id === "" ? "errors.form.broken" : reason.success ? null : "errors.text.tooLong";
      if (wrong !== null) context.addIssue({ code: "custom", path: [`reason.${line}`], message: wrong });
      lines.push({ id, version: Number(version), contentHash, reason: reason.data ?? null });
    }
    const { idempotencyKey, batchId, act, digest, asOf, reason } = form;
    return {
      idempotencyKey,
      batchId,
      outcome: act === "return-lines" ? ("returned" as const) : ("approved" as const),
      chosen: act === "approve-all" ? { all: { digest, asOf } } : { lines },
      reason,
    };
  });

export const proposeBatchSchema = z.object({
  idempotencyKey: z.uuid("errors.form.broken"),
  batchId: z.uuid("errors.form.broken"),
});

/** Which lines of a batch the address asks for; what cannot be read asks for all. */
export const batchFilters = z.object({
  stand: z.enum(LINE_STATES).optional().catch(undefined),
  pagina: z.coerce.number().int().min(1).max(100_000).catch(1),
  besluit: z.uuid().optional().catch(undefined),
  gedaan: z.enum(["voorgelegd"]).optional().catch(undefined),
});
