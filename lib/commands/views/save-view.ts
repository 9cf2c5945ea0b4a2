import { recordAudit } from "@/lib/db/audit";
import { once } from "@/lib/db/idempotency";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { Refusal } from "@/lib/domain/refusal";
import { type ViewPlace, viewQuery, viewReasons } from "@/lib/domain/views/saved-view";

export interface ViewToSave extends ViewPlace {
  readonly idempotencyKey: string;
  readonly programmeId: string;
  readonly name: string;
  readonly query: string;
  readonly shared: boolean;
}

/** Keeps the question of a list under a name. @throws Refusal `blocked` */
export function saveView({ actor }: Grant<"work:read">, view: ViewToSave): Promise<{ id: string }> {
  const { idempotencyKey: key, ...input } = view;
  const [organisationId] = actor.organisationIds;
  const personId = actor.personId;
  if (personId === null || organisationId === undefined) throw new Refusal("not_allowed");
  return inContext(actor, (tx) =>
    once(tx, actor, { key, action: "view.save", input }, async () => {
      const { programmeId, list, subject, name, shared } = input;
      // Two saves of one person wait for each other: a name is taken once.
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`views/${personId}`}, 7))::text`;
      const own = await tx.savedView.findMany({
        where: { programmeId, personId, list, subject, removedAt: null },
      });
      const reasons = viewReasons(name, own);
      if (reasons.length > 0) throw new Refusal("blocked", {}, reasons);
      const { id } = await tx.savedView.create({
        data: {
          programmeId,
          personId,
          organisationId,
          list,
          subject,
          name,
          shared,
          query: viewQuery(input.query),
        },
      });
      await recordAudit(tx, actor, {
        action: "view.saved",
        programmeId,
        subjectKind: "saved_view",
        subjectId: id,
        origin: actor.origin,
        facts: { list, subject, name, shared },
      });
      return { id };
    }),
  );
}
