import { recordAudit } from "@/lib/db/audit";
import { dateOf } from "@/lib/db/dates";
import { once } from "@/lib/db/idempotency";
import { proposalFacts } from "@/lib/db/proposals/facts";
import { nextProposalNumber } from "@/lib/db/proposals/numbers";
import { factsOf, hashOf, readProposal } from "@/lib/db/proposals/read-proposal";
import { inContext, type Tx } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import type { YearAmount } from "@/lib/domain/ledger/facts";
import type { Cents } from "@/lib/domain/money";
import { blockingReasons, isSettlement, type ProposalKind } from "@/lib/domain/proposals/blocking-reasons";
import { staleDifferences } from "@/lib/domain/proposals/stale-differences";
import { NotFound, Refusal } from "@/lib/domain/refusal";

export interface EnteredProposal {
  readonly idempotencyKey: string;
  readonly programme: { readonly id: string; readonly code: string; readonly numberPrefix: string };
  readonly kind: ProposalKind;
  /** The draft or returned proposal that is changed, with the version that was on the screen. */
  readonly change: { readonly id: string; readonly version: number } | null;
  readonly trancheId: string;
  readonly themeId: string | null;
  readonly areaId: string | null;
  readonly allocationId: string | null;
  readonly claimId: string | null;
  readonly decisionNumber: string | null;
  readonly decisionOn: string | null;
  readonly decisionCents: Cents | null;
  readonly decisionDocument?: string | null;
  readonly grossCents?: Cents | null;
  readonly bcfCents?: Cents | null;
  readonly awardedCents?: Cents | null;
  readonly effectiveOn: string;
  readonly legalSource: string | null;
  readonly reason: string;
  readonly years: readonly YearAmount[];
  /** A draft is kept as it is; what is proposed must have nothing in its way. */
  readonly as: "draft" | "proposed";
}

/**
 * Keeps a draft or proposes it for approval by another person.
 * @throws NotFound, Refusal `blocked` with every reason, `stale`, `not_open`
 */
export async function enterProposal(
  grant: Grant<"ceiling:propose" | "allocation:propose">,
  entered: EnteredProposal,
): Promise<string> {
  const { actor } = grant;
  const { idempotencyKey: key, ...typed } = entered;
  const result = await inContext(actor, (tx) =>
    once(tx, actor, { key, action: "proposal.enter", input: typed }, async () => {
      const input = await onItsAllocation(tx, entered);
      const place = await placeOf(tx, input);
      if (input.as === "proposed") await refuseWhatBlocks(tx, input);
      const id = await write(tx, grant, input, place);
      await recordAudit(tx, actor, {
        action: input.as === "proposed" ? "proposal.proposed" : "proposal.saved",
        programmeId: input.programme.id,
        municipalityId: place.municipalityId,
        subjectKind: "proposal",
        subjectId: id,
        facts: { kind: input.kind },
      });
      return { id };
    }),
  );
  return result.id;
}

/** A revision or withdrawal is about the place of its allocation, whatever the form says. */
async function onItsAllocation(tx: Tx, input: EnteredProposal): Promise<EnteredProposal> {
  if (input.kind === "ceiling") return { ...input, allocationId: null, themeId: null, areaId: null };
  if (input.kind === "allocation") return { ...input, allocationId: null };
  const allocation =
    input.allocationId && (await tx.allocation.findUnique({ where: { id: input.allocationId } }));
  if (!allocation || allocation.programmeId !== input.programme.id) throw new NotFound("allocation");
  const { trancheId, themeId, areaId } = allocation;
  return { ...input, trancheId, themeId, areaId };
}

async function placeOf(
  tx: Tx,
  input: EnteredProposal,
): Promise<{ streamId: string; municipalityId: string | null }> {
  const tranche = await tx.tranche.findUnique({ where: { id: input.trancheId }, include: { stream: true } });
  if (tranche === null || tranche.stream.programmeId !== input.programme.id) throw new NotFound("tranche");
  if (input.areaId === null) return { streamId: tranche.streamId, municipalityId: null };
  const area = await tx.area.findUnique({ where: { id: input.areaId } });
  if (area === null || area.programmeId !== input.programme.id) throw new NotFound("area");
  return { streamId: tranche.streamId, municipalityId: area.municipalityId };
}

async function refuseWhatBlocks(tx: Tx, input: EnteredProposal): Promise<void> {
  const facts = await proposalFacts(tx, {
    programmeId: input.programme.id,
    programmeCode: input.programme.code,
    trancheId: input.trancheId,
    themeId: input.themeId,
    areaId: input.areaId,
    allocationId: input.allocationId,
    settling: isSettlement(input.kind),
    years: input.years.map(({ year }) => year),
    except: input.change?.id ?? null,
  });
  const reasons = blockingReasons(input, facts);
  if (reasons.length > 0) throw new Refusal("blocked", { count: String(reasons.length) }, reasons);
}

async function write(
  tx: Tx,
  { actor }: Grant<"ceiling:propose" | "allocation:propose">,
  input: EnteredProposal,
  place: { streamId: string; municipalityId: string | null },
): Promise<string> {
  const earlier = input.change && (await readProposal(tx, input.programme.id, input.change.id));
  if (earlier && earlier.version !== input.change?.version)
    throw new Refusal("stale", {}, staleDifferences({ ...input, lines: input.years }, factsOf(earlier)));
  if (earlier && earlier.status !== "draft" && earlier.status !== "returned") throw new Refusal("not_open");
  if (earlier && earlier.createdBy !== actor.personId) throw new Refusal("not_allowed");
  const number =
    earlier?.number ??
    (await nextProposalNumber(
      tx,
      input.programme.id,
      input.programme.numberPrefix,
      input.effectiveOn.slice(0, 4),
    ));
  const facts = {
    kind: input.kind,
    number,
    streamId: place.streamId,
    trancheId: input.trancheId,
    themeId: input.themeId,
    municipalityId: place.municipalityId,
    areaId: input.areaId,
    allocationId: input.allocationId,
    claimId: input.claimId,
    decisionNumber: input.decisionNumber,
    decisionOn: input.decisionOn,
    decisionCents: input.decisionCents,
    decisionDocument: input.decisionDocument ?? null,
    grossCents: input.grossCents ?? null,
    bcfCents: input.bcfCents ?? null,
    awardedCents: input.awardedCents ?? null,
    effectiveOn: input.effectiveOn,
    legalSource: input.legalSource,
    reason: input.reason,
  };
  const data = {
    ...facts,
    programmeId: input.programme.id,
    decisionOn: input.decisionOn === null ? null : dateOf(input.decisionOn),
    effectiveOn: dateOf(input.effectiveOn),
    contentHash: hashOf({ ...facts, lines: input.years }),
    updatedAt: new Date(),
  };
  const lines = input.years.map(({ year, amount }) => ({ year, amountCents: amount as bigint }));
  if (!earlier) {
    const made = await tx.proposal.create({
      data: { ...data, status: input.as, createdBy: actor.personId ?? "", lines: { create: lines } },
    });
    return made.id;
  }
  await tx.proposalLine.deleteMany({ where: { proposalId: earlier.id } });
  const version = earlier.version + 1;
  await tx.proposal.update({ where: { id: earlier.id }, data: { ...data, version } });
  await tx.proposalLine.createMany({ data: lines.map((line) => ({ ...line, proposalId: earlier.id })) });
  if (earlier.status !== input.as)
    await tx.proposal.update({ where: { id: earlier.id }, data: { status: input.as } });
  return earlier.id;
}
