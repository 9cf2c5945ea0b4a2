import { recordAudit } from "@/lib/db/audit";
import { dateOf } from "@/lib/db/dates";
import { once } from "@/lib/db/idempotency";
import { readDelivery } from "@/lib/db/sisa/deliveries";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { NotFound, Refusal } from "@/lib/domain/refusal";
import { answerReasons } from "@/lib/domain/sisa/plausibility";
import type { CbsAnswerInput } from "@/lib/input/sisa-cbs";
import { dateInAmsterdam } from "@/lib/views/dates";

/**
 * Keeps what the CBS answered about a delivered version. A record that takes the place of an earlier one says why; the
 * earlier one stays.
 * @throws NotFound, Refusal `not_open` for what was not delivered, `stale`, `blocked` with every reason
 */
export async function recordCbsAnswer(
  grant: Grant<"report:fill"> | Grant<"report:sign">,
  programmeId: string,
  deliveryId: string,
  entered: CbsAnswerInput,
): Promise<void> {
  const { actor } = grant;
  const { idempotencyKey: key, last, ...input } = entered;
  await inContext(actor, (tx) =>
    once(tx, actor, { key, action: "sisa.cbs", input: { ...input, last, deliveryId } }, async () => {
      const delivery = await readDelivery(tx, programmeId, deliveryId);
      if (delivery === null || !actor.organisationIds.includes(delivery.municipalityId))
        throw new NotFound(deliveryId);
      const { decided, cbs, municipalityId } = delivery;
      if (decided?.outcome !== "delivered") throw new Refusal("not_open");
      if ((cbs?.number ?? 0) !== last) throw new Refusal("stale");
      const reasons = answerReasons(input, {
        deliveredOn: dateInAmsterdam(decided.at),
        today: dateInAmsterdam(new Date()),
        again: last > 0,
      });
      if (reasons.length > 0) throw new Refusal("blocked", { count: String(reasons.length) }, reasons);
      await tx.sisaPlausibility.create({
        data: {
          deliveryId,
          municipalityId,
          number: last + 1,
          answer: input.answer,
          answeredOn: dateOf(input.answeredOn),
          source: input.source,
          reason: input.reason,
          correctUntil: input.correctUntil === null ? null : dateOf(input.correctUntil),
          personId: actor.personId ?? "",
        },
      });
      await recordAudit(tx, actor, {
        action: `sisa.cbs_${input.answer}`,
        programmeId,
        municipalityId,
        subjectKind: "sisa",
        subjectId: deliveryId,
        facts: {
          year: delivery.year,
          version: delivery.version,
          answeredOn: input.answeredOn,
          source: input.source,
          record: last + 1,
        },
      });
      return {};
    }),
  );
}
