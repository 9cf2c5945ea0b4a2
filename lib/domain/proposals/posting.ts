import { advanceEntry, allocationEntry, ceilingEntry } from "../ledger/facts";
import type { NewEntry } from "../ledger/journal";
import { sum } from "../money";
import { Refusal } from "../refusal";
import type { ProposedFacts } from "./proposal-content";

/** What an approved proposal is posted on. */
export interface PostedOn {
  readonly proposalId: string;
  /** The allocation that it makes or changes; null for a ceiling. */
  readonly allocationId: string | null;
  /** First entry of the allocation that is changed. */
  readonly correctsSeq?: bigint;
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
  if (facts.kind === "advance" || facts.kind === "recovery") {
    const { years, ...fact } = base;
    const amount = sum(years.map((year) => year.amount));
    const paid = facts.kind === "advance" ? "advanced" : "recovered";
    return advanceEntry({ ...fact, kind: paid, allocationId, themeId, municipalityId, areaId, amount });
  }
  const kind = ({ allocation: "allocated", revision: "revised", withdrawal: "withdrawn" } as const)[
    facts.kind
  ];
  const correctsSeq = facts.kind === "allocation" ? undefined : posted.correctsSeq;
  return allocationEntry({ ...base, kind, allocationId, themeId, municipalityId, areaId, correctsSeq });
}
