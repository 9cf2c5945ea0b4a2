import { getTranslations } from "next-intl/server";
import { sentencesOf } from "@/app/submit-form";
import type { ErrorItem } from "@/components/signs/error-summary";
import type { PaymentFault } from "@/lib/domain/payments/payment-line";

/** An address can be written by anybody, also without what a sentence needs. */
const UNKNOWN = { why: "?", found: "?", element: "?", said: "?", missing: "?", given: "?", most: "?" };

/** What is wrong with a payment file: each fault with its place, what would be right, and the rule that says so. */
export async function refusedItems(faults: readonly PaymentFault[]): Promise<ErrorItem[]> {
  const t = await getTranslations("payments.places");
  const said = await sentencesOf(
    faults.map(({ problem, facts }) => ({
      code: `payments.problems.${problem}`,
      facts: { ...UNKNOWN, difference: "?", ...facts },
    })),
  );
  return said.map(({ message, lift, rule }, index) => {
    const { line, entry, transfer } = faults[index]?.facts ?? {};
    if (line) return { message: t("line", { line, message }), lift, rule };
    if (entry) return { message: t("entry", { entry, message }), lift, rule };
    return { message: transfer ? t("transfer", { transfer, message }) : message, lift, rule };
  });
}
