import type { Tx } from "../transaction";

export interface Cancelled {
  readonly name: string;
  readonly at: Date;
  readonly reason: string;
}

/** Who took a proposal back, when and why, from the audit log; null when it was cancelled without (practice data). */
export async function readCancelled(tx: Tx, proposalId: string): Promise<Cancelled | null> {
  const [row] = await tx.$queryRaw<Cancelled[]>`
    SELECT p.name, e.at, e.facts->>'reason' AS reason FROM audit_event e JOIN person p ON p.id = e.person_id
     WHERE e.subject_kind = 'proposal' AND e.subject_id = ${proposalId} AND e.action = 'proposal.cancelled' LIMIT 1`;
  return row ?? null;
}
