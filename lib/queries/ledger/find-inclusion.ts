import "server-only";
import { digests } from "@/lib/db/ledger-reading/digests";
import { readInclusion } from "@/lib/db/ledger-reading/inclusion";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { type InclusionProof, isIncluded } from "@/lib/domain/ledger/inclusion";

export interface CheckedInclusion {
  readonly proof: InclusionProof;
  /** Whether it leads to the root that was signed: followed here once, and by anybody else with the file. */
  readonly holds: boolean;
}

/** Null while no checkpoint covers the entry. */
export const findInclusion = (
  grant: Grant<"journal:read">,
  programmeId: string,
  seq: bigint,
): Promise<CheckedInclusion | null> =>
  inContext(grant.actor, async (tx) => {
    const proof = await readInclusion((query) => tx.$queryRaw(query), programmeId, seq);
    return proof && { proof, holds: isIncluded(digests, proof) };
  });
