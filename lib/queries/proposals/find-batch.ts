import "server-only";
import { batchLines, batchRooms } from "@/lib/db/proposals/batch-lines";
import { batchHeaders } from "@/lib/db/proposals/batch-list";
import { type Reading, readingOf } from "@/lib/db/proposals/reading";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import {
  type BatchHeader,
  type BatchLineView,
  type BatchRoom,
  type LineState,
  type ToldOutcome,
  toldOutcome,
} from "@/lib/domain/proposals/batch-view";
import { NotFound } from "@/lib/domain/refusal";

export const LINES_PER_PAGE = 100;

export interface BatchView extends BatchHeader {
  readonly source: Readonly<Record<string, string>>;
  readonly contentHash: string;
  /** Who looks entered it, or stands in for who did: another person decides. */
  readonly own: "entered" | "principal" | null;
  readonly rows: readonly BatchLineView[];
  readonly rooms: readonly BatchRoom[];
  readonly reading: Reading & { readonly open: number };
}

/** A batch with one page of its lines. @throws NotFound */
export const findBatch = (
  grant: Grant<"proposal:read">,
  programmeId: string,
  id: string,
  asked: { readonly state: LineState | null; readonly page: number },
): Promise<BatchView> =>
  inContext(grant.actor, async (tx) => {
    const [header] = await batchHeaders(tx, { programmeId, id, limit: 1, offset: 0 });
    if (header === undefined) throw new NotFound("batch");
    const { personId } = grant.actor;
    const batch = await tx.batch.findUniqueOrThrow({ where: { id } });
    const standing = await tx.$queryRaw<{ id: string }[]>`
      SELECT principal_id::text AS id FROM deputy_today WHERE deputy_id = ${personId}::uuid AND principal_id = ${batch.createdBy}::uuid`;
    // The reading comes first: a change between the two is then found by its digest, and never the other way round.
    const reading = await readingOf(tx, id);
    return {
      ...header,
      reading,
      source: batch.source as Record<string, string>,
      contentHash: batch.contentHash,
      own: batch.createdBy === personId ? "entered" : standing.length > 0 ? "principal" : null,
      rows: await batchLines(tx, {
        batchId: id,
        state: asked.state,
        personId,
        limit: LINES_PER_PAGE,
        offset: (asked.page - 1) * LINES_PER_PAGE,
      }),
      rooms: await batchRooms(tx, id),
    };
  });

/** How this person's decision with this key came out; null when there is none. */
export const findBatchOutcome = (
  grant: Grant<"proposal:approve">,
  key: string,
): Promise<ToldOutcome | null> =>
  inContext(grant.actor, async (tx) => {
    const personId = grant.actor.personId ?? "";
    const kept = await tx.idempotencyKey.findUnique({ where: { personId_key: { personId, key } } });
    if (kept === null || kept.action !== "batch.decide") return null;
    return toldOutcome(kept.result as Record<string, string>);
  });
