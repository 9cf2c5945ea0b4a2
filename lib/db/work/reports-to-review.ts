import type { ReportToReview } from "@/lib/domain/work";
import type { Tx } from "../transaction";

/** Signed reports of streams that these ministries own now; the one that waits longest first. */
export const reportsToReview = (
  tx: Tx,
  programmeId: string,
  ministries: readonly string[],
): Promise<ReportToReview[]> =>
  tx.$queryRaw<ReportToReview[]>`
    SELECT r.id::text AS id, s.short_name AS stream, m.preferred_name AS municipality, w.year, w.period, w.periods
      FROM report r JOIN reporting_window w ON w.id = r.window_id
      JOIN stream s ON s.id = w.stream_id JOIN organisation m ON m.id = r.municipality_id
     WHERE w.programme_id = ${programmeId}::uuid AND r.status = 'signed'
       AND EXISTS (SELECT 1 FROM stream_ministry o WHERE o.stream_id = s.id AND o.role = 'owner' AND o.valid_to IS NULL
         AND o.ministry_id = ANY (${[...ministries]}::uuid[]))
     ORDER BY r.updated_at, r.id`;
