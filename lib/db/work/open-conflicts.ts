import type { OpenConflict } from "@/lib/domain/work";
import type { Tx } from "../transaction";

/** Source conflicts without a decision, or whose last decision opened them again; the heaviest first. */
export const openConflicts = (tx: Tx, programmeId: string): Promise<OpenConflict[]> =>
  tx.$queryRaw<OpenConflict[]>`
    SELECT c.code, c.title_nl AS "titleNl", c.title_en AS "titleEn", c.severity::text AS severity
      FROM source_conflict c
      LEFT JOIN LATERAL (
        SELECT d.reading_code FROM conflict_decision d WHERE d.conflict_id = c.id ORDER BY d.decided_at DESC, d.id DESC LIMIT 1) last ON true
     WHERE c.programme_id = ${programmeId}::uuid AND c.kind = 'source_conflict' AND coalesce(last.reading_code, 'open') = 'open'
     ORDER BY c.severity, c.code`;
