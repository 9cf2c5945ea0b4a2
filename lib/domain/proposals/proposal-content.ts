import type { YearAmount } from "../ledger/facts";
import type { ProposalKind } from "./blocking-reasons";

/** What is proposed, as it is entered; ids, calendar dates (yyyy-mm-dd) and cents. */
export interface ProposedFacts {
  readonly kind: ProposalKind;
  readonly number: string;
  readonly streamId: string;
  readonly trancheId: string;
  readonly themeId: string | null;
  readonly municipalityId: string | null;
  readonly areaId: string | null;
  readonly allocationId: string | null;
  readonly claimId: string | null;
  readonly decisionNumber: string | null;
  readonly decisionOn: string | null;
  readonly decisionCents: bigint | null;
  readonly decisionDocument?: string | null;
  /** Gross and BCF part; absent when the decision does not state them. */
  readonly grossCents?: bigint | null;
  readonly bcfCents?: bigint | null;
  /** Of a settlement: the award that it closes. */
  readonly awardedCents?: bigint | null;
  readonly effectiveOn: string;
  readonly legalSource: string | null;
  readonly reason: string;
  readonly lines: readonly YearAmount[];
}

/**
 * What an approval is about: everything the approver is shown and nothing else, in a fixed order, so that the same
 * proposal always gives the same hash, whoever computes it.
 */
export function proposalContent(facts: ProposedFacts) {
  return {
    format: "geldstroom-proposal-v1",
    kind: facts.kind,
    number: facts.number,
    streamId: facts.streamId,
    trancheId: facts.trancheId,
    themeId: facts.themeId,
    municipalityId: facts.municipalityId,
    areaId: facts.areaId,
    allocationId: facts.allocationId,
    claimId: facts.claimId,
    decisionNumber: facts.decisionNumber,
    decisionOn: facts.decisionOn,
    decisionCents: facts.decisionCents,
    // What is not stated is left out, so that content from before these were asked keeps its hash.
    decisionDocument: facts.decisionDocument ?? undefined,
    grossCents: facts.grossCents ?? undefined,
    bcfCents: facts.bcfCents ?? undefined,
    awardedCents: facts.awardedCents ?? undefined,
    effectiveOn: facts.effectiveOn,
    legalSource: facts.legalSource,
    reason: facts.reason,
    years: facts.lines
      .map(({ year, amount }) => ({ year, amountCents: amount as bigint }))
      .sort((a, b) => a.year - b.year),
  } as const;
}
