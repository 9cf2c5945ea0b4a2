import { useLocale } from "next-intl";
import { Absent } from "@/components/signs/absent";
import type { Cents } from "@/lib/domain/money";
import { amountParts } from "@/lib/views/money";
import type { Absence } from "@/lib/views/status";

/** An amount that its source rounded: no cents, in line with those that have them. */
export function RoundedAmount({ value, absent }: { value: Cents | null; absent: Absence }) {
  const locale = useLocale();
  if (value === null) return <Absent reason={absent} />;
  return (
    <>
      {amountParts(value, locale).whole}
      <span className="no-cents" />
    </>
  );
}
