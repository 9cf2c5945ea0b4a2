import "server-only";
import { readClaimBook } from "@/lib/db/claims/claim-book";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import type { ClaimBook } from "@/lib/domain/claims/claim-book";

/** Everything that was published about a programme, with what was decided about it; now, or as it was known at an instant. */
export const findClaimBook = (
  grant: Grant<"claims:read">,
  programmeId: string,
  knownAt?: string,
): Promise<ClaimBook> => inContext(grant.actor, (tx) => readClaimBook(tx, programmeId, knownAt));
