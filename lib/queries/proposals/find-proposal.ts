import "server-only";
import { type Cancelled, readCancelled } from "@/lib/db/proposals/cancelled";
import { factsOf, type ProposalRow, readProposal } from "@/lib/db/proposals/read-proposal";
import { type ProposalStanding, standingOf } from "@/lib/db/proposals/standing";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import type { ProposedFacts } from "@/lib/domain/proposals/proposal-content";

export interface ProposalView {
  readonly row: ProposalRow;
  readonly facts: ProposedFacts;
  /** Who looks entered it: another person has to decide. */
  readonly own: boolean;
  readonly cancelled: Cancelled | null;
  /** Open: whether who looks may decide it, apart from the permission, and how many approvals it needs and has. */
  readonly standing: ProposalStanding | null;
}

/** @throws NotFound */
export const findProposal = (
  grant: Grant<"proposal:read">,
  programmeId: string,
  id: string,
): Promise<ProposalView> =>
  inContext(grant.actor, async (tx) => {
    const row = await readProposal(tx, programmeId, id);
    return {
      row,
      facts: factsOf(row),
      own: row.createdBy === grant.actor.personId,
      cancelled: row.status === "cancelled" ? await readCancelled(tx, id) : null,
      standing: row.status === "proposed" ? await standingOf(tx, row, grant.actor.personId ?? "") : null,
    };
  });
