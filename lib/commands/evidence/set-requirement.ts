import { recordAudit } from "@/lib/db/audit";
import { dateOf } from "@/lib/db/dates";
import { once } from "@/lib/db/idempotency";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import type { EvidenceKind } from "@/lib/domain/evidence/evidence-kind";
import type { Cents } from "@/lib/domain/money";
import { NotFound, Refusal } from "@/lib/domain/refusal";

export interface EnteredRequirement {
  readonly idempotencyKey: string;
  readonly programmeId: string;
  readonly streamId: string;
  readonly validFrom: string;
  readonly kind: EvidenceKind | null;
  /** Null ends the requirement of this kind. */
  readonly threshold: Cents | null;
  readonly legalSource: string;
  readonly today: string;
}

/** From when and from which amount a line of a stream needs evidence; never from a day that is over. @throws NotFound, Refusal */
export async function setRequirement(
  { actor }: Grant<"report:review">,
  { idempotencyKey: key, today, ...input }: EnteredRequirement,
): Promise<void> {
  await inContext(actor, (tx) =>
    once(tx, actor, { key, action: "evidence.require", input }, async () => {
      const owned = { role: "owner" as const, validTo: null, ministryId: { in: [...actor.organisationIds] } };
      const stream = await tx.stream.findFirst({
        where: { id: input.streamId, programmeId: input.programmeId, ministries: { some: owned } },
        select: { id: true, code: true },
      });
      if (stream === null) throw new NotFound("stream");
      if (input.validFrom < today)
        throw new Refusal("blocked", {}, [
          { code: "evidence.reasons.past", field: "validFrom", facts: { todayOn: today } },
        ]);
      const { id } = await tx.evidenceRequirement.create({
        data: {
          streamId: stream.id,
          validFrom: dateOf(input.validFrom),
          kind: input.kind,
          thresholdCents: input.threshold,
          legalSource: input.legalSource,
          enteredBy: actor.personId ?? "",
        },
        select: { id: true },
      });
      await recordAudit(tx, actor, {
        action: "evidence.required",
        programmeId: input.programmeId,
        subjectKind: "evidence_requirement",
        subjectId: id,
        facts: {
          stream: stream.code,
          validFrom: input.validFrom,
          kind: input.kind,
          thresholdCents: input.threshold,
        },
      });
      return {};
    }),
  );
}
