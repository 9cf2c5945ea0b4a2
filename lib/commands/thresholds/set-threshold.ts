import { recordAudit } from "@/lib/db/audit";
import { dateOf } from "@/lib/db/dates";
import { once } from "@/lib/db/idempotency";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import type { Cents } from "@/lib/domain/money";
import { thresholdReasons } from "@/lib/domain/proposals/threshold";
import { NotFound, Refusal } from "@/lib/domain/refusal";

/*
 * Who sets a threshold? A mandate, and up to which amount, is given by the minister in writing (Awb 10:3 and 10:5) in the
 * ministry's mandate rules, and who gives it may instruct how it is used (Awb 10:6). So it is the ministry that owns the
 * stream which enters it, citing those rules, and another person of that ministry who confirms it. The administrator has
 * no part in it: who manages access must not hold a permission about money.
 */

export interface EnteredThreshold {
  readonly idempotencyKey: string;
  readonly programmeId: string;
  readonly streamId: string;
  /** yyyy-mm-dd */
  readonly validFrom: string;
  /** Above this a second approver is needed; null ends an earlier threshold. */
  readonly amount: Cents | null;
  readonly legalSource: string;
  readonly today: string;
}

/** An officer of the owner ministry enters a threshold; it holds once another person confirmed it. @throws NotFound, Refusal */
export async function enterThreshold(
  grant: Grant<"ceiling:propose">,
  entered: EnteredThreshold,
): Promise<void> {
  const { actor } = grant;
  const { idempotencyKey: key, today, ...input } = entered;
  await inContext(actor, (tx) =>
    once(tx, actor, { key, action: "threshold.enter", input }, async () => {
      const stream = await tx.stream.findFirst({
        where: {
          id: input.streamId,
          programmeId: input.programmeId,
          ministries: {
            some: { role: "owner", validTo: null, ministryId: { in: [...actor.organisationIds] } },
          },
        },
      });
      if (stream === null) throw new NotFound("stream");
      const validFrom = dateOf(input.validFrom);
      const undecided = await tx.approvalThreshold.count({
        where: { streamId: stream.id, validFrom, outcome: null },
      });
      const reasons = thresholdReasons(input, { today, undecided: undecided > 0 });
      if (reasons.length > 0) throw new Refusal("blocked", {}, reasons);
      const made = await tx.approvalThreshold.create({
        data: {
          streamId: stream.id,
          validFrom,
          amountCents: input.amount,
          legalSource: input.legalSource,
          enteredBy: actor.personId ?? "",
        },
      });
      await recordAudit(tx, actor, {
        action: "threshold.entered",
        programmeId: input.programmeId,
        subjectKind: "threshold",
        subjectId: made.id,
        facts: { stream: stream.code, validFrom: input.validFrom, amountCents: input.amount },
      });
      return {};
    }),
  );
}

/** Another person of the ministry confirms a threshold or refuses it. @throws NotFound, Refusal `four_eyes`, `not_open` */
export async function decideThreshold(
  grant: Grant<"proposal:approve">,
  input: {
    readonly programmeId: string;
    readonly thresholdId: string;
    readonly outcome: "confirmed" | "refused";
  },
): Promise<void> {
  const { actor } = grant;
  await inContext(actor, async (tx) => {
    const row = await tx.approvalThreshold.findFirst({
      where: {
        id: input.thresholdId,
        stream: {
          programmeId: input.programmeId,
          ministries: {
            some: { role: "owner", validTo: null, ministryId: { in: [...actor.organisationIds] } },
          },
        },
      },
    });
    if (row === null) throw new NotFound("threshold");
    if (row.enteredBy === actor.personId) throw new Refusal("four_eyes");
    const { count } = await tx.approvalThreshold.updateMany({
      where: { id: row.id, outcome: null },
      data: { outcome: input.outcome, decidedBy: actor.personId, decidedAt: new Date() },
    });
    if (count === 0) throw new Refusal("not_open");
    await recordAudit(tx, actor, {
      action: `threshold.${input.outcome}`,
      programmeId: input.programmeId,
      subjectKind: "threshold",
      subjectId: row.id,
    });
  });
}
