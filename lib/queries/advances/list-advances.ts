import "server-only";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { type Cents, cents } from "@/lib/domain/money";

/** What stands on one allocation, in cents; `open` is proposed and not decided yet, recoveries subtracted. */
export interface AdvanceRow {
  readonly id: string;
  readonly number: string;
  readonly municipality: string;
  readonly area: string;
  readonly themeNl: string;
  readonly themeEn: string;
  readonly stream: string;
  readonly awarded: Cents;
  readonly advanced: Cents;
  readonly open: Cents;
  readonly spent: Cents;
  /** This reader's ministry owns the stream. */
  readonly own: boolean;
}

export interface AdvanceQuestion {
  readonly programmeId: string;
  readonly stream?: string;
  readonly municipality?: string;
  readonly text?: string;
}

/** Every allocation of the question with what was paid on it; a few hundred at most in one programme. */
export const listAdvances = (grant: Grant<"proposal:read">, query: AdvanceQuestion): Promise<AdvanceRow[]> =>
  inContext(grant.actor, async (tx) => {
    const like = query.text === undefined ? null : `%${query.text.replace(/[\\%_]/g, "\\$&")}%`;
    const rows = await tx.$queryRaw<AdvanceRow[]>`
      SELECT al.id::text AS id, al.number, m.preferred_name AS municipality, r.name AS area, th.name_nl AS "themeNl",
             th.name_en AS "themeEn", s.short_name AS stream,
             coalesce(sum(b.balance_cents) FILTER (WHERE a.kind = 'allocated'), 0)::bigint AS awarded,
             coalesce(sum(b.balance_cents) FILTER (WHERE a.kind = 'advanced'), 0)::bigint AS advanced,
             coalesce(sum(b.balance_cents) FILTER (WHERE a.kind = 'spent'), 0)::bigint AS spent,
             coalesce((SELECT sum(CASE p.kind WHEN 'advance' THEN l.amount_cents ELSE -l.amount_cents END)
               FROM proposal p JOIN proposal_line l ON l.proposal_id = p.id
              WHERE p.allocation_id = al.id AND p.status = 'proposed' AND p.kind IN ('advance', 'recovery')), 0)::bigint AS open,
             EXISTS (SELECT 1 FROM stream_ministry o WHERE o.stream_id = al.stream_id AND o.role = 'owner' AND o.valid_to IS NULL
               AND o.ministry_id = ANY (${[...grant.actor.organisationIds]}::uuid[])) AS own
        FROM allocation al JOIN stream s ON s.id = al.stream_id JOIN theme th ON th.id = al.theme_id
        JOIN organisation m ON m.id = al.municipality_id JOIN area r ON r.id = al.area_id
        LEFT JOIN account a ON a.programme_id = al.programme_id AND a.tranche_id = al.tranche_id AND a.theme_id = al.theme_id
         AND a.area_id = al.area_id AND a.kind IN ('allocated', 'advanced', 'spent')
        LEFT JOIN account_balance b ON b.account_id = a.id
       WHERE al.programme_id = ${query.programmeId}::uuid
         AND (${query.stream ?? null}::text IS NULL OR s.code = ${query.stream ?? null})
         AND (${query.municipality ?? null}::text IS NULL OR m.code = ${query.municipality ?? null})
         AND (${like}::text IS NULL OR al.number ILIKE ${like} OR r.name ILIKE ${like} OR al.decision_number ILIKE ${like})
       GROUP BY al.id, m.preferred_name, r.name, th.name_nl, th.name_en, s.short_name ORDER BY al.number`;
    return rows.map(({ awarded, advanced, open, spent, ...row }) => ({
      ...row,
      awarded: cents(awarded),
      advanced: cents(advanced),
      open: cents(open),
      spent: cents(spent),
    }));
  });
