import { recordAudit } from "@/lib/db/audit";
import { dateOf, isoDate } from "@/lib/db/dates";
import { once } from "@/lib/db/idempotency";
import { readStages } from "@/lib/db/rules/standing";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { Refusal } from "@/lib/domain/refusal";
import { type ProposedStage, stageReasons } from "@/lib/domain/rules/stage";

export interface NewStage extends ProposedStage {
  readonly idempotencyKey: string;
  readonly programmeId: string;
  readonly reason: string;
  readonly today: string;
}

/**
 * An officer of any ministry in the programme proposes how a rule stands from a date; it counts once a second person agreed.
 * @throws Refusal `blocked` with every reason, `not_allowed`, `rule_fixed`
 */
export async function proposeStage(grant: Grant<"rule:manage">, proposed: NewStage): Promise<void> {
  const { actor } = grant;
  const { idempotencyKey: key, today, ...input } = proposed;
  const { programmeId, rule, stage, validFrom, reason } = input;
  await inContext(actor, (tx) =>
    once(tx, actor, { key, action: "rule.stage.propose", input }, async () => {
      const waiting = await tx.ruleStage.count({ where: { programmeId, ruleCode: rule, decision: null } });
      const agreed = (await readStages(tx, programmeId)).filter(({ code }) => code === rule);
      const last = agreed.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)).at(-1) ?? null;
      const reasons = stageReasons(input, { today, waiting: waiting > 0, last });
      if (reasons.length > 0) throw new Refusal("blocked", {}, reasons);
      const made = await tx.ruleStage.create({
        data: {
          programmeId,
          ruleCode: rule,
          stage,
          validFrom: dateOf(validFrom),
          reason,
          proposedBy: actor.personId ?? "",
        },
      });
      await recordAudit(tx, actor, {
        action: "rule.stage_proposed",
        programmeId,
        subjectKind: "rule_stage",
        subjectId: made.id,
        facts: { rule, stage, validFrom: isoDate(made.validFrom), reason },
      });
      return {};
    }),
  );
}
