import { cents } from "@/lib/domain/money";
import { type ProposedFacts, proposalContent } from "@/lib/domain/proposals/proposal-content";
import { NotFound } from "@/lib/domain/refusal";
import { isoDate, isoDateOrNull } from "../dates";
import type { Prisma } from "../generated/client";
import { contentHash } from "../hash";
import type { Tx } from "../transaction";

const WITH = {
  lines: { orderBy: { year: "asc" } },
  stream: true,
  tranche: true,
  theme: true,
  area: { include: { municipality: true } },
  author: true,
  claim: { include: { source: true } },
  allocation: true,
  batch: true,
  approvals: { include: { person: true, principal: true }, orderBy: { at: "asc" } },
  entries: { orderBy: { seq: "asc" } },
} as const;

export type ProposalRow = NonNullable<Awaited<ReturnType<typeof load>>>;

const load = (tx: Tx, id: string) => tx.proposal.findUnique({ where: { id }, include: WITH });

/** @throws NotFound when it is not there or not this programme's. */
export async function readProposal(tx: Tx, programmeId: string, id: string): Promise<ProposalRow> {
  const row = await load(tx, id);
  if (row === null || row.programmeId !== programmeId) throw new NotFound(id);
  return row;
}

/** What is kept of a proposal itself, with its years. */
export type StoredProposal = Prisma.ProposalGetPayload<{ include: { lines: true } }>;

export const factsOf = (row: StoredProposal): ProposedFacts => ({
  kind: row.kind,
  number: row.number,
  streamId: row.streamId,
  trancheId: row.trancheId,
  themeId: row.themeId,
  municipalityId: row.municipalityId,
  areaId: row.areaId,
  allocationId: row.kind === "allocation" ? null : row.allocationId,
  claimId: row.claimId,
  decisionNumber: row.decisionNumber,
  decisionOn: isoDateOrNull(row.decisionOn),
  decisionCents: row.decisionCents,
  decisionDocument: row.decisionDocument,
  grossCents: row.grossCents,
  bcfCents: row.bcfCents,
  awardedCents: row.awardedCents,
  effectiveOn: isoDate(row.effectiveOn),
  legalSource: row.legalSource,
  reason: row.reason,
  lines: row.lines.map(({ year, amountCents }) => ({ year, amount: cents(amountCents) })),
});

export const hashOf = (facts: ProposedFacts): string => contentHash(proposalContent(facts));
