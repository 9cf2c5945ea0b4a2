import { recordAudit } from "@/lib/db/audit";
import { once } from "@/lib/db/idempotency";
import { readTieOutColumns } from "@/lib/db/tie-out/columns";
import { readTieOut, readTieOutGrid } from "@/lib/db/tie-out/files";
import { compareTieOut } from "@/lib/db/tie-out/load-tie-out";
import { inContext, LONG } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { NotFound, Refusal } from "@/lib/domain/refusal";
import { type RowAction, standing } from "@/lib/domain/tie-out/decisions";

export interface DecidedRow {
  readonly idempotencyKey: string;
  readonly file: string;
  readonly row: number;
  readonly action: RowAction;
  /** Of `joined`: the unit of ours. */
  readonly unit: string | null;
  readonly reason: string;
}

/**
 * An auditor says what a row belongs to, that it belongs to nothing, or lets it go again. What was said before stays.
 * @throws NotFound for a row or a unit that is not there, Refusal `blocked` when it changes nothing
 */
export async function decideRow(
  { actor }: Grant<"tie-out:match">,
  programmeId: string,
  { idempotencyKey: key, ...input }: DecidedRow,
): Promise<void> {
  const { file: id, row: fileRow, action, unit, reason } = input;
  await inContext(
    actor,
    (tx) =>
      once(tx, actor, { key, action: "tie-out.decide", input }, async () => {
        const file = await readTieOut(tx, programmeId, id);
        const said = await readTieOutColumns(tx, id);
        if (said === null) throw new NotFound(id);
        const grid = await readTieOutGrid(tx, programmeId, id);
        const { read, units, decisions } = await compareTieOut(tx, programmeId, file, {
          grid,
          columns: said.columns,
        });
        if (read.rows.every(({ row }) => row !== fileRow)) throw new NotFound(String(fileRow));
        if (unit !== null && units.every((one) => one.key !== unit)) throw new NotFound(unit);
        const now = standing(decisions).get(fileRow);
        const same = now === undefined ? action === "released" : now.action === action && now.unit === unit;
        if (same) throw new Refusal("blocked", {}, [{ code: "tieOut.reasons.stands_already" }]);
        await tx.tieOutDecision.create({
          data: { tieOutId: id, programmeId, fileRow, action, unit, reason, personId: actor.personId ?? "" },
          select: { id: true },
        });
        await recordAudit(tx, actor, {
          action: `tie-out.${action}`,
          programmeId,
          subjectKind: "tie-out",
          subjectId: id,
          facts: { row: fileRow, unit, reason },
        });
        return {};
      }),
    LONG,
  );
}
