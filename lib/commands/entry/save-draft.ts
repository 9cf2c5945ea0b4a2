import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import type { EntryRow } from "@/lib/domain/entry/entry-fields";
import { NotFound, Refusal } from "@/lib/domain/refusal";

export interface TypedDraft {
  readonly programmeId: string;
  readonly trancheId: string;
  /** The version that the page was made with; 0 when there was none. */
  readonly version: number;
  readonly rows: readonly EntryRow[];
}

/**
 * Keeps what is being typed; no fact yet, so that it leaves no trace in the audit log.
 * @returns the new version and when it was saved
 * @throws Refusal `stale` when it was saved on another device in the meantime
 */
export async function saveDraft(
  grant: Grant<"allocation:propose">,
  draft: TypedDraft,
): Promise<{ version: number; savedAt: Date }> {
  const personId = grant.actor.personId ?? "";
  const { programmeId, trancheId, version } = draft;
  return inContext(grant.actor, async (tx) => {
    const known = await tx.tranche.count({ where: { id: trancheId, stream: { programmeId } } });
    if (known === 0) throw new NotFound(trancheId);
    const savedAt = new Date();
    const rows = draft.rows.map((row) => ({ ...row }));
    const next = { version: version + 1, rows, savedAt };
    const changed =
      version === 0
        ? await tx.entryDraft.createMany({
            data: { personId, programmeId, trancheId, ...next },
            skipDuplicates: true,
          })
        : await tx.entryDraft.updateMany({ where: { personId, trancheId, version }, data: next });
    if (changed.count === 0) throw new Refusal("stale");
    return { version: version + 1, savedAt };
  });
}

/** Forgets the draft: it has been proposed, or it is not wanted any more. */
export async function dropDraft(grant: Grant<"allocation:propose">, trancheId: string): Promise<void> {
  const personId = grant.actor.personId ?? "";
  await inContext(grant.actor, (tx) => tx.entryDraft.deleteMany({ where: { personId, trancheId } }));
}
