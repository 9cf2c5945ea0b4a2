import { settlementFacts } from "@/lib/db/proposals/settlement";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { sum } from "@/lib/domain/money";
import { NotFound, Refusal } from "@/lib/domain/refusal";
import type { ReopeningInput, SettlementInput } from "@/lib/input/settlement";
import { enterProposal } from "../proposals/enter-proposal";

interface Programme {
  readonly id: string;
  readonly code: string;
  readonly numberPrefix: string;
}

/**
 * Proposes to settle an allocation on the accepted spend per year, or to reopen its settlement; another person approves
 * it. Amounts are what the ledger says, and are refused when the person who settles saw others.
 * @throws NotFound, Refusal `blocked` with every reason
 */
export async function enterSettlement(
  grant: Grant<"allocation:propose">,
  programme: Programme,
  allocationId: string,
  entered: SettlementInput | ReopeningInput,
  kind: "settlement" | "reopening",
): Promise<string> {
  const { awarded, settled, ...input } = entered;
  const { allocation, years } = await inContext(grant.actor, async (tx) => {
    const found = await tx.allocation.findUnique({ where: { id: allocationId } });
    if (found === null || found.programmeId !== programme.id) throw new NotFound(allocationId);
    return { allocation: found, years: (await settlementFacts(tx, programme, allocationId, null)).spent };
  });
  const now = sum(years.map(({ amount }) => amount));
  if (now !== settled) {
    const facts = { awardedCents: String(awarded), spentCents: String(now) };
    throw new Refusal("blocked", { count: "1" }, [{ code: "settlement.reasons.changed", facts }]);
  }
  return enterProposal(grant, {
    decisionDocument: null,
    legalSource: null,
    ...input,
    programme,
    kind,
    change: null,
    allocationId,
    trancheId: allocation.trancheId,
    themeId: allocation.themeId,
    areaId: allocation.areaId,
    claimId: null,
    decisionCents: now,
    awardedCents: awarded,
    effectiveOn: input.decisionOn,
    years,
    as: "proposed",
  });
}
