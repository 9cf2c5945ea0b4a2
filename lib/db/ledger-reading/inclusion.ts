import type { QueryResultRow } from "pg";
import type { StoredEntry } from "@/lib/domain/ledger/entry-content";
import type { InclusionProof } from "@/lib/domain/ledger/inclusion";
import { inclusionSpans } from "@/lib/domain/ledger/merkle-proofs";
import { asCheckpoint, type CheckpointRow, checkpointCovering } from "../checkpoints/stored-checkpoints";
import { oneEntry } from "./chosen-entries";
import { digests } from "./digests";
import { type ReadRows, rootsOfSpans } from "./merkle-path";

/** The proof that an entry stands under the earliest checkpoint that covers it; null while none does. */
export async function readInclusion(
  read: ReadRows,
  programmeId: string,
  seq: bigint,
): Promise<InclusionProof | null> {
  const [covering] = await read<CheckpointRow>(checkpointCovering(programmeId, seq));
  if (covering === undefined) return null;
  const [entry] = await read<StoredEntry & QueryResultRow>(oneEntry(programmeId, seq));
  if (entry === undefined) return null;
  const checkpoint = asCheckpoint(covering);
  const roots = await rootsOfSpans(read, programmeId, inclusionSpans(seq - 1n, checkpoint.size));
  return {
    programme: covering.programme,
    entry,
    path: roots.map(digests.toHex),
    checkpoint,
  };
}
