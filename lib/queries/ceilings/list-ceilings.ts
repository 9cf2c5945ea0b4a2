import "server-only";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import { type Cents, cents } from "@/lib/domain/money";

export interface CeilingYear {
  readonly year: number;
  readonly ceiling: Cents;
  readonly allocated: Cents;
  readonly asked: Cents;
  readonly free: Cents;
}

export interface TrancheCeilings {
  readonly trancheId: string;
  readonly tranche: string;
  readonly stream: string;
  readonly streamCode: string;
  /** True when this reader's ministry owns the stream and may propose. */
  readonly own: boolean;
  readonly source: { readonly code: string; readonly place: string | null; readonly title: string } | null;
  readonly years: readonly CeilingYear[];
}

interface Row {
  readonly trancheId: string;
  readonly year: number | null;
  readonly ceiling: bigint | null;
  readonly unallocated: bigint | null;
  readonly asked: bigint;
}

/** Ceiling, allocated, asked by open proposals and free, per tranche and year; a tranche without ceiling has no years. */
export async function listCeilings(
  grant: Grant<"allocation:read">,
  programmeId: string,
): Promise<TrancheCeilings[]> {
  return inContext(grant.actor, async (tx) => {
    const tranches = await tx.tranche.findMany({
      where: { stream: { programmeId } },
      include: { stream: { include: { ministries: { where: { role: "owner", validTo: null } } } } },
      orderBy: [{ stream: { position: "asc" } }, { code: "asc" }],
    });
    const rows = await tx.$queryRaw<Row[]>`
      SELECT a.tranche_id AS "trancheId", a.year,
             sum(-b.balance_cents) FILTER (WHERE a.kind = 'ceiling')::bigint AS ceiling,
             sum(b.balance_cents) FILTER (WHERE a.kind = 'unallocated')::bigint AS unallocated,
             coalesce((SELECT sum(l.amount_cents) FROM proposal p JOIN proposal_line l ON l.proposal_id = p.id
               WHERE p.tranche_id = a.tranche_id AND l.year = a.year AND p.status = 'proposed' AND p.kind <> 'ceiling'), 0)::bigint AS asked
        FROM account a JOIN account_balance b ON b.account_id = a.id
       WHERE a.programme_id = ${programmeId}::uuid AND a.kind IN ('ceiling', 'unallocated')
       GROUP BY a.tranche_id, a.year ORDER BY a.year`;
    const cited = await tx.proposal.findMany({
      where: { programmeId, kind: "ceiling", status: "approved", claimId: { not: null } },
      include: { claim: { include: { source: true } } },
      orderBy: { createdAt: "desc" },
    });
    return tranches.map(({ id, name, stream }) => {
      const claim = cited.find(({ trancheId }) => trancheId === id)?.claim;
      return {
        trancheId: id,
        tranche: name,
        stream: stream.shortName,
        streamCode: stream.code,
        own: stream.ministries.some(({ ministryId }) => grant.actor.organisationIds.includes(ministryId)),
        source: claim ? { code: claim.code, place: claim.place, title: claim.source.title } : null,
        years: rows.filter((row) => row.trancheId === id && row.ceiling !== null).map(yearOf),
      };
    });
  });
}

function yearOf({ year, ceiling, unallocated, asked }: Row): CeilingYear {
  const total = ceiling ?? 0n;
  const free = unallocated ?? 0n;
  return {
    year: year ?? 0,
    ceiling: cents(total),
    allocated: cents(total - free),
    asked: cents(asked),
    free: cents(free),
  };
}
