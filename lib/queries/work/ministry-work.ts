import "server-only";
import { openBatches } from "@/lib/db/proposals/open-batches";
import { openProposals } from "@/lib/db/proposals/open-proposals";
import { inContext } from "@/lib/db/transaction";
import { openConflicts } from "@/lib/db/work/open-conflicts";
import { reportsToReview } from "@/lib/db/work/reports-to-review";
import { recentEntries, standingFigures } from "@/lib/db/work/standing";
import type { Grant } from "@/lib/domain/access";
import type {
  OpenBatch,
  OpenConflict,
  OpenProposal,
  RecentEntry,
  ReportToReview,
  StandingFigures,
} from "@/lib/domain/work";

export interface MinistryWork {
  readonly proposals: readonly OpenProposal[];
  readonly batches: readonly OpenBatch[];
  readonly reports: readonly ReportToReview[];
  readonly conflicts: readonly OpenConflict[];
  readonly figures: StandingFigures;
  readonly recent: readonly RecentEntry[];
}

/** What waits at a ministry, how its streams stand and what was posted last. */
export const findMinistryWork = (grant: Grant<"proposal:read">, programmeId: string): Promise<MinistryWork> =>
  inContext(grant.actor, async (tx) => {
    const { organisationIds } = grant.actor;
    return {
      proposals: await openProposals(tx, programmeId, grant.actor),
      batches: await openBatches(tx, programmeId, grant.actor),
      reports: await reportsToReview(tx, programmeId, organisationIds),
      conflicts: await openConflicts(tx, programmeId),
      figures: await standingFigures(tx, programmeId, organisationIds),
      recent: await recentEntries(tx, programmeId, 6),
    };
  });
