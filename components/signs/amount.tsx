import { useLocale } from "next-intl";
import type { Cents } from "@/lib/domain/money";
import { amountParts } from "@/lib/views/money";
import type { Absence } from "@/lib/views/status";
import { Absent } from "./absent";
import { AmountText } from "./amount-text";

type Known = { value: Cents; absent?: Absence };
/** An amount that is not there has to say why: without a reason this does not compile. */
type Missing = { value: Cents | null; absent: Absence };
export type AmountProps = (Known | Missing) & { href?: string };

/** An amount in a column whose head names the unit; a link when it can show what it is made of. */
export function Amount(props: AmountProps) {
  return (
    <span className="amount">
      <AmountContent {...props} />
    </span>
  );
}

type CellProps = AmountProps & { label?: string; tone?: "bad" | "good" };

/**
 * The same as a table cell. `label` is the column's name, shown when the table becomes blocks on a narrow screen; the role
 * keeps it a cell there.
 */
export function AmountCell({ label, tone, ...amount }: CellProps) {
  const className = tone === undefined ? "amount" : `amount ${tone}`;
  if (label === undefined)
    return (
      <td className={className}>
        <AmountContent {...amount} />
      </td>
    );
  return (
    <td role="cell" className={className} data-label={label}>
      <span>
        <AmountContent {...amount} />
      </span>
    </td>
  );
}

function AmountContent({ value, absent, href }: AmountProps) {
  const locale = useLocale();
  if (value === null) return <Absent reason={absent ?? "incomplete"} />;
  return <AmountText parts={amountParts(value, locale)} href={href} />;
}
