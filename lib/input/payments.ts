import { z } from "zod";
import {
  PAYMENT_PROBLEMS,
  type PaymentColumns,
  type PaymentFault,
  SUM_PROBLEMS,
} from "@/lib/domain/payments/payment-line";

const column = z.string().trim().max(60).catch("");

/** Empty is a source that has no name yet. */
const source = z
  .string()
  .trim()
  .max(60)
  .catch("")
  .transform((name) => (name === "" ? null : name));

/** The upload itself; not a server action, because those take no more than a megabyte. */
export const paymentUpload = z.object({
  file: z.file(),
  source: source.optional().transform((name) => name ?? null),
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

const SHOWN = 10;
const CENTS = /^-?\d{1,18}$/;
const fault = z
  .object({
    problem: z.enum(PAYMENT_PROBLEMS),
    facts: z.record(z.string().max(20), z.string().max(200)),
  })
  .refine(({ problem, facts }) => {
    const amounts = SUM_PROBLEMS.includes(problem) ? ["saidCents", "foundCents", "differenceCents"] : [];
    return [...amounts, ...Object.keys(facts).filter((name) => name.endsWith("Cents"))].every((name) =>
      CENTS.test(facts[name] ?? ""),
    );
  });

/** What the upload page is asked to show: the source, and after a refusal what was wrong and the columns that were typed. */
export const paymentPage = z.object({
  bron: z.string().max(60).optional().catch(undefined),
  fouten: z
    .string()
    .max(8_000)
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: "custom" });
        return z.NEVER;
      }
    })
    .pipe(z.array(fault).max(SHOWN))
    .catch([]),
  meer: z.coerce.number().int().nonnegative().max(100_000).catch(0),
  paidOn: column.optional(),
  amount: column.optional(),
  reference: column.optional(),
  counterparty: column.optional(),
  text: column.optional(),
});

/** That page's address after a refusal: the first faults, how many more there are, and everything that was typed. */
export function refusedPayments(
  faults: readonly PaymentFault[],
  typed: { readonly source: string | null } & PaymentColumns,
): URLSearchParams {
  const { source: bron, ...columns } = typed;
  return new URLSearchParams({
    fouten: JSON.stringify(faults.slice(0, SHOWN)),
    ...(faults.length > SHOWN && { meer: String(faults.length - SHOWN) }),
    bron: bron ?? "",
    ...columns,
  });
}
