import { type Cents, cents } from "@/lib/domain/money";
import type { Tx } from "../transaction";
import type { ProposalRow } from "./read-proposal";

export interface ProposalStanding {
  readonly needed: number;
  readonly given: number;
  /** The threshold of the stream today; null where there is none. */
  readonly threshold: Cents | null;
  /** Neither entered by who looks or their principal, nor approved by them before. */
  readonly mayDecide: boolean;
  readonly ofPrincipal: boolean;
  readonly approvedByMe: boolean;
}

/** How an open proposal stands for who looks at it. */
export async function standingOf(tx: Tx, row: ProposalRow, personId: string): Promise<ProposalStanding> {
  const [found] = await tx.$queryRaw<
    { needed: number; given: number; threshold: bigint | null; ofPrincipal: boolean }[]
  >`
    SELECT needed, given, threshold_cents AS threshold, EXISTS (SELECT 1 FROM deputy_today d WHERE d.deputy_id = ${personId}::uuid
        AND d.principal_id = ${row.createdBy}::uuid) AS "ofPrincipal"
      FROM approval_standing WHERE proposal_id = ${row.id}::uuid`;
  const approvedByMe = row.approvals.some(
    (one) => one.outcome === "approved" && one.version === row.version && one.personId === personId,
  );
  const ofPrincipal = found?.ofPrincipal ?? false;
  return {
    needed: found?.needed ?? 1,
    given: found?.given ?? 0,
    threshold: found?.threshold == null ? null : cents(found.threshold),
    mayDecide: row.createdBy !== personId && !ofPrincipal && !approvedByMe,
    ofPrincipal,
    approvedByMe,
  };
}
