import { recordAudit } from "@/lib/db/audit";
import { canonicalJson } from "@/lib/db/hash";
import { once } from "@/lib/db/idempotency";
import { append } from "@/lib/db/journal";
import { factsOf, hashOf, type ProposalRow, readProposal } from "@/lib/db/proposals/read-proposal";
import { inContext, type Tx } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { allocationEntry, ceilingEntry } from "@/lib/domain/ledger/facts";
import type { NewEntry } from "@/lib/domain/ledger/journal";
import { proposalContent } from "@/lib/domain/proposals/proposal-content";
import { Refusal } from "@/lib/domain/refusal";

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

/**
 * Another person approves exactly what was shown, which posts it, or returns it with a reason.
 * @throws NotFound, Refusal `four_eyes`, `stale`, `not_open`, `reason_required`, `exceeds_ceiling`
 */
export async function decideProposal(grant: Grant<"proposal:approve">, input: Decision): Promise<void> {
  const { actor } = grant;
  const { idempotencyKey: key, ...decision } = input;
  await inContext(actor, (tx) =>
    once(tx, actor, { key, action: "proposal.decide", input: decision }, async () => {
      await tx.$queryRaw`SELECT id::text FROM proposal WHERE id = ${input.proposalId}::uuid FOR UPDATE`;
      const row = await readProposal(tx, input.programmeId, input.proposalId);
      refuseDecision(row, input, actor.personId);
      const shown = proposalContent(factsOf(row));
      await tx.approval.create({
        data: {
          proposalId: row.id,
          version: row.version,
          contentHash: row.contentHash,
          shown: JSON.parse(canonicalJson(shown)),
          outcome: input.outcome,
          reason: input.reason,
          personId: actor.personId ?? "",
        },
      });
      if (input.outcome === "approved") await post(tx, row, actor.personId ?? "");
      await tx.proposal.update({
        where: { id: row.id },
        data: { status: input.outcome, updatedAt: new Date() },
      });
      await recordAudit(tx, actor, {
        action: `proposal.${input.outcome}`,
        programmeId: row.programmeId,
        municipalityId: row.municipalityId,
        subjectKind: "proposal",
        subjectId: row.id,
        facts: { number: row.number, version: row.version, contentHash: row.contentHash },
      });
      return {};
    }),
  );
}

function refuseDecision(row: ProposalRow, input: Decision, personId: string | null): void {
  if (row.status !== "proposed") throw new Refusal("not_open");
  if (row.createdBy === personId) throw new Refusal("four_eyes");
  if (
    row.version !== input.version ||
    row.contentHash !== input.contentHash ||
    hashOf(factsOf(row)) !== row.contentHash
  )
    throw new Refusal("stale");
  if (input.outcome === "returned" && !input.reason?.trim()) throw new Refusal("reason_required");
}

async function post(tx: Tx, row: ProposalRow, personId: string): Promise<void> {
  const allocationId = row.kind === "allocation" ? await makeAllocation(tx, row) : row.allocationId;
  await append(tx, row.programmeId, personId, [await entryOf(tx, row, allocationId)]);
}

async function makeAllocation(tx: Tx, row: ProposalRow): Promise<string> {
  const { themeId, municipalityId, areaId, decisionOn, decisionNumber } = row;
  if (!themeId || !municipalityId || !areaId || !decisionOn || !decisionNumber) throw new Refusal("blocked");
  const made = await tx.allocation.create({
    data: {
      programmeId: row.programmeId,
      number: row.number,
      streamId: row.streamId,
      trancheId: row.trancheId,
      themeId,
      municipalityId,
      areaId,
      decisionNumber,
      decisionOn,
    },
  });
  await tx.proposal.update({ where: { id: row.id }, data: { allocationId: made.id } });
  return made.id;
}

async function entryOf(tx: Tx, row: ProposalRow, allocationId: string | null): Promise<NewEntry> {
  const facts = factsOf(row);
  const base = {
    streamId: facts.streamId,
    trancheId: facts.trancheId,
    proposalId: row.id,
    effectiveOn: facts.effectiveOn,
    reason: facts.reason,
    decisionNumber: facts.decisionNumber ?? undefined,
    decisionOn: facts.decisionOn ?? undefined,
    legalSource: facts.legalSource ?? undefined,
    years: facts.lines,
  };
  if (row.kind === "ceiling") {
    const earlier = await tx.entry.count({
      where: { programmeId: row.programmeId, kind: "ceiling_set", proposal: { trancheId: row.trancheId } },
    });
    return ceilingEntry({ ...base, kind: earlier === 0 ? "ceiling_set" : "ceiling_revised" });
  }
  const { themeId, municipalityId, areaId } = facts;
  if (!themeId || !municipalityId || !areaId || !allocationId) throw new Refusal("blocked");
  const first = await tx.entry.findFirst({ where: { allocationId }, orderBy: { seq: "asc" } });
  const kind = ({ allocation: "allocated", revision: "revised", withdrawal: "withdrawn" } as const)[row.kind];
  return allocationEntry({
    ...base,
    kind,
    allocationId,
    themeId,
    municipalityId,
    areaId,
    correctsSeq: first?.seq,
  });
}
