import "server-only";
import { inContext } from "@/lib/db/transaction";
import { openRuleDecisions } from "@/lib/db/work/open-rule-decisions";
import type { Grant } from "@/lib/domain/access";
import type { OpenRuleDecisions } from "@/lib/domain/work";

/** What an officer can agree to or grant, and what their own colleagues have to. */
export const findRuleDecisions = (
  { actor }: Grant<"rule:manage">,
  programmeId: string,
  today: string,
): Promise<OpenRuleDecisions> =>
  inContext(actor, (tx) => openRuleDecisions(tx, programmeId, { personId: actor.personId, today }));
