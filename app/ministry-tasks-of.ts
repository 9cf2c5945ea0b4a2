import { tryAuthorize } from "@/lib/auth/authorize";
import type { Grant } from "@/lib/domain/access";
import { type MinistryTask, ministryTasks, NO_RULE_DECISIONS } from "@/lib/domain/work";
import type { MinistryDesk } from "@/lib/queries/work/ministry-work";
import { findRuleDecisions } from "@/lib/queries/work/rule-decisions";
import { dateInAmsterdam } from "@/lib/views/dates";

/** What waits for this reader at a ministry: of everything that is open, what they can act on. */
export async function ministryTasksOf(
  grant: Grant<"proposal:read">,
  programmeId: string,
  desk: MinistryDesk,
): Promise<{ readonly now: readonly MinistryTask[]; readonly waiting: readonly MinistryTask[] }> {
  // Who stands in for an approver has their tasks as well.
  const approver = await tryAuthorize("proposal:approve");
  const officer = await tryAuthorize("rule:manage");
  const rules = officer && (await findRuleDecisions(officer, programmeId, dateInAmsterdam(new Date())));
  const roles = [...grant.actor.roles, ...(approver?.actor.roles ?? [])];
  return ministryTasks(roles, { ...desk, rules: rules ?? NO_RULE_DECISIONS });
}
