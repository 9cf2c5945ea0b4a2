import { cents } from "@/lib/domain/money";
import { type KnownAllocation, type LineGroup, sharedPlaces } from "@/lib/domain/tie-out/fold-units";
import { COMPARED } from "@/lib/domain/tie-out/tie-out-file";
import type { Tx } from "../transaction";
import type { TieOutCuts, UnitsAsked } from "./units-asked";

/** What the entries of places with several allocations come to, by the allocation that they name. */
export async function sharedGroups(
  tx: Tx,
  programmeId: string,
  { kind, year, asOf }: UnitsAsked,
  { counted, entered }: TieOutCuts,
  allocations: readonly KnownAllocation[],
): Promise<LineGroup[]> {
  const places = sharedPlaces(allocations).flatMap((there) => there.slice(0, 1));
  if (places.length === 0) return [];
  const rows = await tx.$queryRaw<(Omit<LineGroup, "amount"> & { amount: bigint })[]>`
    WITH line AS (
      SELECT p.entry_seq AS seq, a.stream_id, a.tranche_id, a.theme_id, a.municipality_id, a.area_id, sum(p.amount_cents) AS amount
        FROM jsonb_to_recordset(${JSON.stringify(places)}::jsonb) AS w ("trancheId" uuid, "themeId" uuid, "areaId" uuid)
        JOIN account a ON a.programme_id = ${programmeId}::uuid AND a.kind = ${COMPARED[kind]}::account_kind
         AND a.tranche_id = w."trancheId" AND a.theme_id = w."themeId" AND a.area_id = w."areaId"
         AND (${year}::int IS NULL OR a.year = ${year}::int)
        JOIN posting p ON p.programme_id = a.programme_id AND p.account_id = a.id AND p.entry_seq <= ${entered.known}
       GROUP BY p.entry_seq, a.stream_id, a.tranche_id, a.theme_id, a.municipality_id, a.area_id HAVING sum(p.amount_cents) <> 0)
    SELECT l.stream_id::text AS "streamId", l.tranche_id::text AS "trancheId", l.theme_id::text AS "themeId",
      l.municipality_id::text AS "municipalityId", l.area_id::text AS "areaId", e.allocation_id::text AS "allocationId",
      e.effective_on <= ${asOf.validOn}::date AND l.seq <= ${counted.known} AS counts,
      sum(l.amount)::bigint AS amount, count(*)::int AS count
      FROM line l JOIN entry e ON e.programme_id = ${programmeId}::uuid AND e.seq = l.seq GROUP BY 1, 2, 3, 4, 5, 6, 7`;
  return rows.map((row) => ({ ...row, amount: cents(row.amount) }));
}
