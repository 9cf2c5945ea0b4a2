import type { RecentChange } from "@/lib/domain/reports/municipality-work";
import type { Tx } from "../transaction";

interface Asked {
  readonly programmeId: string;
  readonly municipalities: readonly string[];
  /** Who reads: what this person did is marked as such. */
  readonly reader: string | null;
  readonly limit: number;
}

/** What happened last to the reports and allocations of these municipalities, the newest first. */
export async function recentChanges(
  tx: Tx,
  { programmeId, municipalities, reader, limit }: Asked,
): Promise<RecentChange[]> {
  const mine = [...municipalities];
  return tx.$queryRaw<RecentChange[]>`
    (SELECT v.id::text AS key, v.action AS what, v.at, p.name AS who,
            v.person_id IS NOT DISTINCT FROM ${reader}::uuid AS own, s.short_name AS "streamName",
            r.id::text AS "reportId", w.year, w.period, w.periods,
            NULL::text AS "allocationId", NULL::text AS "areaName", NULL::bigint AS amount
       FROM report_event v JOIN report r ON r.id = v.report_id JOIN reporting_window w ON w.id = r.window_id
       JOIN stream s ON s.id = w.stream_id JOIN person p ON p.id = v.person_id
      WHERE w.programme_id = ${programmeId}::uuid AND r.municipality_id = ANY (${mine}::uuid[])
      ORDER BY v.at DESC, v.id DESC LIMIT ${limit})
    UNION ALL
    (SELECT 'entry-' || e.seq, e.kind::text, e.recorded_at, p.name,
            e.recorded_by IS NOT DISTINCT FROM ${reader}::uuid, s.short_name, NULL, NULL, NULL, NULL,
            e.allocation_id::text, ar.name, moved.amount
       FROM entry e JOIN stream s ON s.id = e.stream_id JOIN person p ON p.id = e.recorded_by
       JOIN allocation al ON al.id = e.allocation_id JOIN area ar ON ar.id = al.area_id
       CROSS JOIN LATERAL (
         SELECT sum(x.amount_cents)::bigint AS amount FROM posting x JOIN account a ON a.id = x.account_id
          WHERE x.programme_id = e.programme_id AND x.entry_seq = e.seq AND a.kind = 'allocated') moved
      WHERE e.programme_id = ${programmeId}::uuid AND e.municipality_id = ANY (${mine}::uuid[])
        AND e.kind IN ('allocated', 'revised', 'withdrawn')
      ORDER BY e.seq DESC LIMIT ${limit})
    ORDER BY at DESC, key DESC LIMIT ${limit}`;
}

/** Why each of these reports was given back, and by whom: the last return of each. */
export async function returnReasons(
  tx: Tx,
  reportIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly reason: string; readonly who: string }>> {
  if (reportIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; reason: string; who: string }[]>`
    SELECT DISTINCT ON (v.report_id) v.report_id::text AS id, v.reason, p.name AS who
      FROM report_event v JOIN person p ON p.id = v.person_id
     WHERE v.report_id = ANY (${[...reportIds]}::uuid[]) AND v.action = 'returned'
     ORDER BY v.report_id, v.at DESC, v.id DESC`;
  return new Map(rows.map(({ id, reason, who }) => [id, { reason, who }]));
}
