import "server-only";
import { readStreamWords, type StreamWords } from "@/lib/db/overview/stream-words";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";

/** @throws NotFound */
export const findStream = (
  grant: Grant<"claims:read">,
  programmeId: string,
  code: string,
): Promise<StreamWords> => inContext(grant.actor, (tx) => readStreamWords(tx, programmeId, code));
