import "server-only";
import { othersPresent } from "@/lib/db/reports/presence";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";

/** Colleagues who have this report open now. */
export async function findOthersPresent(
  { actor }: Grant<"report:read">,
  reportId: string,
): Promise<string[]> {
  const { personId } = actor;
  return personId === null ? [] : inContext(actor, (tx) => othersPresent(tx, { reportId, personId }));
}
