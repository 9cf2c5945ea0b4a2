import "server-only";
import { ledgerSeq } from "@/lib/db/ledger-reading/ledger-seq";
import { listReportRows } from "@/lib/db/reports/list-report-rows";
import { inContext } from "@/lib/db/transaction";
import { openConflicts } from "@/lib/db/work/open-conflicts";
import { recentEntries, standingFigures } from "@/lib/db/work/standing";
import type { Grant } from "@/lib/domain/access";
import type { OpenConflict, RecentEntry, StandingFigures } from "@/lib/domain/work";

export interface AuditWork {
  readonly conflicts: readonly OpenConflict[];
  readonly lateReports: number;
  readonly entries: bigint;
  readonly figures: StandingFigures;
  readonly recent: readonly RecentEntry[];
}

/** What is open in a programme, for who looks from outside. `today` is yyyy-mm-dd. */
export const findAuditWork = (
  grant: Grant<"reconciliation:read">,
  programmeId: string,
  today: string,
): Promise<AuditWork> =>
  inContext(grant.actor, async (tx) => {
    const late = await listReportRows(tx, {
      programmeId,
      today,
      filters: { state: "late" },
      limit: 1,
      offset: 0,
    });
    return {
      conflicts: await openConflicts(tx, programmeId),
      lateReports: late.total,
      entries: await ledgerSeq(tx, programmeId),
      figures: await standingFigures(tx, programmeId, null),
      recent: await recentEntries(tx, programmeId, 6),
    };
  });
