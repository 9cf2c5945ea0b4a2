import { type ChainPlaces, firstOfMonth, type MonthCut, monthCut } from "@/lib/domain/ledger/month-cut";
import type { AsOf } from "@/lib/domain/reconciliation/as-of";
import { Prisma } from "../generated/client";
import type { Tx } from "../transaction";

/** Asks the database: a transaction and a snapshot do it each in their own way. */
export type Ask = <T extends Record<string, unknown>>(query: Prisma.Sql) => Promise<T[]>;

export const asking =
  (tx: Tx): Ask =>
  <T extends Record<string, unknown>>(query: Prisma.Sql) =>
    tx.$queryRaw<T[]>(query);

const lastEntry = (programmeId: string, condition: Prisma.Sql): Prisma.Sql => Prisma.sql`
  coalesce((SELECT e.seq FROM entry e WHERE e.programme_id = ${programmeId}::uuid AND e.recorded_at ${condition}
             ORDER BY e.recorded_at DESC LIMIT 1), 0)`;

/** The number of the last entry that was recorded before an instant, as far as this reader may see the chain; else 0. */
export const lastBefore = (programmeId: string, instant: Prisma.Sql): Prisma.Sql =>
  lastEntry(programmeId, Prisma.sql`< ${instant}`);

/** Divides a question of two dates into whole months and what is broken; as far as this reader may see the chain. */
export async function readMonthCut(ask: Ask, programmeId: string, asOf: AsOf): Promise<MonthCut> {
  const month = Prisma.sql`(${firstOfMonth(asOf.knownAt)}::timestamp AT TIME ZONE 'UTC')`;
  const next = Prisma.sql`((${firstOfMonth(asOf.knownAt)}::timestamp + interval '1 month') AT TIME ZONE 'UTC')`;
  const [row] = await ask<Record<keyof ChainPlaces, string>>(Prisma.sql`
    SELECT ${lastEntry(programmeId, Prisma.sql`<= ${asOf.knownAt}::timestamptz`)}::text AS known,
      ${lastBefore(programmeId, month)}::text AS "monthBefore", ${lastBefore(programmeId, next)}::text AS "monthEnd",
      ${lastEntry(programmeId, Prisma.sql`<= 'infinity'`)}::text AS now`);
  const place = (name: keyof ChainPlaces) => BigInt(row?.[name] ?? 0);
  return monthCut(asOf, {
    known: place("known"),
    monthBefore: place("monthBefore"),
    monthEnd: place("monthEnd"),
    now: place("now"),
  });
}
