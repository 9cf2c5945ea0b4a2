import type { Consistency } from "@/lib/domain/ledger/checkpoint";
import { consistencySpans } from "@/lib/domain/ledger/merkle-proofs";
import { digests } from "../ledger-reading/digests";
import { type ReadRows, rootsOfSpans } from "../ledger-reading/merkle-path";

/** The proof that a journal of the second size goes on from one of the first. */
export async function consistencyBetween(
  read: ReadRows,
  programmeId: string,
  first: bigint,
  second: bigint,
): Promise<Consistency> {
  const roots = await rootsOfSpans(read, programmeId, consistencySpans(first, second));
  return { since: first, path: roots.map(digests.toHex) };
}
