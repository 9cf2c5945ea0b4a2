import type { MunicipalityFigures } from "@/lib/domain/reports/municipality-work";
import type { Tx } from "../transaction";

export async function municipalityFigures(
  tx: Tx,
  programmeId: string,
  municipalities: readonly string[],
): Promise<MunicipalityFigures> {
  const mine = [...municipalities];
  const [ledger] = await tx.$queryRaw<[Omit<MunicipalityFigures, "pending" | "pendingReports">]>`
    SELECT sum(b.balance_cents) FILTER (WHERE a.kind = 'allocated')::bigint AS allocated,
           coalesce(sum(b.balance_cents) FILTER (WHERE a.kind = 'spent'), 0)::bigint AS spent,
           sum(b.balance_cents) FILTER (WHERE a.kind = 'to_spend')::bigint AS left
      FROM account a JOIN account_balance b ON b.account_id = a.id
     WHERE a.programme_id = ${programmeId}::uuid AND a.municipality_id = ANY (${mine}::uuid[])`;
  const [pending] = await tx.$queryRaw<[{ pending: bigint | null; pendingReports: number }]>`
    SELECT sum(l.spent_cents + coalesce(l.correction_cents, 0))::bigint AS pending, count(DISTINCT r.id)::int AS "pendingReports"
      FROM report r JOIN reporting_window w ON w.id = r.window_id JOIN report_line l ON l.report_id = r.id
     WHERE w.programme_id = ${programmeId}::uuid AND r.municipality_id = ANY (${mine}::uuid[])
       AND r.status IN ('submitted', 'signed')`;
  return { ...ledger, ...pending };
}
