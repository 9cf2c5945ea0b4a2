import type { OpenAccounts } from "@/lib/domain/sisa/open-accounts";
import { isoDateOrNull } from "../dates";
import type { Tx } from "../transaction";

type Row = Omit<OpenAccounts, "answeredOn"> & { readonly answeredOn: Date | null };

/** Years of one's own municipalities of which the last version waits for a signer, or came back from the CBS. */
export async function openAccounts(
  tx: Tx,
  programmeId: string,
  municipalities: readonly string[],
): Promise<OpenAccounts[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT d.id::text, d.year, d.version, q.name AS "preparedBy", d.prepared_by::text AS "preparedById",
           CASE WHEN e.delivery_id IS NULL THEN 'waiting' ELSE 'back' END AS what, a.reason, a.answered_on AS "answeredOn"
      FROM sisa_delivery d JOIN person q ON q.id = d.prepared_by
      LEFT JOIN sisa_delivery_event e ON e.delivery_id = d.id
      LEFT JOIN LATERAL (SELECT p.answer, p.reason, p.answered_on FROM sisa_plausibility p
        WHERE p.delivery_id = d.id ORDER BY p.number DESC LIMIT 1) a ON true
     WHERE d.programme_id = ${programmeId}::uuid AND d.municipality_id = ANY (${[...municipalities]}::uuid[])
       AND (e.delivery_id IS NULL OR (e.outcome = 'delivered' AND a.answer = 'not_plausible'))
       AND NOT EXISTS (SELECT 1 FROM sisa_delivery n WHERE n.programme_id = d.programme_id
         AND n.municipality_id = d.municipality_id AND n.year = d.year AND n.version > d.version)
     ORDER BY d.year DESC, d.id`;
  return rows.map((row) => ({ ...row, answeredOn: isoDateOrNull(row.answeredOn) }));
}
