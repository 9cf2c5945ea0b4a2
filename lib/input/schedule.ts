import { z } from "zod";
import type { PaymentTerm } from "@/lib/domain/payments/schedule";
import { amount, date } from "./fields";

const TERM = /^terms\.(\d{1,2})\.(dueOn|amount)$/;

/** Rows of a date and an amount, `terms.0.dueOn`; an empty row is no term, half a row says what is missing. */
export const scheduleSchema = z
  .looseObject({
    idempotencyKey: z.uuid("errors.form.broken"),
    /** The version on the screen; 0 when there was none. */
    version: z.coerce.number("errors.form.broken").int().min(0),
    reason: z.string().trim().min(1, "schedule.fields.reason").max(500, "errors.text.tooLong"),
  })
  .transform(({ idempotencyKey, version, reason, ...form }, context) => {
    const rows = new Map<number, { dueOn: string; amount: string }>();
    for (const [name, value] of Object.entries(form)) {
      const [, row, part] = TERM.exec(name) ?? [];
      if (row === undefined || part === undefined || typeof value !== "string") continue;
      const known = rows.get(Number(row)) ?? { dueOn: "", amount: "" };
      rows.set(Number(row), { ...known, [part]: value.trim() });
    }
    const terms: PaymentTerm[] = [];
    for (const [row, typed] of [...rows].sort(([a], [b]) => a - b)) {
      if (typed.dueOn === "" && typed.amount === "") continue;
      const [dueOn, cents] = [date.safeParse(typed.dueOn), amount.safeParse(typed.amount)];
      if (dueOn.success && cents.success) terms.push({ dueOn: dueOn.data, amount: cents.data });
      for (const [part, read] of [["dueOn", dueOn] as const, ["amount", cents] as const])
        for (const { message } of read.error?.issues ?? [])
          context.addIssue({ code: "custom", path: [`terms.${row}.${part}`], message });
    }
    return { idempotencyKey, version, reason, terms };
  });
export type ScheduleInput = z.output<typeof scheduleSchema>;
