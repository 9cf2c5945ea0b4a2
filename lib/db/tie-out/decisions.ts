import type { RowDecision } from "@/lib/domain/tie-out/decisions";
import type { Tx } from "../transaction";

/** Everything an auditor said about rows of a file, the first first. */
export async function readRowDecisions(tx: Tx, tieOutId: string): Promise<RowDecision[]> {
  const rows = await tx.tieOutDecision.findMany({
    where: { tieOutId },
    include: { person: { select: { name: true } } },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  return rows.map(({ fileRow, action, unit, reason, person, at }) => ({
    row: fileRow,
    action,
    unit,
    reason,
    by: person.name,
    at,
  }));
}
