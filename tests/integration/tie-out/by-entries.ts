import type pg from "pg";
import type { TieOutKind } from "@/lib/domain/tie-out/tie-out-file";

export interface UnitAsked {
  readonly programmeId: string;
  readonly account: "allocated" | "advanced" | "spent";
  readonly year: number | null;
  readonly validOn: string;
  readonly knownAt: string;
  readonly until: string;
}

/** What a unit is by its entries alone: the control of what is read from balances and months. */
export interface UnitByEntries {
  readonly key: string;
  readonly counted: string | null;
  readonly late: string | null;
  readonly decisions: readonly string[];
}

export const ACCOUNT_OF: Readonly<Record<TieOutKind, UnitAsked["account"]>> = {
  register: "allocated",
  payment: "advanced",
  sisa: "spent",
};

/** Every entry read and added up, for journals with one allocation at a place. */
export async function unitsByEntries(behind: pg.Client, asked: UnitAsked): Promise<UnitByEntries[]> {
  const { programmeId, account, year, validOn, knownAt, until } = asked;
  const { rows } = await behind.query<UnitByEntries>(
    `WITH line AS (
       SELECT p.entry_seq AS seq, a.tranche_id, a.theme_id, a.area_id, sum(p.amount_cents) AS amount
         FROM account a JOIN posting p ON p.programme_id = a.programme_id AND p.account_id = a.id
        WHERE a.programme_id = $1 AND a.kind = $2::account_kind AND ($3::int IS NULL OR a.year = $3)
        GROUP BY 1, 2, 3, 4 HAVING sum(p.amount_cents) <> 0),
     known AS (
       SELECT l.*, e.decision_number, e.effective_on <= $4::date AND e.recorded_at <= $5::timestamptz AS counts
         FROM line l JOIN entry e ON e.programme_id = $1 AND e.seq = l.seq WHERE e.recorded_at <= $6::timestamptz)
     SELECT al.id::text AS key, (sum(k.amount) FILTER (WHERE k.counts))::text AS counted,
       (sum(k.amount) FILTER (WHERE NOT k.counts))::text AS late,
       array(SELECT DISTINCT x FROM unnest(array_agg(k.decision_number) || al.decision_number) x WHERE x IS NOT NULL ORDER BY x) AS decisions
       FROM allocation al LEFT JOIN known k USING (tranche_id, theme_id, area_id)
      WHERE al.programme_id = $1 AND al.created_at <= $6::timestamptz GROUP BY al.id ORDER BY al.id`,
    [programmeId, account, year, validOn, knownAt, until],
  );
  return rows;
}
