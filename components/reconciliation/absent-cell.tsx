import { AmountCell } from "@/components/signs/amount";
import type { Cents } from "@/lib/domain/money";

/** An amount, or a dash where nothing was posted: that is not zero. */
export const AbsentCell = ({ value }: { value: Cents | null }) =>
  value === null ? <td className="amount">–</td> : <AmountCell value={value} />;
