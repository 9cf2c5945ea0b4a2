import { SEVERITY_LOOK } from "@/components/rules/look";
import type { CrossSeverity } from "@/lib/domain/cross-checks/weigh";
import type { StatusSign } from "@/lib/views/status";

/** The colours of rules, by the words of a run. */
export const SEVERITY_OF_CHECK: Readonly<Record<CrossSeverity, StatusSign>> = {
  block: SEVERITY_LOOK.block,
  warn: SEVERITY_LOOK.question,
  inform: SEVERITY_LOOK.inform,
  simulated: SEVERITY_LOOK.simulated,
};
