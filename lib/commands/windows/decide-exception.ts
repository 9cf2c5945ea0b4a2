import { recordAudit } from "@/lib/db/audit";
import { once } from "@/lib/db/idempotency";
import { inContext } from "@/lib/db/transaction";
import { readExceptions } from "@/lib/db/windows/exceptions";
import type { Grant } from "@/lib/domain/access";
import { NotFound, Refusal } from "@/lib/domain/refusal";
import type { DecideExceptionInput } from "@/lib/input/window";

type Decided = DecideExceptionInput & { readonly programmeId: string; readonly today: string };

/**
 * Grants or refuses a request, by somebody of the owner ministry who did not ask for it.
 * @throws NotFound, Refusal `four_eyes`, `not_open` when it was decided or has expired
 */
export async function decideException(
  { actor }: Grant<"exception:decide">,
  { idempotencyKey: key, today, ...input }: Decided,
): Promise<void> {
  await inContext(actor, (tx) =>
    once(tx, actor, { key, action: "exception.decide", input }, async () => {
      const { programmeId, exceptionId: id, outcome, reason } = input;
      const [asked] = await readExceptions(tx, { programmeId, id });
      if (asked === undefined || !asked.owned) throw new NotFound(id);
      if (asked.requestedById === actor.personId) throw new Refusal("four_eyes");
      if (asked.outcome !== null || (outcome === "granted" && asked.expiresOn < today))
        throw new Refusal("not_open");
      await tx.exceptionDecision.create({
        data: { exceptionId: id, outcome, reason, decidedBy: actor.personId ?? "" },
        select: { exceptionId: true },
      });
      await recordAudit(tx, actor, {
        action: `exception.${outcome}`,
        programmeId,
        municipalityId: asked.municipalityId,
        subjectKind: "exception",
        subjectId: id,
        facts: { window: asked.windowCode, kind: asked.kind, expiresOn: asked.expiresOn },
      });
      return {};
    }),
  );
}
