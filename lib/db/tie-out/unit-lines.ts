import { cents } from "@/lib/domain/money";
import type { PlacedUnit } from "@/lib/domain/tie-out/fold-units";
import type { UnitEntry, UnitLines } from "@/lib/domain/tie-out/our-unit";
import { COMPARED } from "@/lib/domain/tie-out/tie-out-file";
import { Prisma } from "../generated/client";
import type { Tx } from "../transaction";
import type { TieOutCuts, UnitsAsked } from "./units-asked";

/** One side of a unit: what counts of it, or what was entered later. */
export interface SideAsked {
  readonly unit: PlacedUnit;
  readonly late: boolean;
}

type Told = Pick<UnitLines, "count" | "shown">;

/** By unit. A side that is not here has no entry that adds anything, as far as it was asked. */
export type LinesOf = ReadonlyMap<string, { readonly counted?: Told; readonly late?: Told }>;

/** All entries, of which the first are told, or only the very first one. */
export type Asks = "all" | "first";

/** Entries of one side that are told one by one. */
const SHOWN = 50;

interface Row {
  readonly key: string;
  readonly late: boolean;
  readonly count: number;
  readonly entries: readonly (Omit<UnitEntry, "seq" | "amount"> & {
    readonly seq: string;
    readonly amount: string;
  })[];
}

/** What finds the entries of the sides. */
const asRows = (sides: readonly SideAsked[]): string =>
  JSON.stringify(
    sides.map(({ unit: { key, place, themeId, only, not }, late }) => ({
      key,
      trancheId: place.trancheId,
      themeId,
      areaId: place.areaId,
      only,
      not,
      late,
    })),
  );

/**
 * What each entry adds to the sides, as rows of key, late, seq and amount, some nothing. Asked for the first, that of each
 * account is read along its index, and of those the first is whole.
 */
export function sideLines(
  programmeId: string,
  { kind, year, asOf }: UnitsAsked,
  { counted, entered }: TieOutCuts,
  sides: readonly SideAsked[],
  asks: Asks,
): Prisma.Sql {
  // A question per entry, and no join: of which the planner expects so little that it reads an account to its end for one entry.
  const where = Prisma.sql`
    FROM posting q WHERE q.account_id = a.id AND q.programme_id = ${programmeId}::uuid AND q.entry_seq <= ${entered.known}
     AND (SELECT (e.effective_on > ${asOf.validOn}::date OR e.seq > ${counted.known}) = s.late
             AND (s."only" IS NULL OR e.allocation_id = s."only")
             AND (jsonb_typeof(s."not") IS DISTINCT FROM 'array' OR coalesce(NOT s."not" @> to_jsonb(e.allocation_id::text), true))
            FROM entry e WHERE e.programme_id = ${programmeId}::uuid AND e.seq = q.entry_seq)`;
  const ofAccount =
    asks === "all"
      ? Prisma.sql`SELECT q.entry_seq, q.amount_cents ${where}`
      : Prisma.sql`
          SELECT own.entry_seq, own.amount_cents FROM (SELECT q.entry_seq ${where} ORDER BY q.entry_seq LIMIT 1) x
            JOIN posting own ON own.programme_id = ${programmeId}::uuid AND own.account_id = a.id AND own.entry_seq = x.entry_seq`;
  return Prisma.sql`
    SELECT s.key, s.late, p.entry_seq AS seq, sum(p.amount_cents) AS amount
      FROM jsonb_to_recordset(${asRows(sides)}::jsonb) AS s
        (key text, "trancheId" uuid, "themeId" uuid, "areaId" uuid, "only" uuid, "not" jsonb, late boolean)
      JOIN account a ON a.programme_id = ${programmeId}::uuid AND a.kind = ${COMPARED[kind]}::account_kind
       AND a.tranche_id = s."trancheId" AND a.theme_id IS NOT DISTINCT FROM s."themeId" AND a.area_id = s."areaId"
       AND (${year}::int IS NULL OR a.year = ${year}::int)
     CROSS JOIN LATERAL (${ofAccount}) p GROUP BY s.key, s.late, p.entry_seq`;
}

/** The entries of these sides that add something: how many, and the first of them. */
export async function unitLines(
  tx: Tx,
  programmeId: string,
  asked: UnitsAsked,
  cuts: TieOutCuts,
  sides: readonly SideAsked[],
  asks: Asks,
): Promise<LinesOf> {
  if (sides.length === 0) return new Map();
  const rows = await tx.$queryRaw<Row[]>`
    WITH line AS (${sideLines(programmeId, asked, cuts, sides, asks)}),
    placed AS (
      SELECT l.*, row_number() OVER (PARTITION BY l.key, l.late ORDER BY l.seq) AS place,
        count(*) OVER (PARTITION BY l.key, l.late) AS entries
        FROM ${asks === "first" ? FIRST : EVERY} l WHERE l.amount <> 0)
    SELECT x.key, x.late, min(x.entries)::int AS count,
      jsonb_agg(jsonb_build_object('seq', x.seq::text, 'kind', e.kind, 'effectiveOn', to_char(e.effective_on, 'YYYY-MM-DD'),
        'recordedOn', to_char(e.recorded_at AT TIME ZONE 'Europe/Amsterdam', 'YYYY-MM-DD'), 'amount', x.amount::text)
        ORDER BY x.seq) AS entries
      FROM placed x JOIN entry e ON e.programme_id = ${programmeId}::uuid AND e.seq = x.seq
     WHERE x.place <= ${SHOWN} GROUP BY x.key, x.late`;
  const found = new Map<string, { counted?: Told; late?: Told }>();
  for (const { key, late, count, entries } of rows) {
    const shown = entries.map((entry) => ({
      ...entry,
      seq: BigInt(entry.seq),
      amount: cents(BigInt(entry.amount)),
    }));
    found.set(key, { ...found.get(key), [late ? "late" : "counted"]: { count, shown } });
  }
  return found;
}

const EVERY = Prisma.sql`line`;
const FIRST = Prisma.sql`(SELECT DISTINCT ON (key, late) * FROM line ORDER BY key, late, seq)`;
