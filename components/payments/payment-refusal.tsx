import { useTranslations } from "next-intl";
import { type ErrorItem, ErrorSummary } from "@/components/signs/error-summary";

/** Everything that is wrong with a payment file; of very many the first. */
export function PaymentRefusal({ items, more }: { items: readonly ErrorItem[]; more: number }) {
  const t = useTranslations("payments.refusal");
  return (
    <div className="below-m">
      <ErrorSummary id="probleem" heading={t("title")} items={items} focused />
      {more > 0 && <p className="small above-s">{t("more", { count: more })}</p>}
    </div>
  );
}
