import { readClaimBook } from "@/lib/db/claims/claim-book";
import { holdConflict } from "@/lib/db/claims/hold-conflict";
import { takesPart } from "@/lib/db/claims/takes-part";
import type { Tx } from "@/lib/db/transaction";
import type { Actor } from "@/lib/domain/access";
import type { BookConflict, ClaimBook } from "@/lib/domain/claims/claim-book";
import { NotFound } from "@/lib/domain/refusal";

/**
 * A conflict to decide on, held until the end of the transaction and read after that.
 * @throws NotFound, also for a ministry that is not in the programme
 */
export async function openConflict(
  tx: Tx,
  actor: Actor,
  programmeId: string,
  code: string,
): Promise<{ book: ClaimBook; conflict: BookConflict }> {
  const named = { programmeId_code: { programmeId, code } };
  const row = await tx.sourceConflict.findUnique({ where: named, select: { id: true, kind: true } });
  if (row === null || row.kind !== "source_conflict" || !(await takesPart(tx, programmeId, actor)))
    throw new NotFound("conflict");
  await holdConflict(tx, row.id);
  const book = await readClaimBook(tx, programmeId);
  const conflict = book.conflicts.find(({ id }) => id === row.id);
  if (conflict === undefined) throw new NotFound("conflict");
  return { book, conflict };
}
