import { advanceEntry, allocationEntry, ceilingEntry, settlementEntry } from "../ledger/facts";
import type { NewEntry } from "../ledger/journal";
import { cents, sum } from "../money";
import { Refusal } from "../refusal";
import { isPayment, isSettlement } from "./blocking-reasons";
import type { ProposedFacts } from "./proposal-content";

/** What an approved proposal is posted on. */
export interface PostedOn {
  readonly proposalId: string;
  /** The allocation that it makes or changes; null for a ceiling. */
  readonly allocationId: string | null;
  /** First entry of the allocation that is changed; of a reopening, the settlement. */
  readonly correctsSeq?: bigint;
  /** The line is one side of a movement of money, approved together with the other. */
  readonly moved?: boolean;
  /** Whether the tranche had a ceiling before. */
  readonly hasCeiling: boolean;
}

/** The one entry that an approved proposal becomes. @throws Refusal `blocked` when its place is not complete */
export function entryOfProposal(facts: ProposedFacts, posted: PostedOn): NewEntry {
  const base = {
    streamId: facts.streamId,
    trancheId: facts.trancheId,
    proposalId: posted.proposalId,
    effectiveOn: facts.effectiveOn,
    reason: facts.reason,
    decisionNumber: facts.decisionNumber ?? undefined,
    decisionOn: facts.decisionOn ?? undefined,
    legalSource: facts.legalSource ?? undefined,
    years: facts.lines,
  };
  if (facts.kind === "ceiling")
    return ceilingEntry({ ...base, kind: posted.hasCeiling ? "ceiling_revised" : "ceiling_set" });
  const { themeId, municipalityId, areaId } = facts;
  const { allocationId } = posted;
  if (!themeId || !municipalityId || !areaId || !allocationId) throw new Refusal("blocked");
  const { years, ...fact } = base;
  const place = { allocationId, themeId, municipalityId, areaId };
  const total = sum(years.map((year) => year.amount));
  if (isPayment(facts.kind)) {
    const paid = facts.kind === "advance" ? "advanced" : "recovered";
    return advanceEntry({ ...fact, ...place, kind: paid, amount: total });
  }
  if (isSettlement(facts.kind)) {
    const kind = facts.kind === "settlement" ? "settled" : "settlement_reopened";
    const amounts = { awarded: cents(facts.awardedCents ?? 0n), settled: total };
    const correctsSeq = facts.kind === "settlement" ? undefined : posted.correctsSeq;
    return settlementEntry({ ...fact, ...place, ...amounts, kind, correctsSeq });
  }
  const revised = posted.moved ? "reallocated" : "revised";
  const kind = { allocation: "allocated", revision: revised, withdrawal: "withdrawn" } as const;
  const correctsSeq = facts.kind === "allocation" ? undefined : posted.correctsSeq;
  return allocationEntry({ ...base, ...place, kind: kind[facts.kind], correctsSeq });
}
