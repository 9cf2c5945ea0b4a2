import { Prisma } from "../generated/client";
import type { Tx } from "../transaction";
import { ALLOCATED_YEARS } from "./allocated";

export interface AllocationQuery {
  readonly programmeId: string;
  readonly stream?: string;
  readonly municipality?: string;
  readonly theme?: string;
  readonly text?: string;
  readonly sort: "nummer" | "gebied" | "toegekend" | "besteed" | "over";
  readonly descending: boolean;
  /** Null asks for all. */
  readonly limit: number | null;
  readonly offset: number;
}

export interface AllocationSqlRow {
  readonly id: string;
  readonly number: string;
  readonly stream: string;
  readonly tranche: string;
  readonly themeNl: string;
  readonly themeEn: string;
  readonly municipality: string;
  readonly area: string;
  readonly revisions: number;
  readonly withdrawn: boolean;
  readonly allocated: bigint;
  readonly spent: bigint;
  readonly total: number;
  readonly totalAllocated: bigint | null;
  readonly totalSpent: bigint | null;
}

const ORDER: Readonly<Record<AllocationQuery["sort"], Prisma.Sql>> = {
  nummer: Prisma.sql`number`,
  gebied: Prisma.sql`area COLLATE "nl-x-icu"`,
  toegekend: Prisma.sql`allocated`,
  besteed: Prisma.sql`spent`,
  over: Prisma.sql`(allocated - spent)`,
};

/** One page of allocations with the totals of the whole question; row-level security decides whose. */
export function allocationRows(tx: Tx, query: AllocationQuery): Promise<AllocationSqlRow[]> {
  const like = query.text && `%${query.text.replace(/[\\%_]/g, "\\$&")}%`;
  const where = [
    Prisma.sql`al.programme_id = ${query.programmeId}::uuid`,
    ...(query.stream ? [Prisma.sql`s.code = ${query.stream}`] : []),
    ...(query.municipality ? [Prisma.sql`m.code = ${query.municipality}`] : []),
    ...(query.theme ? [Prisma.sql`th.code = ${query.theme}`] : []),
    ...(like
      ? [Prisma.sql`(al.number ILIKE ${like} OR ar.name ILIKE ${like} OR al.decision_number ILIKE ${like})`]
      : []),
  ];
  const order = Prisma.sql`${ORDER[query.sort]} ${query.descending ? Prisma.sql`DESC` : Prisma.sql`ASC`}, number`;
  return tx.$queryRaw<AllocationSqlRow[]>`
    WITH rows AS (
      SELECT al.id, al.number, s.short_name AS stream, tr.name AS tranche, th.name_nl AS "themeNl", th.name_en AS "themeEn",
        m.preferred_name AS municipality, ar.name AS area,
        coalesce((SELECT sum(y.amount) FROM (${ALLOCATED_YEARS}) y), 0)::bigint AS allocated,
        coalesce((SELECT sum(b.balance_cents) FROM account a JOIN account_balance b ON b.account_id = a.id
          WHERE a.programme_id = al.programme_id AND a.kind = 'spent' AND a.tranche_id = al.tranche_id AND a.theme_id = al.theme_id
            AND a.area_id = al.area_id), 0)::bigint AS spent
      FROM allocation al JOIN stream s ON s.id = al.stream_id JOIN tranche tr ON tr.id = al.tranche_id JOIN theme th ON th.id = al.theme_id
        JOIN organisation m ON m.id = al.municipality_id JOIN area ar ON ar.id = al.area_id
      WHERE ${Prisma.join(where, " AND ")})
    SELECT r.*, r.id::text AS id, changes.revisions, changes.withdrawn
      FROM (SELECT rows.*, (count(*) OVER ())::int AS total, (sum(allocated) OVER ())::bigint AS "totalAllocated",
          (sum(spent) OVER ())::bigint AS "totalSpent"
          FROM rows ORDER BY ${order} LIMIT ${query.limit} OFFSET ${query.offset}) r
     CROSS JOIN LATERAL (
       SELECT count(*) FILTER (WHERE e.kind = 'revised')::int AS revisions, count(*) FILTER (WHERE e.kind = 'withdrawn') > 0 AS withdrawn
         FROM entry e WHERE e.allocation_id = r.id AND e.kind IN ('revised', 'withdrawn')) changes
     ORDER BY ${order}`;
}
