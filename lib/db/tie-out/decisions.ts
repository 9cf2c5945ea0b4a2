import type { RowDecision } from "@/lib/domain/tie-out/decisions";
import type { Tx } from "../transaction";

/** Everything an auditor had said about rows of a file by then, or by now, the first first. */
export const readRowDecisions = (tx: Tx, tieOutId: string, knownAt = "infinity"): Promise<RowDecision[]> =>
  tx.$queryRaw`
    SELECT d.file_row AS row, d.action::text AS action, d.unit, d.reason, p.name AS by, d.at
      FROM tie_out_decision d JOIN person p ON p.id = d.person_id
     WHERE d.tie_out_id = ${tieOutId}::uuid AND d.at <= ${knownAt}::timestamptz ORDER BY d.at, d.id`;
