import "server-only";
import { openBatches } from "@/lib/db/proposals/open-batches";
import { openProposals } from "@/lib/db/proposals/open-proposals";
import { inContext, type Tx } from "@/lib/db/transaction";
import { openConflicts } from "@/lib/db/work/open-conflicts";
import { reportsToReview } from "@/lib/db/work/reports-to-review";
import { recentEntries, standingFigures } from "@/lib/db/work/standing";
import type { Actor, Grant } from "@/lib/domain/access";
import type {
  OpenBatch,
  OpenConflict,
  OpenProposal,
  RecentEntry,
  ReportToReview,
  StandingFigures,
} from "@/lib/domain/work";

/** What is still to be done, and by whom. */
export interface MinistryDesk {
  readonly proposals: readonly OpenProposal[];
  readonly batches: readonly OpenBatch[];
  readonly reports: readonly ReportToReview[];
  readonly conflicts: readonly OpenConflict[];
}

export interface MinistryWork extends MinistryDesk {
  readonly figures: StandingFigures;
  readonly recent: readonly RecentEntry[];
}

/** What waits at a ministry, how its streams stand and what was posted last. */
export const findMinistryWork = (grant: Grant<"proposal:read">, programmeId: string): Promise<MinistryWork> =>
  inContext(grant.actor, async (tx) => {
    const { organisationIds } = grant.actor;
    return {
      ...(await desk(tx, grant.actor, programmeId)),
      figures: await standingFigures(tx, programmeId, organisationIds),
      recent: await recentEntries(tx, programmeId, 6),
    };
  });

/** The desk alone, for a page that only says what waits. */
export const findMinistryDesk = (grant: Grant<"proposal:read">, programmeId: string): Promise<MinistryDesk> =>
  inContext(grant.actor, (tx) => desk(tx, grant.actor, programmeId));

const desk = async (tx: Tx, actor: Actor, programmeId: string): Promise<MinistryDesk> => ({
  proposals: await openProposals(tx, programmeId, actor),
  batches: await openBatches(tx, programmeId, actor),
  reports: await reportsToReview(tx, programmeId, actor.organisationIds),
  conflicts: await openConflicts(tx, programmeId),
});
