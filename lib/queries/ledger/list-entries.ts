import "server-only";
import { type EntryLine, type EntryTotal, entryLines, entryTotals } from "@/lib/db/ledger-reading/entry-list";
import { inContext } from "@/lib/db/transaction";
import type { Grant } from "@/lib/domain/access";
import type { EntryFilter } from "@/lib/domain/ledger/entry-filter";
import type { AsOf } from "@/lib/domain/reconciliation/as-of";

export type { EntryLine, EntryTotal };

export const ENTRIES_PER_PAGE = 50;

/** One page of entries, the last recorded first, with the totals of the whole question per measure. */
export const listEntries = (
  grant: Grant<"journal:read">,
  programmeId: string,
  { filter, asOf, page }: { readonly filter: EntryFilter; readonly asOf: AsOf; readonly page: number },
): Promise<{ rows: readonly EntryLine[]; totals: readonly EntryTotal[]; count: bigint }> =>
  inContext(grant.actor, async (tx) => {
    const limit = ENTRIES_PER_PAGE;
    const rows = await tx.$queryRaw<EntryLine[]>(
      entryLines(programmeId, filter, asOf, "last", { limit, offset: (page - 1) * limit }),
    );
    const totals = await tx.$queryRaw<EntryTotal[]>(entryTotals(programmeId, filter, asOf));
    return { rows, totals, count: totals.reduce((all, { entries }) => all + entries, 0n) };
  });

/** What this reader can filter on. */
export const ledgerChoices = (
  grant: Grant<"journal:read">,
  programmeId: string,
): Promise<{
  streams: readonly { code: string; name: string }[];
  municipalities: readonly { code: string; name: string }[];
}> =>
  inContext(grant.actor, async (tx) => {
    const streams = await tx.stream.findMany({ where: { programmeId }, orderBy: { position: "asc" } });
    const places = await tx.programmeParticipant.findMany({
      where: { programmeId, organisation: { kind: "municipality" } },
      include: { organisation: true },
      orderBy: { organisation: { preferredName: "asc" } },
    });
    return {
      streams: streams.map(({ code, shortName }) => ({ code, name: shortName })),
      municipalities: places.map(({ organisation: { code, preferredName } }) => ({
        code,
        name: preferredName,
      })),
    };
  });
