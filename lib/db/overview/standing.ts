import type { Standing } from "@/lib/domain/overview/standing";
import type { Tx } from "../transaction";

/** What was allocated and spent per stream, place and year, as far as this reader may see it. */
export const readStanding = (tx: Tx, programmeId: string): Promise<Standing[]> =>
  tx.$queryRaw<Standing[]>`
    SELECT s.code AS stream, m.code AS municipality, r.code AS area, a.year,
           sum(CASE WHEN a.kind = 'allocated' THEN b.balance_cents ELSE 0 END)::bigint AS allocated,
           sum(CASE WHEN a.kind = 'spent' THEN b.balance_cents ELSE 0 END)::bigint AS spent
      FROM account a JOIN account_balance b ON b.account_id = a.id
      JOIN stream s ON s.id = a.stream_id
      JOIN organisation m ON m.id = a.municipality_id
      JOIN area r ON r.id = a.area_id
     WHERE a.programme_id = ${programmeId}::uuid AND a.kind IN ('allocated', 'spent') AND a.year IS NOT NULL
     GROUP BY s.code, s.position, m.code, r.code, a.year
     ORDER BY s.position, m.code, r.code, a.year`;
