import type { MonthCut } from "@/lib/domain/ledger/month-cut";
import { Prisma } from "../generated/client";
import type { Ask } from "./month-cut";
import { moved } from "./moved";

/** How many entries were known that are about days after the valid-on date. */
export async function countLater(ask: Ask, programmeId: string, cut: MonthCut): Promise<bigint> {
  const [row] = await ask<{ entries: string }>(Prisma.sql`
    SELECT coalesce(sum(m.entries), 0)::text AS entries
      FROM (${moved({ programmeId, streamId: null }, cut, "after")}) m`);
  return BigInt(row?.entries ?? 0);
}
