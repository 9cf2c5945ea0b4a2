import {
  type KnownAllocation,
  type PlacedUnit,
  placedGroups,
  unitsOf,
} from "@/lib/domain/tie-out/fold-units";
import type { TieOutKind } from "@/lib/domain/tie-out/tie-out-file";
import { compared } from "@/lib/domain/tie-out/tie-tree";
import { Prisma } from "../generated/client";
import { asking, readMonthCut } from "../ledger-reading/month-cut";
import { type CountedPosition, positionsAsOf } from "../reconciliation/positions";
import type { Tx } from "../transaction";
import { sharedGroups } from "./shared-groups";
import { unitLines } from "./unit-lines";
import type { TieOutCuts, UnitsAsked } from "./units-asked";

export interface FoundUnits {
  readonly units: readonly PlacedUnit[];
  /** Balances of ours as of the two dates. */
  readonly positions: readonly CountedPosition[];
  readonly cuts: TieOutCuts;
}

/** No entry is about a later day. */
const LAST_DAY = "9999-12-31";

/**
 * What of ours can be found in an external file, with what counts as of the two dates and what came in later: from balances and
 * whole months, so that more entries make it no slower. Only where several allocations share a place its entries are read,
 * because nothing else says of which one they are.
 */
export async function ourUnits(tx: Tx, programmeId: string, asked: UnitsAsked): Promise<FoundUnits> {
  const cuts: TieOutCuts = {
    counted: await readMonthCut(asking(tx), programmeId, asked.asOf),
    entered: await readMonthCut(asking(tx), programmeId, { validOn: LAST_DAY, knownAt: asked.until }),
  };
  const positions = (await positionsAsOf(tx, programmeId, cuts.counted)).filter(compared(asked));
  const entered = (await positionsAsOf(tx, programmeId, cuts.entered)).filter(compared(asked));
  const allocations = await knownAllocations(tx, programmeId, asked, cuts.entered.known);
  const groups = [
    ...placedGroups(allocations, positions, entered),
    ...(await sharedGroups(tx, programmeId, asked, cuts, allocations)),
  ];
  const units = unitsOf(allocations, groups, asked);
  return { units: await withoutNothing(tx, programmeId, asked, cuts, units), positions, cuts };
}

/**
 * Lines that are together nothing may be of entries that are nothing each: then there is nothing at all. One entry nearly
 * always shows that there is something.
 */
async function withoutNothing(
  tx: Tx,
  programmeId: string,
  asked: UnitsAsked,
  cuts: TieOutCuts,
  units: readonly PlacedUnit[],
): Promise<readonly PlacedUnit[]> {
  const empty = async (side: "counted" | "late") => {
    let doubtful = units.filter((unit) => unit[side]?.amount === 0n);
    for (const asks of [side === "late" ? "last" : "first", "all"] as const) {
      const sides = doubtful.map((unit) => ({ unit, late: side === "late" }));
      const found = await unitLines(tx, programmeId, asked, cuts, sides, asks);
      doubtful = doubtful.filter(({ key }) => found.get(key)?.[side] === undefined);
    }
    return new Set(doubtful);
  };
  const [counted, late] = [await empty("counted"), await empty("late")];
  return units.map((unit) => ({
    ...unit,
    counted: counted.has(unit) ? null : unit.counted,
    late: late.has(unit) ? null : unit.late,
  }));
}

/** Entries that name the decision by which something of ours is known, as an index has them; reports name none. */
const NAMING: Readonly<Record<TieOutKind, Prisma.Sql>> = {
  register: Prisma.sql`e.kind IN ('allocated', 'revised', 'withdrawn', 'reallocated')`,
  payment: Prisma.sql`e.kind IN ('advanced', 'recovered')`,
  sisa: Prisma.sql`false`,
};

/**
 * Every allocation that was there by then, with the number of each decision that entries up to and including one name: along the
 * index from number to number, however often each is named.
 */
function knownAllocations(
  tx: Tx,
  programmeId: string,
  { kind, until }: UnitsAsked,
  last: bigint,
): Promise<KnownAllocation[]> {
  const next = (allocation: Prisma.Sql, after: Prisma.Sql) => Prisma.sql`
    SELECT e.decision_number, e.seq FROM entry e
     WHERE e.allocation_id = ${allocation} AND ${NAMING[kind]} AND e.decision_number ${after}
     ORDER BY e.decision_number, e.seq LIMIT 1`;
  return tx.$queryRaw<KnownAllocation[]>`
    WITH RECURSIVE known AS (
      SELECT al.* FROM allocation al
       WHERE al.programme_id = ${programmeId}::uuid AND al.created_at <= ${until}::timestamptz),
    named AS (
      SELECT k.id, f.* FROM known k CROSS JOIN LATERAL (${next(Prisma.sql`k.id`, Prisma.sql`IS NOT NULL`)}) f
      UNION ALL
      SELECT n.id, f.* FROM named n CROSS JOIN LATERAL (${next(Prisma.sql`n.id`, Prisma.sql`> n.decision_number`)}) f)
    SELECT k.id::text, k.number, k.decision_number AS "decisionNumber", extract(year FROM k.decision_on)::int AS "decisionYear",
      k.stream_id::text AS "streamId", k.tranche_id::text AS "trancheId", k.theme_id::text AS "themeId",
      k.municipality_id::text AS "municipalityId", k.area_id::text AS "areaId",
      array(SELECT n.decision_number FROM named n WHERE n.id = k.id AND n.seq <= ${last} ORDER BY 1) AS "laterNumbers"
      FROM known k ORDER BY k.number`;
}
