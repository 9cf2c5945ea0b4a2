import { type Cents, cents } from "@/lib/domain/money";
import type { BatchDraft, LineFacts } from "@/lib/domain/proposals/batch";
import { isPayment } from "@/lib/domain/proposals/blocking-reasons";
import { NotFound } from "@/lib/domain/refusal";
import { isoDateOrNull } from "../dates";
import { Prisma } from "../generated/client";
import type { Tx } from "../transaction";
import { cashOf } from "./cash";
import { roomOfTranche } from "./facts";
import { settledOf } from "./settlement";

interface Place {
  readonly trancheId: string;
  readonly themeId: string;
  readonly areaId: string;
}

export interface BatchFacts {
  readonly rooms: ReadonlyMap<string, ReadonlyMap<number, Cents>>;
  readonly streamOf: ReadonlyMap<string, string>;
  readonly municipalityOf: ReadonlyMap<string, string>;
  readonly factsOf: (line: BatchDraft) => LineFacts;
}

const distinct = (values: readonly (string | null)[]): string[] => [
  ...new Set(values.filter((value) => value !== null)),
];
/** The place that a line is the first allocation of. */
const newPlace = ({ allocationId, trancheId, themeId, areaId }: BatchDraft): Place[] =>
  allocationId === null && themeId !== null && areaId !== null ? [{ trancheId, themeId, areaId }] : [];
const keyOf = ({ trancheId, themeId, areaId }: Place) => `${trancheId}/${themeId}/${areaId}`;

/**
 * Everything around all lines of a batch, in a handful of queries however many lines there are. Before lines are proposed
 * what other open proposals ask counts as taken; when they are decided only the ledger counts, because who is approved
 * first comes first.
 * @throws NotFound when a tranche, theme, area or allocation is not there or not this programme's.
 */
export async function batchFacts(
  tx: Tx,
  programme: { readonly id: string; readonly code: string },
  lines: readonly BatchDraft[],
  counting: "open" | "ledger" = "open",
): Promise<BatchFacts> {
  const trancheIds = distinct(lines.map((line) => line.trancheId));
  const areaIds = distinct(lines.map((line) => line.areaId));
  const allocationIds = distinct(lines.map((line) => line.allocationId));
  const tranches = await tx.tranche.findMany({
    where: { id: { in: trancheIds }, stream: { programmeId: programme.id } },
    include: { stream: { include: { programme: true, themes: { select: { id: true } } } } },
  });
  const areas = await tx.area.findMany({ where: { id: { in: areaIds }, programmeId: programme.id } });
  if (tranches.length < trancheIds.length) throw new NotFound("tranche");
  if (areas.length < areaIds.length) throw new NotFound("area");
  const known = new Map(tranches.map((tranche) => [tranche.id, tranche]));
  for (const { trancheId, themeId } of lines)
    if (themeId !== null && !known.get(trancheId)?.stream.themes.some(({ id }) => id === themeId))
      throw new NotFound("theme");
  const rooms = new Map<string, ReadonlyMap<number, Cents>>();
  for (const id of trancheIds)
    rooms.set(
      id,
      await (counting === "open"
        ? roomOfTranche(tx, programme.id, id, null)
        : unallocated(tx, programme.id, id)),
    );
  const allocated = await allocatedOf(tx, programme.id, allocationIds);
  const taken = await takenPlaces(tx, programme, lines.flatMap(newPlace), counting);
  const paying = lines.filter(({ kind }) => isPayment(kind));
  const cash = await cashOf(
    tx,
    programme.id,
    distinct(paying.map((line) => line.allocationId)),
    null,
    counting,
  );
  const settled = await settledOf(tx, programme, allocationIds);
  const base = `/programma/${programme.code}`;
  return {
    rooms,
    streamOf: new Map(tranches.map(({ id, streamId }) => [id, streamId])),
    municipalityOf: new Map(areas.map(({ id, municipalityId }) => [id, municipalityId])),
    factsOf: (line) => {
      const tranche = known.get(line.trancheId);
      if (!tranche) throw new NotFound("tranche");
      const { themeId, areaId, trancheId } = line;
      const own = line.allocationId === null ? undefined : allocated.get(line.allocationId);
      const place = themeId !== null && areaId !== null ? keyOf({ trancheId, themeId, areaId }) : null;
      return {
        tranche: {
          firstYear: tranche.firstYear,
          lastYear: tranche.lastYear,
          opensOn: isoDateOrNull(tranche.opensOn),
          closesOn: isoDateOrNull(tranche.closesOn),
        },
        horizon: { from: tranche.stream.programme.horizonFrom, to: tranche.stream.programme.horizonTo },
        allocated: own?.years ?? new Map(),
        unspent: own?.unspent ?? null,
        overlapping: line.allocationId === null && place !== null ? (taken.get(place) ?? null) : null,
        ceilingsHref: `${base}/plafonds`,
        cash: line.allocationId === null ? null : (cash.get(line.allocationId) ?? null),
        settled: line.allocationId === null ? null : (settled.get(line.allocationId) ?? null),
      };
    },
  };
}

