import "server-only";
import { readPastReports } from "@/lib/db/rules/past-reports";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { type Replay, replay } from "@/lib/domain/rules/replay";
import type { ReportRuleCode } from "@/lib/domain/rules/report-rules";

/** Who would have been hit by a rule in past periods. */
export const replayRule = (
  grant: Grant<"reconciliation:read">,
  programmeId: string,
  code: ReportRuleCode,
): Promise<Replay> =>
  inContext(grant.actor, async (tx) => replay(code, await readPastReports(tx, programmeId)));
