import { recordAudit } from "@/lib/db/audit";
import { dateOf } from "@/lib/db/dates";
import { once } from "@/lib/db/idempotency";
import { readSchedule } from "@/lib/db/proposals/schedule";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { scheduled, scheduleReasons } from "@/lib/domain/payments/schedule";
import { Refusal } from "@/lib/domain/refusal";
import type { ScheduleInput } from "@/lib/input/schedule";

/**
 * Plans when an award is paid; a new version replaces the one before, which stays readable. It plans and pays nothing.
 * @throws NotFound, Refusal `blocked` with every reason, `stale` when another version came between
 */
export async function enterSchedule(
  grant: Grant<"allocation:propose">,
  programme: { readonly id: string; readonly code: string },
  allocationId: string,
  entered: ScheduleInput,
): Promise<void> {
  const { actor } = grant;
  const { idempotencyKey: key, ...input } = entered;
  await inContext(actor, (tx) =>
    once(tx, actor, { key, action: "schedule.enter", input: { ...input, allocationId } }, async () => {
      const { facts, version, place } = await readSchedule(tx, programme, allocationId);
      if (version !== input.version) throw new Refusal("stale");
      const reasons = scheduleReasons(input.terms, facts);
      if (reasons.length > 0) throw new Refusal("blocked", { count: String(reasons.length) }, reasons);
      const { municipalityId } = place;
      const { id } = await tx.paymentSchedule.create({
        data: {
          ...place,
          allocationId,
          version: version + 1,
          totalCents: scheduled(input.terms),
          reason: input.reason,
          createdBy: actor.personId ?? "",
        },
      });
      await tx.paymentTerm.createMany({
        data: input.terms.map(({ dueOn, amount }) => ({
          scheduleId: id,
          municipalityId,
          dueOn: dateOf(dueOn),
          amountCents: amount,
        })),
      });
      await recordAudit(tx, actor, {
        action: "schedule.entered",
        programmeId: programme.id,
        municipalityId,
        subjectKind: "allocation",
        subjectId: allocationId,
        facts: { version: version + 1, terms: input.terms.length },
      });
      return {};
    }),
  );
}
