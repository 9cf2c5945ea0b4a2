import "server-only";
import { takesPart } from "@/lib/db/claims/takes-part";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";

/** Whether this officer's ministry is in the programme, so that a decision is theirs to take. */
export const mayDecideConflicts = (grant: Grant<"conflict:decide">, programmeId: string): Promise<boolean> =>
  inContext(grant.actor, (tx) => takesPart(tx, programmeId, grant.actor));
