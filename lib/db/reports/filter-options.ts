import type { ReportFilterOptions } from "@/lib/domain/reports/report-overview";
import type { Tx } from "../transaction";
import { REPORTERS } from "./report-state";

/** What can be filtered on: what this reader has rows of. */
export async function reportFilterOptions(tx: Tx, programmeId: string): Promise<ReportFilterOptions> {
  const [found] = await tx.$queryRaw<
    [{ streams: [string, string][]; municipalities: [string, string][]; years: number[] }]
  >`
    SELECT coalesce(jsonb_agg(DISTINCT jsonb_build_array(s.code, s.short_name)), '[]') AS streams,
           coalesce(jsonb_agg(DISTINCT jsonb_build_array(m.code, m.preferred_name)), '[]') AS municipalities,
           coalesce(jsonb_agg(DISTINCT w.year), '[]') AS years
      FROM reporting_window w JOIN stream s ON s.id = w.stream_id ${REPORTERS}
     WHERE w.programme_id = ${programmeId}::uuid`;
  const named = (pairs: [string, string][]) =>
    pairs.map(([code, name]) => ({ code, name })).sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    streams: named(found.streams),
    municipalities: named(found.municipalities),
    years: [...found.years].sort((a, b) => b - a),
  };
}
