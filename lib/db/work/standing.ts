import type { RecentEntry, StandingFigures } from "@/lib/domain/work";
import { Prisma } from "../generated/client";
import type { Tx } from "../transaction";

/** Balances of the streams that these ministries own now; of every stream when `ministries` is null. */
export async function standingFigures(
  tx: Tx,
  programmeId: string,
  ministries: readonly string[] | null,
): Promise<StandingFigures> {
  const owned =
    ministries === null
      ? Prisma.empty
      : Prisma.sql`AND EXISTS (SELECT 1 FROM stream_ministry m WHERE m.stream_id = a.stream_id AND m.role = 'owner'
          AND m.valid_to IS NULL AND m.ministry_id = ANY (${[...ministries]}::uuid[]))`;
  const [row] = await tx.$queryRaw<StandingFigures[]>`
    SELECT coalesce(-sum(b.balance_cents) FILTER (WHERE a.kind = 'ceiling'), 0)::bigint AS ceiling,
           coalesce(sum(b.balance_cents) FILTER (WHERE a.kind = 'allocated'), 0)::bigint AS allocated,
           coalesce(sum(b.balance_cents) FILTER (WHERE a.kind = 'spent'), 0)::bigint AS spent,
           coalesce(sum(b.balance_cents) FILTER (WHERE a.kind = 'unallocated'), 0)::bigint AS free,
           count(DISTINCT a.stream_id)::int AS streams
      FROM account a JOIN account_balance b ON b.account_id = a.id
     WHERE a.programme_id = ${programmeId}::uuid ${owned}`;
  if (row === undefined) throw new Error("an aggregate without a row");
  return row;
}

/** The last entries that this reader may see, newest first, each with the amount that it is about. */
export const recentEntries = (tx: Tx, programmeId: string, limit: number): Promise<RecentEntry[]> =>
  tx.$queryRaw<RecentEntry[]>`
    SELECT e.seq, e.kind::text AS kind, e.recorded_at AS "recordedAt", p.name AS by, s.short_name AS stream,
           r.name AS place, x.amount
      FROM (SELECT * FROM entry WHERE programme_id = ${programmeId}::uuid ORDER BY seq DESC LIMIT ${limit}) e
      JOIN stream s ON s.id = e.stream_id
      JOIN person p ON p.id = e.recorded_by
     CROSS JOIN LATERAL (
       SELECT coalesce(sum(CASE WHEN a.kind IN ('ceiling', 'settled') THEN -q.amount_cents ELSE q.amount_cents END)
                FILTER (WHERE a.kind IN ('ceiling', 'allocated', 'spent', 'advanced', 'settled')), 0)::bigint AS amount,
              min(a.area_id::text)::uuid AS area_id
         FROM posting q JOIN account a ON a.programme_id = q.programme_id AND a.id = q.account_id
        WHERE q.programme_id = e.programme_id AND q.entry_seq = e.seq) x
      LEFT JOIN area r ON r.id = x.area_id
     ORDER BY e.seq DESC`;
