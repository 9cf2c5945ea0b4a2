import { writeLastLooked } from "@/lib/db/municipality/last-looked";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";

/** Remembers that this person has seen what changed up to now; a mark of one's own, and no fact of the programme. */
export async function markSeen(grant: Grant<"report:read">, programmeId: string): Promise<void> {
  const { personId } = grant.actor;
  if (personId !== null) await inContext(grant.actor, (tx) => writeLastLooked(tx, personId, programmeId));
}
