import { recordAudit } from "@/lib/db/audit";
import { once } from "@/lib/db/idempotency";
import { readDelivery } from "@/lib/db/sisa/deliveries";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { NotFound, Refusal } from "@/lib/domain/refusal";
import type { DecideSisaInput } from "@/lib/input/sisa";

/**
 * Another person than who prepared it marks exactly that version as delivered, or gives it back with a reason. The
 * database refuses the same person whatever is asked here.
 * @throws NotFound, Refusal `not_open`, `four_eyes`, `stale`, `reason_required`
 */
export async function decideSisa(
  grant: Grant<"report:sign">,
  programmeId: string,
  deliveryId: string,
  entered: DecideSisaInput,
): Promise<void> {
  const { actor } = grant;
  const { idempotencyKey: key, ...input } = entered;
  await inContext(actor, (tx) =>
    once(tx, actor, { key, action: "sisa.decide", input: { ...input, deliveryId } }, async () => {
      const delivery = await readDelivery(tx, programmeId, deliveryId);
      if (delivery === null || !actor.organisationIds.includes(delivery.municipalityId))
        throw new NotFound(deliveryId);
      if (delivery.decided !== null) throw new Refusal("not_open");
      if (delivery.preparedBy.id === actor.personId) throw new Refusal("four_eyes");
      if (input.outcome === "returned" && input.reason === null) throw new Refusal("reason_required");
      await tx.sisaDeliveryEvent.create({
        data: {
          deliveryId,
          municipalityId: delivery.municipalityId,
          outcome: input.outcome,
          contentHash: input.contentHash,
          reason: input.reason,
          personId: actor.personId ?? "",
        },
      });
      await recordAudit(tx, actor, {
        action: `sisa.${input.outcome}`,
        programmeId,
        municipalityId: delivery.municipalityId,
        subjectKind: "sisa",
        subjectId: deliveryId,
        facts: { year: delivery.year, version: delivery.version, contentHash: input.contentHash },
      });
      return {};
    }),
  );
}
