import "server-only";
import { batchLines } from "@/lib/db/proposals/batch-lines";
import { batchHeaders } from "@/lib/db/proposals/batch-list";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import type { BatchHeader, BatchLineView, LineState } from "@/lib/domain/proposals/batch-view";
import { NotFound } from "@/lib/domain/refusal";

/** What PostgreSQL takes as "all". */
const ALL = 2 ** 31 - 1;

/** Every batch of the list, newest first. */
export const exportBatches = (
  grant: Grant<"proposal:read">,
  programmeId: string,
): Promise<readonly BatchHeader[]> =>
  inContext(grant.actor, (tx) => batchHeaders(tx, { programmeId, id: null, limit: ALL, offset: 0 }));

const AT_ONCE = 5_000;

/** A batch with all its lines, or those that stand in one way; the lines come a few thousand at a time. @throws NotFound */
export async function exportBatchLines(
  grant: Grant<"proposal:read">,
  programmeId: string,
  id: string,
  state: LineState | null,
): Promise<{ readonly header: BatchHeader; readonly lines: AsyncIterable<BatchLineView> }> {
  const header = await inContext(grant.actor, async (tx) => {
    const [found] = await batchHeaders(tx, { programmeId, id, limit: 1, offset: 0 });
    if (found === undefined) throw new NotFound("batch");
    return found;
  });
  return { header, lines: linesOf(grant, id, state) };
}

async function* linesOf(grant: Grant<"proposal:read">, batchId: string, state: LineState | null) {
  const { personId } = grant.actor;
  for (let offset = 0; ; offset += AT_ONCE) {
    const page = await inContext(grant.actor, (tx) =>
      batchLines(tx, { batchId, state, personId, limit: AT_ONCE, offset }),
    );
    yield* page;
    if (page.length < AT_ONCE) return;
  }
}
