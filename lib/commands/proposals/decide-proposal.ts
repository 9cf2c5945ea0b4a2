import { recordAudit } from "@/lib/db/audit";
import { once } from "@/lib/db/idempotency";
import { type DecidedLine, lockLines } from "@/lib/db/proposals/decided-lines";
import { decidersOf } from "@/lib/db/proposals/deciders";
import { factsOf } from "@/lib/db/proposals/read-proposal";
import { settlementFacts } from "@/lib/db/proposals/settlement";
import { inContext, type Tx } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { cents } from "@/lib/domain/money";
import { isSettlement } from "@/lib/domain/proposals/blocking-reasons";
import { obstacle, onBehalf } from "@/lib/domain/proposals/deciding";
import { settlementReasons } from "@/lib/domain/proposals/settlement-reasons";
import { NotFound, Refusal } from "@/lib/domain/refusal";
import { approveLines, returnLines } from "./decide-lines";

export interface Decision {
  readonly idempotencyKey: string;
  readonly programmeId: string;
  readonly proposalId: string;
  /** What was on the approver's screen. */
  readonly version: number;
  readonly contentHash: string;
  readonly outcome: "approved" | "returned";
  readonly reason: string | null;
}

/** "waiting": approved, and above the threshold, so that a second approver has to. */
export type Decided = "approved" | "returned" | "waiting";

/**
 * Another person approves exactly what was shown, which posts it, or returns it with a reason.
 * @throws NotFound, Refusal `four_eyes`, `stale`, `not_open`, `approved_twice`, `reason_required`, `exceeds_ceiling`, `blocked` when what is settled changed
 */
export async function decideProposal(grant: Grant<"proposal:approve">, input: Decision): Promise<Decided> {
  const { actor } = grant;
  const { idempotencyKey: key, ...decision } = input;
  const personId = actor.personId ?? "";
  const result = await inContext(actor, (tx) =>
    once(tx, actor, { key, action: "proposal.decide", input: decision }, async () => {
      const [line] = await lockLines(tx, input.programmeId, [input.proposalId]);
      if (line === undefined) throw new NotFound(input.proposalId);
      const decider = (await decidersOf(tx, actor))(line.row.streamId);
      const why = obstacle(line, { ...input, id: line.id }, decider, input.outcome);
      if (why !== null) throw new Refusal(why);
      if (input.outcome === "returned" && !input.reason?.trim()) throw new Refusal("reason_required");
      const principal = onBehalf(line, decider, input.outcome);
      if (principal === "nobody") throw new Refusal("approved_twice");
      const verdicts = [{ line, reason: input.reason, onBehalfOf: principal }];
      let outcome: Decided = input.outcome;
      if (input.outcome === "returned") await returnLines(tx, personId, verdicts);
      else {
        await refuseWhatNoLongerSettles(tx, line);
        const { waiting } = await approveLines(tx, input.programmeId, personId, verdicts);
        if (waiting.length > 0) outcome = "waiting";
      }
      await recordAudit(tx, actor, {
        action: outcome === "waiting" ? "proposal.approved-first" : `proposal.${outcome}`,
        programmeId: input.programmeId,
        municipalityId: line.row.municipalityId,
        subjectKind: "proposal",
        subjectId: line.id,
        facts: {
          number: line.row.number,
          version: line.version,
          contentHash: line.contentHash,
          onBehalfOf: principal ?? undefined,
        },
      });
      return { outcome };
    }),
  );
  return result.outcome;
}

/** A settlement is of what stands when it is approved: spend, award and reports are looked at again. */
async function refuseWhatNoLongerSettles(tx: Tx, { id, row }: DecidedLine): Promise<void> {
  if (!isSettlement(row.kind) || row.allocationId === null) return;
  const { code } = await tx.programme.findUniqueOrThrow({ where: { id: row.programmeId } });
  const facts = await settlementFacts(tx, { id: row.programmeId, code }, row.allocationId, id);
  const proposed = factsOf(row);
  const awarded = proposed.awardedCents;
  const reasons = settlementReasons(
    {
      ...proposed,
      kind: row.kind,
      years: proposed.lines,
      awardedCents: awarded == null ? null : cents(awarded),
    },
    facts,
  );
  if (reasons.length > 0) throw new Refusal("blocked", { count: String(reasons.length) }, reasons);
}
