import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { Absent } from "@/components/signs/absent";
import { AmountText } from "@/components/signs/amount-text";
import type { Cents } from "@/lib/domain/money";
import type { PartialSum } from "@/lib/domain/reports/totals";
import { amountParts } from "@/lib/views/money";

/** A cell that keeps its name when the table becomes blocks on a phone. */
export function Cell({ label, children }: { label: string; children: ReactNode }) {
  return (
    <td role="cell" className="amount" data-label={label}>
      <span className="v">{children}</span>
    </td>
  );
}

/** An amount, or the word for one that is not complete. */
export function Money({ value }: { value: Cents | null }) {
  const locale = useLocale();
  return value === null ? <Absent reason="incomplete" /> : <AmountText parts={amountParts(value, locale)} />;
}

/** A sum with a part missing is not a sum: it says so. */
export function MoneySum({ sum }: { sum: PartialSum }) {
  return <Money value={sum.missing > 0 ? null : sum.value} />;
}
