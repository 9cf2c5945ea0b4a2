import { type Cents, cents } from "@/lib/domain/money";
import type { ProposalFacts } from "@/lib/domain/proposals/blocking-reasons";
import { NotFound } from "@/lib/domain/refusal";
import { isoDateOrNull } from "../dates";
import type { Tx } from "../transaction";
import { cashOf } from "./cash";
import { settledOf, settlementFacts } from "./settlement";

export interface ProposalPlace {
  readonly programmeId: string;
  readonly programmeCode: string;
  readonly trancheId: string;
  readonly themeId: string | null;
  readonly areaId: string | null;
  readonly allocationId: string | null;
  /** What is about to happen is a settlement, or its reopening. */
  readonly settling: boolean;
  readonly years: readonly number[];
  /** The proposal itself, which does not stand in its own way. */
  readonly except: string | null;
}

/**
 * Room per year of a tranche: ceiling less allocated, less what open proposals ask; those that are decided together ask
 * what they add up to. A year without ceiling is absent.
 */
export async function roomOfTranche(
  tx: Tx,
  programmeId: string,
  trancheId: string,
  except: string | null,
): Promise<Map<number, Cents>> {
  const rows = await tx.$queryRaw<{ year: number; room: bigint }[]>`
    SELECT a.year, (b.balance_cents - coalesce((
        SELECT sum(greatest(x.amount, 0)) FROM (SELECT sum(l.amount_cents) AS amount
          FROM proposal p JOIN proposal_line l ON l.proposal_id = p.id LEFT JOIN batch t ON t.id = p.batch_id AND t.together
         WHERE p.tranche_id = a.tranche_id AND l.year = a.year AND p.status = 'proposed' AND p.kind IN ('allocation', 'revision')
           AND (${except}::uuid IS NULL OR p.id <> ${except}::uuid) GROUP BY coalesce(t.id, p.id)) x), 0))::bigint AS room
      FROM account a JOIN account_balance b ON b.account_id = a.id
     WHERE a.programme_id = ${programmeId}::uuid AND a.tranche_id = ${trancheId}::uuid AND a.kind = 'unallocated'`;
  return new Map(rows.map(({ year, room }) => [year, cents(room)]));
}

async function allocatedPerYear(tx: Tx, allocationId: string): Promise<Map<number, Cents>> {
  const rows = await tx.$queryRaw<{ year: number; amount: bigint }[]>`
    SELECT a.year, sum(p.amount_cents)::bigint AS amount
      FROM entry e JOIN posting p ON p.programme_id = e.programme_id AND p.entry_seq = e.seq
      JOIN account a ON a.id = p.account_id
     WHERE e.allocation_id = ${allocationId}::uuid AND a.kind = 'allocated' GROUP BY a.year`;
  return new Map(rows.map(({ year, amount }) => [year, cents(amount)]));
}

/** Everything around a proposal that can stand in its way, read in the transaction that decides. */
export async function proposalFacts(tx: Tx, place: ProposalPlace): Promise<ProposalFacts> {
  const tranche = await tx.tranche.findUnique({
    where: { id: place.trancheId },
    include: { stream: { include: { programme: true } } },
  });
  if (tranche === null || tranche.stream.programmeId !== place.programmeId) throw new NotFound("tranche");
  const base = `/programma/${place.programmeCode}`;
  const programme = { id: place.programmeId, code: place.programmeCode };
  const allocation =
    place.allocationId && (await tx.allocation.findUnique({ where: { id: place.allocationId } }));
  return {
    tranche: {
      firstYear: tranche.firstYear,
      lastYear: tranche.lastYear,
      opensOn: isoDateOrNull(tranche.opensOn),
      closesOn: isoDateOrNull(tranche.closesOn),
    },
    horizon: { from: tranche.stream.programme.horizonFrom, to: tranche.stream.programme.horizonTo },
    room: await roomOfTranche(tx, place.programmeId, place.trancheId, place.except),
    allocated: place.allocationId ? await allocatedPerYear(tx, place.allocationId) : new Map(),
    unspent: allocation ? await unspentOf(tx, allocation) : null,
    overlapping: place.allocationId === null ? await overlapping(tx, place, base) : null,
    ceilingsHref: `${base}/plafonds`,
    cash: place.allocationId
      ? ((await cashOf(tx, place.programmeId, [place.allocationId], place.except)).get(place.allocationId) ??
        null)
      : null,
    settled: place.allocationId
      ? ((await settledOf(tx, programme, [place.allocationId])).get(place.allocationId) ?? null)
      : null,
    settlement:
      place.allocationId && place.settling
        ? await settlementFacts(tx, programme, place.allocationId, place.except)
        : null,
  };
}

async function unspentOf(
  tx: Tx,
  allocation: { programmeId: string; trancheId: string; themeId: string; areaId: string },
): Promise<Cents> {
  const { programmeId, trancheId, themeId, areaId } = allocation;
  const account = await tx.account.findFirst({
    where: { programmeId, trancheId, themeId, areaId, kind: "to_spend" },
    include: { balance: true },
  });
  return cents(account?.balance?.balanceCents ?? 0n);
}

async function overlapping(tx: Tx, { trancheId, themeId, areaId, except }: ProposalPlace, base: string) {
  if (themeId === null || areaId === null) return null;
  const open = await tx.proposal.findFirst({
    where: {
      trancheId,
      themeId,
      areaId,
      kind: "allocation",
      status: { in: ["proposed", "returned"] },
      ...(except ? { id: { not: except } } : {}),
    },
    orderBy: { number: "asc" },
  });
  if (open) return { number: open.number, href: `${base}/voorstellen/${open.id}` };
  // An allocation that was withdrawn whole no longer stands in the way.
  const [live] = await tx.$queryRaw<{ id: string; number: string }[]>`
    SELECT al.id::text AS id, al.number FROM allocation al
     WHERE al.tranche_id = ${trancheId}::uuid AND al.theme_id = ${themeId}::uuid AND al.area_id = ${areaId}::uuid
       AND EXISTS (SELECT 1 FROM account a JOIN account_balance b ON b.account_id = a.id WHERE a.kind = 'allocated'
         AND a.tranche_id = al.tranche_id AND a.theme_id = al.theme_id AND a.area_id = al.area_id AND b.balance_cents <> 0)
     ORDER BY al.number LIMIT 1`;
  return live ? { number: live.number, href: `${base}/toekenningen/${live.id}` } : null;
}