async function unallocated(tx: Tx, programmeId: string, trancheId: string): Promise<Map<number, Cents>> {
  const rows = await tx.$queryRaw<{ year: number; room: bigint }[]>`
    SELECT a.year, b.balance_cents AS room FROM account a JOIN account_balance b ON b.account_id = a.id
     WHERE a.programme_id = ${programmeId}::uuid AND a.tranche_id = ${trancheId}::uuid AND a.kind = 'unallocated'`;
  return new Map(rows.map(({ year, room }) => [year, cents(room)]));
}

async function allocatedOf(tx: Tx, programmeId: string, ids: readonly string[]) {
  const found = new Map<string, { years: Map<number, Cents>; unspent: Cents }>();
  if (ids.length === 0) return found;
  const spare = await tx.$queryRaw<{ id: string; unspent: bigint }[]>`
    SELECT al.id::text AS id, coalesce(sum(b.balance_cents), 0)::bigint AS unspent
      FROM allocation al LEFT JOIN account a ON a.programme_id = al.programme_id AND a.kind = 'to_spend'
       AND a.tranche_id = al.tranche_id AND a.theme_id = al.theme_id AND a.area_id = al.area_id
      LEFT JOIN account_balance b ON b.account_id = a.id
     WHERE al.programme_id = ${programmeId}::uuid AND al.id = ANY (${ids}::uuid[]) GROUP BY al.id`;
  if (spare.length < ids.length) throw new NotFound("allocation");
  for (const { id, unspent } of spare) found.set(id, { years: new Map(), unspent: cents(unspent) });
  const rows = await tx.$queryRaw<{ id: string; year: number; amount: bigint }[]>`
    SELECT e.allocation_id::text AS id, a.year, sum(p.amount_cents)::bigint AS amount
      FROM entry e JOIN posting p ON p.programme_id = e.programme_id AND p.entry_seq = e.seq
      JOIN account a ON a.id = p.account_id
     WHERE e.programme_id = ${programmeId}::uuid AND e.allocation_id = ANY (${ids}::uuid[]) AND a.kind = 'allocated'
     GROUP BY e.allocation_id, a.year`;
  for (const { id, year, amount } of rows) found.get(id)?.years.set(year, cents(amount));
  return found;
}

/** Which of these places an open proposal or a live allocation holds; one that was withdrawn whole is free. */
async function takenPlaces(
  tx: Tx,
  programme: { id: string; code: string },
  places: readonly Place[],
  counting: "open" | "ledger",
) {
  const taken = new Map<string, { number: string; href: string }>();
  if (places.length === 0) return taken;
  const asked = Prisma.sql`(SELECT * FROM unnest(${places.map((place) => place.trancheId)}::uuid[],
    ${places.map((place) => place.themeId)}::uuid[], ${places.map((place) => place.areaId)}::uuid[]))`;
  const base = `/programma/${programme.code}`;
  const open = await tx.$queryRaw<(Place & { id: string; number: string })[]>`
    SELECT tranche_id::text AS "trancheId", theme_id::text AS "themeId", area_id::text AS "areaId", id::text AS id, number
      FROM proposal WHERE programme_id = ${programme.id}::uuid AND (tranche_id, theme_id, area_id) IN ${asked}
       AND ${counting} = 'open' AND kind = 'allocation' AND status IN ('proposed', 'returned')
     ORDER BY number DESC`;
  const live = await tx.$queryRaw<(Place & { id: string; number: string })[]>`
    SELECT al.tranche_id::text AS "trancheId", al.theme_id::text AS "themeId", al.area_id::text AS "areaId", al.id::text AS id, al.number
      FROM allocation al WHERE al.programme_id = ${programme.id}::uuid AND (al.tranche_id, al.theme_id, al.area_id) IN ${asked}
       AND EXISTS (SELECT 1 FROM account a JOIN account_balance b ON b.account_id = a.id WHERE a.kind = 'allocated'
         AND a.tranche_id = al.tranche_id AND a.theme_id = al.theme_id AND a.area_id = al.area_id AND b.balance_cents <> 0)
     ORDER BY al.number DESC`;
  for (const row of live)
    taken.set(keyOf(row), { number: row.number, href: `${base}/toekenningen/${row.id}` });
  for (const row of open)
    taken.set(keyOf(row), { number: row.number, href: `${base}/voorstellen/${row.id}` });
  return taken;
}
