import { recordAudit } from "@/lib/db/audit";
import { readTieOutColumns } from "@/lib/db/tie-out/columns";
import { readTieOut, readTieOutGrid } from "@/lib/db/tie-out/files";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { Refusal } from "@/lib/domain/refusal";
import { type RowMapping, rowColumnReasons } from "@/lib/domain/tie-out/row-columns";

/**
 * Keeps which column of a file is what, as the next version; it is proposed for the next file of the same source.
 * @throws NotFound, Refusal `stale`, `blocked` with every reason
 */
export async function sayTieOutColumns(
  { actor }: Grant<"tie-out:bring">,
  programmeId: string,
  {
    file: tieOutId,
    version,
    columns,
  }: { readonly file: string; readonly version: number; readonly columns: RowMapping },
): Promise<void> {
  await inContext(actor, async (tx) => {
    await readTieOut(tx, programmeId, tieOutId);
    const { headings } = await readTieOutGrid(tx, programmeId, tieOutId);
    const reasons = rowColumnReasons(columns, headings);
    if (reasons.length > 0) throw new Refusal("blocked", {}, reasons);
    const before = (await readTieOutColumns(tx, tieOutId))?.version ?? 0;
    if (before !== version) throw new Refusal("stale", { version: String(before) });
    await tx.tieOutColumns.create({
      data: {
        tieOutId,
        programmeId,
        version: version + 1,
        columns: { ...columns },
        createdBy: actor.personId ?? "",
      },
      select: { version: true },
    });
    await recordAudit(tx, actor, {
      action: "tie-out.mapped",
      programmeId,
      subjectKind: "tie-out",
      subjectId: tieOutId,
      facts: { version: version + 1, columns },
    });
  });
}
