import { Prisma } from "../generated/client";

/**
 * For an allocation `al`: rows of year and amount, what is allocated by it now. Where it is alone at its place that is what
 * the place's accounts stand at; where a correction left two there, each has the lines of its own entries.
 */
export const ALLOCATED_YEARS = Prisma.sql`
  SELECT a.year, sum(b.balance_cents) AS amount
    FROM account a JOIN account_balance b ON b.account_id = a.id
   WHERE a.programme_id = al.programme_id AND a.kind = 'allocated' AND a.tranche_id = al.tranche_id AND a.theme_id = al.theme_id
     AND a.area_id = al.area_id AND b.posting_count > 0 AND (SELECT count(*) FROM allocation o
       WHERE o.programme_id = al.programme_id AND o.tranche_id = al.tranche_id AND o.theme_id = al.theme_id AND o.area_id = al.area_id) = 1
   GROUP BY a.year
  UNION ALL
  SELECT a.year, sum(p.amount_cents)
    FROM entry e JOIN posting p ON p.programme_id = e.programme_id AND p.entry_seq = e.seq
    JOIN account a ON a.programme_id = p.programme_id AND a.id = p.account_id AND a.kind = 'allocated'
   WHERE e.programme_id = al.programme_id AND e.allocation_id = al.id AND (SELECT count(*) FROM allocation o
       WHERE o.programme_id = al.programme_id AND o.tranche_id = al.tranche_id AND o.theme_id = al.theme_id AND o.area_id = al.area_id) > 1
   GROUP BY a.year`;

export interface AllocatedYear {
  readonly allocationId: string;
  readonly number: string;
  readonly areaId: string;
  readonly themeId: string;
  readonly year: number;
  readonly amount: bigint;
}

/** What the allocations of a tranche come to now, per year in which anything was ever allocated. */
export const allocatedInTranche = (programmeId: string, trancheId: string): Prisma.Sql => Prisma.sql`
  SELECT al.id::text AS "allocationId", al.number, al.area_id::text AS "areaId", al.theme_id::text AS "themeId", y.year,
    y.amount::bigint AS amount
    FROM allocation al CROSS JOIN LATERAL (${ALLOCATED_YEARS}) y
   WHERE al.programme_id = ${programmeId}::uuid AND al.tranche_id = ${trancheId}::uuid
   ORDER BY al.number, y.year`;
