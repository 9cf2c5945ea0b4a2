import { recordAudit } from "@/lib/db/audit";
import { once } from "@/lib/db/idempotency";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { NotFound } from "@/lib/domain/refusal";
import { SAVED_LISTS, type ViewPlace } from "@/lib/domain/views/saved-view";

/** Takes one's own view away; what others shared is not there to be removed. @throws NotFound */
export const removeView = (
  { actor }: Grant<"work:read">,
  {
    idempotencyKey: key,
    programmeId,
    viewId,
  }: { idempotencyKey: string; programmeId: string; viewId: string },
): Promise<ViewPlace> =>
  inContext(actor, async (tx) => {
    const { list, subject } = await once(
      tx,
      actor,
      { key, action: "view.remove", input: { programmeId, viewId } },
      async () => {
        const { count } = await tx.savedView.updateMany({
          where: { id: viewId, programmeId, personId: actor.personId ?? "", removedAt: null },
          data: { removedAt: new Date() },
        });
        if (count === 0) throw new NotFound(viewId);
        const view = await tx.savedView.findUniqueOrThrow({ where: { id: viewId } });
        await recordAudit(tx, actor, {
          action: "view.removed",
          programmeId,
          subjectKind: "saved_view",
          subjectId: viewId,
          origin: actor.origin,
          facts: { list: view.list, name: view.name },
        });
        return { list: view.list, subject: view.subject };
      },
    );
    const known = SAVED_LISTS.find((one) => one === list);
    if (known === undefined) throw new NotFound(viewId);
    return { list: known, subject };
  });
