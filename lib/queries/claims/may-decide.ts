import "server-only";
import { takesPart } from "@/lib/db/claims/takes-part";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";

/** Whether this person's ministry is in the programme, so that its claims and conflicts are theirs to work on. */
export const mayDecideConflicts = (
  grant: Grant<"conflict:decide" | "conflict:agree" | "claim:register">,
  programmeId: string,
): Promise<boolean> => inContext(grant.actor, (tx) => takesPart(tx, programmeId, grant.actor));
