import { useTranslations } from "next-intl";
import { Absent } from "@/components/signs/absent";
import { AmountCell } from "@/components/signs/amount";
import type { Cents } from "@/lib/domain/money";

/** An amount, or the word for nothing posted yet: that is not zero. */
export function AbsentCell({ value }: { value: Cents | null }) {
  const t = useTranslations("reconciliation.between");
  if (value !== null) return <AmountCell value={value} />;
  return (
    <td className="amount">
      <Absent reason="not_due">{t("nothingPosted")}</Absent>
    </td>
  );
}
