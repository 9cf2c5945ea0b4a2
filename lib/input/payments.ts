import { z } from "zod";
import { PAYMENT_PROBLEMS } from "@/lib/domain/payments/payment-line";

const column = z.string().trim().max(60).catch("");

/** The upload itself; not a server action, because those take no more than a megabyte. */
export const paymentUpload = z.object({
  file: z.file(),
  paidOn: column,
  amount: column,
  reference: column,
  counterparty: column,
  text: column,
});

const CHOICE = /^match\.([1-9]\d{0,5})$/;

/** Which payment of the file is on which allocation. */
export const paymentChoices = z
  .looseObject({ idempotencyKey: z.uuid("errors.form.broken"), fileId: z.uuid("errors.form.broken") })
  .transform((form, context) => {
    const chosen: { line: number; allocationId: string }[] = [];
    for (const [name, value] of Object.entries(form)) {
      const line = CHOICE.exec(name)?.[1];
      if (line === undefined || value === "") continue;
      const id = z.uuid().safeParse(value);
      if (id.success) chosen.push({ line: Number(line), allocationId: id.data });
      else context.addIssue({ code: "custom", path: [name], message: "errors.form.broken" });
    }
    if (chosen.length === 0)
      context.addIssue({ code: "custom", path: ["match.1"], message: "payments.file.chooseNone" });
    const { idempotencyKey, fileId } = form;
    return { idempotencyKey, fileId, chosen: chosen.sort((a, b) => a.line - b.line) };
  });

/** Why a file was not read, as the address of the upload page carries it. */
export const paymentProblem = z.enum(PAYMENT_PROBLEMS).optional().catch(undefined);
