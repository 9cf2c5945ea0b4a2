import "server-only";
import { isoDate, isoDateOrNull } from "@/lib/db/dates";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { type Cents, cents } from "@/lib/domain/money";
import type { DecisionBases } from "@/lib/domain/proposals/bases";
import { NotFound } from "@/lib/domain/refusal";

export interface Decision extends DecisionBases {
  readonly id: string;
  readonly decisionNumber: string | null;
  readonly decisionOn: string | null;
  /** Where the decision can be read. */
  readonly document: string | null;
  readonly legalSource: string | null;
}

export interface AllocationView {
  readonly id: string;
  readonly number: string;
  readonly streamId: string;
  readonly trancheId: string;
  readonly themeId: string;
  readonly areaId: string;
  readonly stream: string;
  readonly streamCode: string;
  readonly tranche: string;
  readonly themeNl: string;
  readonly themeEn: string;
  readonly municipality: string;
  readonly area: string;
  readonly decisionNumber: string;
  readonly decisionOn: string;
  readonly years: readonly { year: number; amount: Cents }[];
  readonly allocated: Cents;
  readonly spent: Cents;
  /** Paid out, less what came back. */
  readonly advanced: Cents;
  readonly entries: readonly {
    seq: bigint;
    kind: string;
    effectiveOn: string;
    recordedAt: Date;
    amount: Cents;
    reason: string;
    by: string;
  }[];
  /** The settlement that stands; null while it is open. */
  readonly settlement: { readonly amount: Cents; readonly number: string; readonly on: string } | null;
  /** Its approved decisions on their bases; empty for who may not read proposals. */
  readonly decisions: readonly Decision[];
  /** This reader's ministry owns the stream. */
  readonly own: boolean;
}

interface Posted {
  readonly postings: readonly { readonly amountCents: bigint; readonly account: { readonly kind: string } }[];
}
/** What an entry posts on accounts of these kinds, cents. */
const amountOn = ({ postings }: Posted, kinds: readonly string[]): bigint =>
  postings.reduce(
    (all, { account, amountCents }) => (kinds.includes(account.kind) ? all + amountCents : all),
    0n,
  );

/** @throws NotFound for another municipality's allocation as for one that does not exist. */
export const findAllocation = (
  grant: Grant<"allocation:read">,
  programmeId: string,
  id: string,
): Promise<AllocationView> =>
  inContext(grant.actor, async (tx) => {
    const row = await tx.allocation.findUnique({
      where: { id },
      include: {
        stream: { include: { ministries: { where: { role: "owner", validTo: null } } } },
        tranche: true,
        theme: true,
        municipality: true,
        area: true,
      },
    });
    if (row === null || row.programmeId !== programmeId) throw new NotFound(id);
    const entries = await tx.entry.findMany({
      where: { allocationId: id },
      include: { person: true, postings: { include: { account: true } } },
      orderBy: { seq: "asc" },
    });
    const allocatedIn = entries.flatMap(({ postings }) =>
      postings.filter(({ account }) => account.kind === "allocated"),
    );
    const perYear = new Map<number, bigint>();
    for (const { account, amountCents } of allocatedIn)
      perYear.set(account.year ?? 0, (perYear.get(account.year ?? 0) ?? 0n) + amountCents);
    const { trancheId, themeId, areaId } = row;
    const balanceOf = async (kind: "spent" | "advanced") => {
      const account = { programmeId, kind, trancheId, themeId, areaId };
      const { _sum } = await tx.accountBalance.aggregate({
        where: { account },
        _sum: { balanceCents: true },
      });
      return cents(_sum.balanceCents ?? 0n);
    };
    const last = entries.findLast(({ kind }) => kind === "settled" || kind === "settlement_reopened");
    const decisions = await tx.proposal.findMany({
      where: { allocationId: id, status: "approved", kind: { in: ["allocation", "revision", "withdrawal"] } },
      include: { lines: true },
      orderBy: { updatedAt: "asc" },
    });
    return {
      id: row.id,
      number: row.number,
      streamId: row.streamId,
      trancheId: row.trancheId,
      themeId: row.themeId,
      areaId: row.areaId,
      stream: row.stream.shortName,
      streamCode: row.stream.code,
      tranche: row.tranche.name,
      themeNl: row.theme.nameNl,
      themeEn: row.theme.nameEn,
      municipality: row.municipality.preferredName,
      area: row.area.name,
      decisionNumber: row.decisionNumber,
      decisionOn: isoDate(row.decisionOn),
      years: [...perYear]
        .sort(([a], [b]) => a - b)
        .map(([year, amount]) => ({ year, amount: cents(amount) })),
      allocated: cents([...perYear.values()].reduce((all, one) => all + one, 0n)),
      spent: await balanceOf("spent"),
      advanced: await balanceOf("advanced"),
      settlement:
        last?.kind === "settled"
          ? {
              amount: cents(-amountOn(last, ["settled"])),
              number: last.decisionNumber ?? "",
              on: isoDate(last.decisionOn ?? last.effectiveOn),
            }
          : null,
      entries: entries.map((entry) => ({
        seq: entry.seq,
        kind: entry.kind,
        effectiveOn: isoDate(entry.effectiveOn),
        recordedAt: entry.recordedAt,
        amount: cents(amountOn(entry, ["allocated", "advanced"]) - amountOn(entry, ["settled"])),
        reason: entry.reason,
        by: entry.person?.name ?? "",
      })),
      decisions: decisions.map((decision) => ({
        id: decision.id,
        decisionNumber: decision.decisionNumber,
        decisionOn: isoDateOrNull(decision.decisionOn),
        document: decision.decisionDocument,
        legalSource: decision.legalSource,
        grossCents: decision.grossCents === null ? null : cents(decision.grossCents),
        bcfCents: decision.bcfCents === null ? null : cents(decision.bcfCents),
        netCents: cents(decision.lines.reduce((all, { amountCents }) => all + amountCents, 0n)),
      })),
      own: row.stream.ministries.some(({ ministryId }) => grant.actor.organisationIds.includes(ministryId)),
    };
  });
