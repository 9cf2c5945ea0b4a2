import { z } from "zod";
import type { Move } from "@/lib/domain/movements/movement";
import { amount, date, optionalId, optionalText, YEAR_FIELD } from "./fields";

const shared = {
  idempotencyKey: z.uuid("errors.form.broken"),
  allocationId: z.uuid("errors.form.broken"),
  decisionNumber: z.string().trim().min(1, "movements.fields.decisionNumber").max(60, "errors.text.tooLong"),
  decisionOn: date,
  decisionDocument: optionalText(300),
  legalSource: optionalText(200),
  reason: z.string().trim().min(1, "movements.fields.reason").max(500, "errors.text.tooLong"),
};
const ABOVE_ZERO = "movements.fields.aboveZero";

/** Money that goes to another area, theme or recipient, in the same years. */
export const movementSchema = z
  .looseObject({ ...shared, to: optionalId, areaId: optionalId, themeId: optionalId })
  .transform((form, context) => {
    const moves: Move[] = [];
    for (const [name, value] of Object.entries(form)) {
      const year = YEAR_FIELD.exec(name)?.[1];
      if (year === undefined || typeof value !== "string" || value.trim() === "") continue;
      const read = amount.safeParse(value);
      const wrong = read.success
        ? read.data < 0n
          ? [ABOVE_ZERO]
          : []
        : read.error.issues.map(({ message }) => message);
      for (const message of wrong) context.addIssue({ code: "custom", path: [name], message });
      if (read.success && read.data > 0n)
        moves.push({ fromYear: Number(year), toYear: Number(year), amount: read.data });
    }
    const { idempotencyKey, allocationId, decisionNumber, decisionOn, decisionDocument } = form;
    const { legalSource, reason } = form;
    const to = { allocationId: form.to, areaId: form.areaId, themeId: form.themeId };
    const decision = { decisionNumber, decisionOn, decisionDocument, legalSource, reason };
    return { idempotencyKey, allocationId, ...decision, to, moves };
  });

const yearText = z.coerce.number("movements.fields.year").int("movements.fields.year").min(2000).max(2100);

/** Money that goes to a later year of the same allocation. */
export const carryOverSchema = z
  .object({
    ...shared,
    fromYear: yearText,
    toYear: yearText,
    amount: amount.refine((one) => one > 0n, ABOVE_ZERO),
  })
  .transform(({ fromYear, toYear, amount: moved, ...form }) => ({
    ...form,
    to: { allocationId: form.allocationId, areaId: null, themeId: null },
    moves: [{ fromYear, toYear, amount: moved }],
  }));

export type MovementInput = z.output<typeof movementSchema>;
