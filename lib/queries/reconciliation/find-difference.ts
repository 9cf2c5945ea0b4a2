import "server-only";
import {
  type DifferenceQuestion,
  type LoadedDifference,
  loadDifference,
} from "@/lib/db/reconciliation/load-difference";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";

/** What became known between two moments, and what that made of the figures of one date. */
export const findDifference = (
  grant: Grant<"journal:read">,
  question: DifferenceQuestion,
): Promise<LoadedDifference> => inContext(grant.actor, (tx) => loadDifference(tx, question));
