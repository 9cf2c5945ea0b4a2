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

/**
 * All entries, of which the first are told, or only the very first or last one: to know that there is one. What came in later is
 * mostly at the end, and found from there.
 */
type Asks = "all" | "first" | "last";

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

/** The sides as rows `s`, each with what finds its entries. */
function sidesOf(sides: readonly SideAsked[]): Prisma.Sql {
  const rows = sides.map(({ unit: { key, place, themeId, only, not }, late }) => ({
    key,
    trancheId: place.trancheId,
    themeId,
    areaId: place.areaId,
    only,
    not,
    late,
  }));
  return Prisma.sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS s
    (key text, "trancheId" uuid, "themeId" uuid, "areaId" uuid, "only" uuid, "not" jsonb, late boolean)`;
}

/** Accounts `a` of a side `s`. */
const accountsOf = (programmeId: string, { kind, year }: UnitsAsked): Prisma.Sql => Prisma.sql`
  a.programme_id = ${programmeId}::uuid AND a.kind = ${COMPARED[kind]}::account_kind AND a.tranche_id = s."trancheId"
  AND a.theme_id IS NOT DISTINCT FROM s."themeId" AND a.area_id = s."areaId" AND (${year}::int IS NULL OR a.year = ${year}::int)`;

/** Whether an entry `e` is of a side `s` by the allocation that it names. */
const NAMED = Prisma.sql`(s."only" IS NULL OR e.allocation_id = s."only")
  AND (jsonb_typeof(s."not") IS DISTINCT FROM 'array' OR coalesce(NOT s."not" @> to_jsonb(e.allocation_id::text), true))`;

const isLate = ({ asOf }: UnitsAsked, { counted }: TieOutCuts): Prisma.Sql =>
  Prisma.sql`(e.effective_on > ${asOf.validOn}::date OR e.seq > ${counted.known})`;

/**
 * What each entry adds to the sides, as rows of key, late, seq and amount, some nothing. Asked for the first or
 * the last, that of each account is read along its index, and of those the first or the last is whole.
 */
function sideLines(
  programmeId: string,
  asked: UnitsAsked,
  cuts: TieOutCuts,
  sides: readonly SideAsked[],
  asks: Asks,
): Prisma.Sql {
  // A question per entry, and no join: of which the planner expects so little that it reads an account to its end for one entry.
  const where = Prisma.sql`
    FROM posting q WHERE q.account_id = a.id AND q.programme_id = ${programmeId}::uuid AND q.entry_seq <= ${cuts.entered.known}
     AND (SELECT ${isLate(asked, cuts)} = s.late AND ${NAMED}
            FROM entry e WHERE e.programme_id = ${programmeId}::uuid AND e.seq = q.entry_seq)`;
  const ofAccount =
    asks === "all"
      ? Prisma.sql`SELECT q.entry_seq, q.amount_cents ${where}`
      : Prisma.sql`
          SELECT own.entry_seq, own.amount_cents FROM (SELECT q.entry_seq ${where} ORDER BY q.entry_seq ${WAY[asks]} LIMIT 1) x
            JOIN posting own ON own.programme_id = ${programmeId}::uuid AND own.account_id = a.id AND own.entry_seq = x.entry_seq`;
  return Prisma.sql`
    SELECT s.key, s.late, p.entry_seq AS seq, sum(p.amount_cents) AS amount
      FROM ${sidesOf(sides)} JOIN account a ON ${accountsOf(programmeId, asked)}
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
        FROM ${asks === "all" ? Prisma.sql`line` : Prisma.sql`(SELECT DISTINCT ON (key, late) * FROM line ORDER BY key, late, seq ${WAY[asks]})`} l
       WHERE l.amount <> 0)
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

const WAY = { first: Prisma.sql`ASC`, last: Prisma.sql`DESC` };

/** An entry of a unit, and whether it counts as of the two dates. */
export interface UnitPageEntry extends UnitEntry {
  readonly counts: boolean;
}

export interface UnitPage {
  readonly entries: readonly UnitPageEntry[];
  /** The number after which the next page begins; null on the last. */
  readonly next: bigint | null;
}

/**
 * Entries of one unit, on both sides, that come after a number: as many of each of its accounts as fit on a page, along its index,
 * and of those the first. One that adds nothing to the unit as a whole is left out.
 */
export async function unitPage(
  tx: Tx,
  programmeId: string,
  asked: UnitsAsked,
  cuts: TieOutCuts,
  { unit, after, most }: { readonly unit: PlacedUnit; readonly after: bigint; readonly most: number },
): Promise<UnitPage> {
  const rows = await tx.$queryRaw<UnitPageEntry[]>`
    WITH line AS (
      SELECT p.entry_seq AS seq, sum(p.amount) AS amount
        FROM ${sidesOf([{ unit, late: false }])} JOIN account a ON ${accountsOf(programmeId, asked)}
       CROSS JOIN LATERAL (
         SELECT q.entry_seq, sum(q.amount_cents) AS amount FROM posting q
          WHERE q.account_id = a.id AND q.programme_id = ${programmeId}::uuid AND q.entry_seq > ${after} AND q.entry_seq <= ${cuts.entered.known}
            AND (SELECT ${NAMED} FROM entry e WHERE e.programme_id = ${programmeId}::uuid AND e.seq = q.entry_seq)
          GROUP BY q.entry_seq ORDER BY q.entry_seq LIMIT ${most + 1}) p
       GROUP BY p.entry_seq ORDER BY p.entry_seq LIMIT ${most + 1})
    SELECT l.seq, e.kind::text AS kind, to_char(e.effective_on, 'YYYY-MM-DD') AS "effectiveOn",
      to_char(e.recorded_at AT TIME ZONE 'Europe/Amsterdam', 'YYYY-MM-DD') AS "recordedOn", l.amount::bigint AS amount,
      NOT ${isLate(asked, cuts)} AS counts
      FROM line l JOIN entry e ON e.programme_id = ${programmeId}::uuid AND e.seq = l.seq ORDER BY l.seq`;
  const shown = rows.slice(0, most);
  return {
    entries: shown
      .filter(({ amount }) => amount !== 0n)
      .map((row) => ({ ...row, amount: cents(row.amount) })),
    next: rows.length > most ? (shown.at(-1)?.seq ?? null) : null,
  };
}
