import { cents } from "@/lib/domain/money";
import type { BatchHeader, LineCounts, LineState } from "@/lib/domain/proposals/batch-view";
import { LINE_STATES } from "@/lib/domain/proposals/batch-view";
import { Prisma } from "../generated/client";
import type { Tx } from "../transaction";

type Row = Omit<BatchHeader, "total" | "counts"> & {
  readonly total: bigint;
  readonly counts: Partial<Record<LineState, number>>;
};

/** How a line stands: open and approved once is a state of its own. Used with a proposal `p`. */
export const STATE = Prisma.sql`CASE WHEN p.status = 'proposed' AND EXISTS (SELECT 1 FROM approval a WHERE a.proposal_id = p.id
  AND a.outcome = 'approved' AND a.version = p.version AND a.content_hash = p.content_hash) THEN 'second' ELSE p.status::text END`;

const counted = (counts: Partial<Record<LineState, number>>): LineCounts =>
  Object.fromEntries(LINE_STATES.map((state) => [state, counts[state] ?? 0])) as Record<LineState, number>;

/** Batches, newest first, with what their lines add up to and how they stand. */
export async function batchHeaders(
  tx: Tx,
  asked: {
    readonly programmeId: string;
    readonly id: string | null;
    readonly limit: number;
    readonly offset: number;
  },
): Promise<BatchHeader[]> {
  const rows = await tx.$queryRaw<Row[]>`
    WITH page AS (
      SELECT b.* FROM batch b WHERE b.programme_id = ${asked.programmeId}::uuid AND (${asked.id}::uuid IS NULL OR b.id = ${asked.id}::uuid)
       ORDER BY b.created_at DESC, b.id LIMIT ${asked.limit} OFFSET ${asked.offset}),
    stands AS (
      SELECT p.batch_id, ${STATE} AS state, (SELECT sum(l.amount_cents) FROM proposal_line l WHERE l.proposal_id = p.id) AS amount
        FROM proposal p WHERE p.batch_id IN (SELECT id FROM page)),
    sums AS (SELECT batch_id, state, count(*)::int AS n, sum(amount) AS amount FROM stands GROUP BY batch_id, state)
    SELECT b.id::text AS id, b.number, b.name, b.origin::text AS origin, b.together, q.name AS author, b.created_at AS "createdAt",
        coalesce(x.lines, 0)::int AS lines, coalesce(x.total, 0)::bigint AS total, coalesce(x.counts, '{}') AS counts
      FROM page b JOIN person q ON q.id = b.created_by
      LEFT JOIN LATERAL (SELECT sum(s.n) AS lines, sum(s.amount) AS total, jsonb_object_agg(s.state, s.n) AS counts
        FROM sums s WHERE s.batch_id = b.id) x ON true
     ORDER BY b.created_at DESC, b.id`;
  return rows.map((row) => ({ ...row, total: cents(row.total), counts: counted(row.counts) }));
}
