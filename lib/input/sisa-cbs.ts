import { z } from "zod";
import { CBS_ANSWERS } from "@/lib/domain/sisa/plausibility";
import { between, date, optionalDate, optionalText } from "./fields";

/** What the CBS answered, as it is recorded. */
export const cbsAnswerSchema = z
  .object({
    idempotencyKey: z.uuid("errors.form.broken"),
    /** The last record on the screen; 0 when there was none. */
    last: z.coerce.number("errors.form.broken").int().min(0),
    answer: z.enum(CBS_ANSWERS, "sisa.cbs.fields.answer"),
    answeredOn: date,
    source: z.string().trim().min(1, "sisa.cbs.fields.source").max(300, "errors.text.tooLong"),
    reason: optionalText(1000),
    correctUntil: optionalDate,
  })
  .refine(
    ({ answer, last, reason }) => reason !== null || (answer !== "not_plausible" && last === 0),
    between("reason", "sisa.cbs.fields.reason"),
  );
export type CbsAnswerInput = z.output<typeof cbsAnswerSchema>;
