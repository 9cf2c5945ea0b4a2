import { recordAudit } from "@/lib/db/audit";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { NotFound, Refusal } from "@/lib/domain/refusal";

export interface StageDecision {
  readonly programmeId: string;
  readonly stageId: string;
  readonly agreed: boolean;
  readonly reason: string | null;
}

/** Another person agrees to a stage of a rule or refuses it. @throws NotFound, Refusal `four_eyes`, `not_open`, `reason_required` */
export async function decideStage(grant: Grant<"rule:manage">, decision: StageDecision): Promise<void> {
  const { actor } = grant;
  const { programmeId, stageId, agreed, reason } = decision;
  await inContext(actor, async (tx) => {
    const row = await tx.ruleStage.findFirst({
      where: { id: stageId, programmeId },
      include: { decision: true },
    });
    if (row === null) throw new NotFound("rule stage");
    if (row.proposedBy === actor.personId) throw new Refusal("four_eyes");
    if (row.decision !== null) throw new Refusal("not_open");
    if (!agreed && reason === null) throw new Refusal("reason_required");
    await tx.ruleStageDecision.create({
      data: { stageId, agreed, reason, decidedBy: actor.personId ?? "" },
    });
    await recordAudit(tx, actor, {
      action: agreed ? "rule.stage_agreed" : "rule.stage_refused",
      programmeId,
      subjectKind: "rule_stage",
      subjectId: stageId,
      facts: { rule: row.ruleCode, stage: row.stage },
    });
  });
}
