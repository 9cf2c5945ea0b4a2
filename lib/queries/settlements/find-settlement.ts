import "server-only";
import { isoDateOrNull } from "@/lib/db/dates";
import { settledOf, settlementFacts } from "@/lib/db/proposals/settlement";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { cents, sum } from "@/lib/domain/money";
import { notReady, type SettlementFacts } from "@/lib/domain/proposals/settlement-reasons";
import type { BlockingReason } from "@/lib/domain/refusal";
import { NotFound } from "@/lib/domain/refusal";
import { type SettlementSum, settlementOf } from "@/lib/domain/settlement/settlement";

export interface SettlementView {
  readonly facts: SettlementFacts;
  readonly sum: SettlementSum;
  /** What has to be lifted before it can be settled. */
  readonly missing: readonly BlockingReason[];
  /** The settlement or reopening that waits for another person. */
  readonly waiting: { readonly id: string; readonly number: string; readonly kind: string } | null;
  /** The settlement that stands. */
  readonly standing: {
    readonly id: string;
    readonly decisionNumber: string;
    readonly decisionOn: string;
  } | null;
}

/** @throws NotFound */
export const findSettlement = (
  grant: Grant<"proposal:read">,
  programme: { readonly id: string; readonly code: string },
  allocationId: string,
): Promise<SettlementView> =>
  inContext(grant.actor, async (tx) => {
    const allocation = await tx.allocation.findUnique({ where: { id: allocationId } });
    if (allocation === null || allocation.programmeId !== programme.id) throw new NotFound(allocationId);
    const facts = await settlementFacts(tx, programme, allocationId, null);
    const { trancheId, themeId, areaId } = allocation;
    const advanced = await tx.accountBalance.aggregate({
      where: { account: { programmeId: programme.id, trancheId, themeId, areaId, kind: "advanced" } },
      _sum: { balanceCents: true },
    });
    const proposals = await tx.proposal.findMany({
      where: {
        allocationId,
        kind: { in: ["settlement", "reopening"] },
        status: { in: ["proposed", "approved"] },
      },
      orderBy: { updatedAt: "desc" },
    });
    const waiting = proposals.find(({ status }) => status === "proposed");
    const settled = (await settledOf(tx, programme, [allocationId])).has(allocationId);
    const standing = settled
      ? proposals.find(({ status, kind }) => status === "approved" && kind === "settlement")
      : undefined;
    return {
      facts,
      sum: settlementOf({
        awarded: facts.awarded,
        spent: sum(facts.spent.map(({ amount }) => amount)),
        advanced: cents(advanced._sum.balanceCents ?? 0n),
      }),
      missing: notReady(facts),
      waiting: waiting ? { id: waiting.id, number: waiting.number, kind: waiting.kind } : null,
      standing: standing
        ? {
            id: standing.id,
            decisionNumber: standing.decisionNumber ?? "",
            decisionOn: isoDateOrNull(standing.decisionOn) ?? "",
          }
        : null,
    };
  });
