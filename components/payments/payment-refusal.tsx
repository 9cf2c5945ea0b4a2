import { useLocale, useTranslations } from "next-intl";
import { Alert } from "@/components/signs/alert";
import { cents } from "@/lib/domain/money";
import type { PaymentFault } from "@/lib/domain/payments/payment-line";
import { euro } from "@/lib/views/money";

/** Everything that is wrong with a payment file, each with its place; of very many the first. */
export function PaymentRefusal({ faults, more }: { faults: readonly PaymentFault[]; more: number }) {
  const t = useTranslations("payments.problems");
  const locale = useLocale();
  const sentence = ({ problem, facts }: PaymentFault) => {
    const fact = (name: string) => facts[name] ?? "";
    const money = (name: string) =>
      /^-?\d{1,18}$/.test(fact(name)) ? euro(cents(BigInt(fact(name))), locale) : "?";
    const message = t(problem, {
      why: fact("why"),
      found: fact("found"),
      element: fact("element"),
      said: fact("said"),
      missing: fact("missing"),
      saidCents: money("saidCents"),
      foundCents: money("foundCents"),
    });
    if (fact("line") !== "") return t("line", { line: fact("line"), message });
    if (fact("entry") !== "") return t("entry", { entry: fact("entry"), message });
    return fact("transfer") === "" ? message : t("transfer", { transfer: fact("transfer"), message });
  };
  return (
    <Alert id="probleem" tone="block" title={t("title")} announce>
      <ul>
        {faults.map(sentence).map((text, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same sentence can stand there twice
          <li key={index}>{text}</li>
        ))}
      </ul>
      {more > 0 && <p>{t("more", { count: more })}</p>}
    </Alert>
  );
}
