import { recordAudit } from "@/lib/db/audit";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { NotFound, Refusal } from "@/lib/domain/refusal";

export interface WaiverDecision {
  readonly programmeId: string;
  readonly waiverId: string;
  readonly granted: boolean;
  readonly reason: string | null;
}

/**
 * An officer of the ministry that owns the stream, not the person who asked, grants a waiver or refuses it.
 * @throws NotFound, Refusal `four_eyes`, `not_open`, `reason_required`
 */
export async function decideWaiver(grant: Grant<"rule:manage">, decision: WaiverDecision): Promise<void> {
  const { actor } = grant;
  const { programmeId, waiverId, granted, reason } = decision;
  await inContext(actor, async (tx) => {
    const row = await tx.ruleWaiver.findFirst({
      where: {
        id: waiverId,
        programmeId,
        stream: {
          ministries: {
            some: { role: "owner", validTo: null, ministryId: { in: [...actor.organisationIds] } },
          },
        },
      },
      include: { decision: true },
    });
    if (row === null) throw new NotFound("waiver");
    if (row.requestedBy === actor.personId) throw new Refusal("four_eyes");
    if (row.decision !== null) throw new Refusal("not_open");
    if (!granted && reason === null) throw new Refusal("reason_required");
    await tx.ruleWaiverDecision.create({
      data: { waiverId, granted, reason, decidedBy: actor.personId ?? "" },
    });
    await recordAudit(tx, actor, {
      action: granted ? "rule.waiver_granted" : "rule.waiver_refused",
      programmeId,
      municipalityId: row.municipalityId,
      subjectKind: "rule_waiver",
      subjectId: waiverId,
      facts: { rule: row.ruleCode },
    });
  });
}
