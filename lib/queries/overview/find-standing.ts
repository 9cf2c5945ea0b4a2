import "server-only";
import { readStanding } from "@/lib/db/overview/standing";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import type { Standing } from "@/lib/domain/overview/standing";

/** What was allocated and spent, as far as this reader may see it. */
export const findStanding = (grant: Grant<"allocation:read">, programmeId: string): Promise<Standing[]> =>
  inContext(grant.actor, (tx) => readStanding(tx, programmeId));
