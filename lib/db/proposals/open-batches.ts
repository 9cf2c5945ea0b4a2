import type { Actor } from "@/lib/domain/access";
import type { OpenBatch } from "@/lib/domain/work";
import type { Tx } from "../transaction";

/** Batches of the ministry's own streams with lines that are not decided yet; drafts only one's own. Oldest first. */
export const openBatches = (tx: Tx, programmeId: string, actor: Actor): Promise<OpenBatch[]> =>
  tx.$queryRaw<OpenBatch[]>`
    SELECT b.id::text AS id, b.number, b.name, w.name AS author, b.created_by = ${actor.personId}::uuid AS own,
           count(*) FILTER (WHERE p.status = 'proposed')::int AS proposed,
           count(*) FILTER (WHERE p.status = 'returned')::int AS returned,
           count(*) FILTER (WHERE p.status = 'draft')::int AS draft,
           coalesce(sum((SELECT sum(l.amount_cents) FROM proposal_line l WHERE l.proposal_id = p.id)), 0)::bigint AS total
      FROM batch b JOIN proposal p ON p.batch_id = b.id JOIN person w ON w.id = b.created_by
     WHERE b.programme_id = ${programmeId}::uuid
       AND (p.status IN ('proposed', 'returned') OR (p.status = 'draft' AND p.created_by = ${actor.personId}::uuid))
       AND EXISTS (SELECT 1 FROM stream_ministry m WHERE m.stream_id = p.stream_id AND m.role = 'owner' AND m.valid_to IS NULL
         AND m.ministry_id = ANY (${[...actor.organisationIds]}::uuid[]))
     GROUP BY b.id, w.name ORDER BY b.created_at`;
