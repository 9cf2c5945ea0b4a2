import "server-only";
import { consistencyBetween } from "@/lib/db/checkpoints/consistency";
import { publishedKeys } from "@/lib/db/checkpoints/public-keys";
import { asCheckpoint, type CheckpointRow } from "@/lib/db/checkpoints/stored-checkpoints";
import { checkpointFor, chosenEntries } from "@/lib/db/ledger-reading/chosen-entries";
import { ManyPaths } from "@/lib/db/ledger-reading/many-paths";
import { openSnapshot, type Snapshot } from "@/lib/db/ledger-reading/snapshot";
import type { Grant } from "@/lib/domain/access";
import { checkpointFile } from "@/lib/domain/ledger/checkpoint";
import type { StoredEntry } from "@/lib/domain/ledger/entry-content";
import type { EntryFilter } from "@/lib/domain/ledger/entry-filter";
import type { EntryLine } from "@/lib/domain/proof/entry-cells";
import type { AsOf } from "@/lib/domain/reconciliation/as-of";

/** The entries behind an export with what proves them, read in one snapshot. */
export interface JournalProof {
  readonly lines: AsyncGenerator<EntryLine>;
  /** Of all entries that were known then: the chain and the tree prove them, and no paths are given. */
  readonly whole: boolean;
  readonly checkpoint: { readonly file: string; readonly keyId: string; readonly key: string | null } | null;
  /** Of a whole journal that is shorter than the checkpoint. */
  readonly grown: readonly string[] | null;
}

interface Asked {
  readonly filter: EntryFilter;
  readonly asOf: AsOf;
  readonly whole: boolean;
}

/** The lines close the snapshot when they are read to the end, or when reading stops. */
export async function openJournalProof(
  grant: Grant<"journal:read">,
  programmeId: string,
  { filter, asOf, whole }: Asked,
): Promise<JournalProof> {
  const snapshot = await openSnapshot(grant.actor);
  try {
    const [row] = await snapshot.rows<CheckpointRow & { readonly known: string }>(
      checkpointFor(programmeId, asOf.knownAt),
    );
    const known = BigInt(row?.known ?? 0);
    const checkpoint = row === undefined ? null : asCheckpoint(row);
    const longer = checkpoint !== null && known > 0n && checkpoint.size > known;
    const grown =
      whole && longer
        ? (await consistencyBetween(snapshot.rows, programmeId, known, checkpoint.size)).path
        : null;
    const keys = await publishedKeys();
    return {
      whole,
      grown,
      checkpoint: checkpoint && {
        file: checkpointFile(row?.programme ?? "", checkpoint),
        keyId: checkpoint.keyId,
        key: keys.find(({ id }) => id === checkpoint.keyId)?.pem ?? null,
      },
      lines: linesOf(snapshot, programmeId, { filter, asOf, whole }, checkpoint?.size ?? 0n),
    };
  } catch (error) {
    await snapshot.close(true);
    throw error;
  }
}

async function* linesOf(
  snapshot: Snapshot,
  programmeId: string,
  { filter, asOf, whole }: Asked,
  covered: bigint,
): AsyncGenerator<EntryLine> {
  let finished = false;
  try {
    const paths = whole || covered === 0n ? null : await ManyPaths.open(snapshot, programmeId, covered);
    const entries = snapshot.batches<StoredEntry & Record<string, unknown>>(
      chosenEntries(programmeId, filter, asOf),
    );
    for await (const batch of entries)
      for (const entry of batch) {
        const seq = BigInt(entry.seq);
        yield paths === null || seq > covered ? { entry } : { entry, path: await paths.path(seq) };
      }
    finished = true;
  } finally {
    await snapshot.close(!finished);
  }
}
