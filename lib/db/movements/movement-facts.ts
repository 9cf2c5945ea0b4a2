import { cents } from "@/lib/domain/money";
import { type CarryOverRule, carriedWith, carriedWithin } from "@/lib/domain/movements/carry-over";
import type { MovementPlace } from "@/lib/domain/movements/movement";
import type { MovementFacts } from "@/lib/domain/movements/movement-reasons";
import { NotFound } from "@/lib/domain/refusal";
import type { Tx } from "../transaction";

interface Giving {
  readonly place: MovementPlace & { readonly allocationId: string };
  readonly facts: MovementFacts;
}

type Yearly = "allocated" | "spent" | "leaving";

/** Two movements of one allocation wait for each other, so that the second sees what the first takes. */
export async function holdAllocation(tx: Tx, allocationId: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`movement ${allocationId}`}, 13))::text`;
}

/**
 * The allocation that gives, and everything about it that a reallocation has to reckon with.
 * @throws NotFound when it is not there or not this programme's.
 */
export async function givingSide(tx: Tx, programmeId: string, allocationId: string): Promise<Giving> {
  const allocation = await tx.allocation.findUnique({ where: { id: allocationId } });
  if (allocation === null || allocation.programmeId !== programmeId) throw new NotFound(allocationId);
  const { trancheId, themeId, areaId } = allocation;
  const rows = await tx.$queryRaw<{ what: Yearly; year: number; amount: bigint }[]>`
    SELECT a.kind::text AS what, a.year, b.balance_cents AS amount FROM account a JOIN account_balance b ON b.account_id = a.id
     WHERE a.programme_id = ${programmeId}::uuid AND a.tranche_id = ${trancheId}::uuid AND a.theme_id = ${themeId}::uuid
       AND a.area_id = ${areaId}::uuid AND a.kind IN ('allocated', 'spent') AND a.year IS NOT NULL
    UNION ALL
    SELECT 'leaving', l.year, -sum(l.amount_cents)::bigint FROM proposal p JOIN proposal_line l ON l.proposal_id = p.id
     WHERE p.allocation_id = ${allocationId}::uuid AND p.status = 'proposed' AND l.amount_cents < 0 GROUP BY l.year`;
  const perYear = (what: Yearly) =>
    new Map(rows.filter((row) => row.what === what).map(({ year, amount }) => [year, cents(amount)]));
  return {
    place: { allocationId, trancheId, themeId, areaId },
    facts: {
      allocated: perYear("allocated"),
      spent: perYear("spent"),
      leaving: perYear("leaving"),
      carried: await carriedOver(tx, allocationId, "approved"),
      carrying: await carriedOver(tx, allocationId, "proposed"),
      rule: await carryOverRule(tx, trancheId),
    },
  };
}

/** What decisions about this allocation took from each year to a later one, whatever they were called, as rule D12 counts it. */
async function carriedOver(
  tx: Tx,
  allocationId: string,
  status: "approved" | "proposed",
): Promise<ReadonlyMap<number, bigint>> {
  const decided = await tx.proposal.findMany({
    where: { allocationId, status, kind: { in: ["revision", "withdrawal"] } },
    select: { lines: { select: { year: true, amountCents: true } } },
  });
  const moves = decided.flatMap(({ lines }) =>
    carriedWithin(lines.map(({ year, amountCents }) => ({ year, amount: cents(amountCents) }))),
  );
  return carriedWith(moves, new Map());
}

/** What the regulation of this tranche says about a later year; null when nothing is known to allow it. */
async function carryOverRule(tx: Tx, trancheId: string): Promise<CarryOverRule | null> {
  const row = await tx.carryOverRule.findUnique({ where: { trancheId } });
  if (row === null) return null;
  const { sharePercent, nextYearOnly, lastYear, legalSource } = row;
  return { sharePercent, nextYearOnly, lastYear, legalSource };
}

/**
 * The place that receives: an allocation of this programme, or an area and a theme that have none yet in this tranche.
 * @throws NotFound
 */
export async function receivingPlace(
  tx: Tx,
  programmeId: string,
  trancheId: string,
  to: {
    readonly allocationId: string | null;
    readonly areaId: string | null;
    readonly themeId: string | null;
  },
): Promise<MovementPlace | null> {
  if (to.allocationId !== null) {
    const found = await tx.allocation.findUnique({ where: { id: to.allocationId } });
    if (found === null || found.programmeId !== programmeId) throw new NotFound(to.allocationId);
    return {
      allocationId: found.id,
      trancheId: found.trancheId,
      themeId: found.themeId,
      areaId: found.areaId,
    };
  }
  if (to.areaId === null || to.themeId === null) return null;
  return { allocationId: null, trancheId, themeId: to.themeId, areaId: to.areaId };
}
